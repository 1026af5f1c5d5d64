"""Who has how much to put right: findings counted by rule, by owner and by unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from igreg.findings import CheckResult, Finding
from igreg.model.base import Record
from igreg.register.register import Register


@dataclass(frozen=True)
class Statistics:
    """Counts, the largest first."""

    rules: tuple[tuple[str, int], ...]
    owners: tuple[tuple[str, int], ...]
    units: tuple[tuple[str, int], ...]


NOBODY = "(no owner)"
NOWHERE = "(no unit)"


def statistics(result: CheckResult, register: Register) -> Statistics:
    """Count the findings of a report."""
    rules: Counter[str] = Counter()
    owners: Counter[str] = Counter()
    units: Counter[str] = Counter()
    for finding in result.findings:
        record = register.by_id.get(finding.record or "")
        rules[f"{finding.code} {finding.rule}"] += 1
        owners[_owner(record) or NOBODY] += 1
        units[_unit(record, register, finding) or NOWHERE] += 1
    return Statistics(_sorted(rules), _sorted(owners), _sorted(units))


def _sorted(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _owner(record: Record | None) -> str | None:
    """The role that answers for a record: its owner, lead or chair; a role answers for itself."""
    if record is None:
        return None
    if record.kind == "roles":
        return record.identity
    for name in ("owner", "lead", "chair", "from_", "manager", "approved_by"):
        found: str | None = getattr(record, name, None)
        if found:
            return found
    return None


def _unit(record: Record | None, register: Register, finding: Finding) -> str | None:
    if record is None:
        return None
    if record.kind == "units":
        return record.identity
    own: str | None = getattr(record, "unit", None)
    if own:
        return own
    owner = register.by_id.get(_owner(record) or "")
    return getattr(owner, "unit", None)
