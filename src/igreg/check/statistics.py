"""Who has how much to put right: findings counted by rule, by owner and by unit."""

from __future__ import annotations

from collections import Counter

from igreg.analysis.ownership import Owners
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
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
    """Count the findings of a report: by owner as the due list has it, and under each unit of what belongs to several.

    What is said of no record belongs to whoever answers for the organisation.
    """
    answers = Owners(Tenure(register, result.today))
    rules: Counter[str] = Counter()
    owners: Counter[str] = Counter()
    units: Counter[str] = Counter()
    for finding in result.findings:
        record = register.by_id.get(finding.record or "") or register.organisation
        rules[f"{finding.code} {finding.rule}"] += 1
        owners[answers.of(record, finding.path) or NOBODY] += 1
        units.update(answers.units(record, finding.path) or (NOWHERE,))
    return Statistics(_sorted(rules), _sorted(owners), _sorted(units))


def _sorted(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
