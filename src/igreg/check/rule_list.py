"""The list of rules, with their severity as configured."""

from __future__ import annotations

from igreg.check.config import Config
from igreg.dataclass import dataclass
from igreg.rules._rule import catalogue, summary


@dataclass(frozen=True)
class RuleRow:
    """One rule as it is configured; severity `off` when it is switched off."""

    code: str
    name: str
    severity: str
    basis: str
    """What it rests on: law, contract, toolkit or own."""
    summary: str


def table(config: Config) -> tuple[RuleRow, ...]:
    """Every rule, by code."""
    on = {rule.code for rule in config.selected(catalogue())}
    out = []
    for rule in catalogue():
        severity = config.severity_of(rule, None)
        word = severity.word if severity is not None and rule.code in on else "off"
        out.append(RuleRow(rule.code, rule.name, word, rule.basis, summary(rule)))
    return tuple(out)
