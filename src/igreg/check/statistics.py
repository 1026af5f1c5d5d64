"""Who has how much to put right: findings counted by rule, by owner and by unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from igreg.analysis.ownership import owner_of, unit_of
from igreg.findings import CheckResult
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
        owners[(record and owner_of(register, record)) or NOBODY] += 1
        units[(record and unit_of(register, record)) or NOWHERE] += 1
    return Statistics(_sorted(rules), _sorted(owners), _sorted(units))


def _sorted(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
