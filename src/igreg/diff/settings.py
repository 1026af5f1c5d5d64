"""Which rules the settings of two states have otherwise (ruling H26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.check.config import Config
from igreg.diff.difference import RuleSwitched
from igreg.findings import Severity
from igreg.rules._rule import Rule, catalogue


def switched(before: Config, after: Config) -> Sequence[RuleSwitched]:
    """The rules that are no longer checked, then those that are from now on, then those of another severity."""
    order = ("off", "on", "severity")
    return sorted(_switched(before, after), key=lambda one: (order.index(one.change), one.code))


def _switched(before: Config, after: Config) -> Iterator[RuleSwitched]:
    was, now = ({rule.name for rule in config.selected(catalogue())} for config in (before, after))
    for rule in catalogue():
        old, new = rule.name in was, rule.name in now
        if old and not new:
            yield RuleSwitched(rule.name, rule.code, "off", f"{rule.name} is no longer checked ({rule.code})")
        elif new and not old:
            yield RuleSwitched(rule.name, rule.code, "on", f"{rule.name} is checked from now on ({rule.code})")
        elif new and (first := _severity(before, rule)) is not (second := _severity(after, rule)):
            text = f"{rule.name} is {_called(second)} from now on, and was {_called(first)} ({rule.code})"
            yield RuleSwitched(rule.name, rule.code, "severity", text)


def _severity(config: Config, rule: Rule) -> Severity:
    return config.severity.get(rule.name) or rule.severity


def _called(severity: Severity) -> str:
    return {Severity.ERROR: "an error", Severity.WARNING: "a warning", Severity.INFO: "an info"}[severity]
