"""What `igreg.toml` and the command line decide: which rules, how severe, which figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.facts.figures import Figures
from igreg.findings import Severity
from igreg.rules._rule import Rule, catalogue, rule_hint


@dataclass(frozen=True)
class Config:
    """Settings of a check. Words are rule names, codes or code prefixes; the command line has the last word."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule name: another severity, or None for off."""
    figures: Figures = field(default_factory=Figures)
    fail_on: Severity | None = Severity.ERROR
    no_exceptions: bool = False

    def selected(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules that are on."""
        out = []
        for rule in rules:
            meant = names if rule.only_named else matches
            on = any(meant(word, rule) for word in self.select) if self.select else not rule.only_named
            on = on and not any(matches(word, rule) for word in self.ignore)
            on = on or any(meant(word, rule) for word in self.extend_select)
            if on and self.severity.get(rule.name, rule.severity) is not None:
                out.append(rule)
        return tuple(out)

    def severity_of(self, rule: Rule, own: Severity | None) -> Severity | None:
        """The severity of one finding: as configured, else the fault's own, else the rule's."""
        return self.severity.get(rule.name, own or rule.severity)


def matches(word: str, rule: Rule) -> bool:
    """Whether a word means a rule: its name, its code, or the beginning of its code; `ALL` means every rule."""
    upper = word.upper()
    return word.lower() == rule.name or upper == "ALL" or (upper.startswith("IG") and rule.code.startswith(upper))


def names(word: str, rule: Rule) -> bool:
    """Whether a word is the name or the whole code of a rule."""
    return word.lower() == rule.name or word.upper() == rule.code


def words(given: Iterable[str], where: str) -> tuple[str, ...]:
    """Words as typed: comma-separated and repeatable (ruling A37); an unknown one ends in exit 2 (ruling A118)."""
    out = []
    for text in given:
        for word in (part.strip() for part in text.split(",")):
            if not word:
                continue
            if not any(matches(word, rule) for rule in catalogue()):
                raise IgregError(
                    f"{where}: no rule is called {word!r}",
                    rule_hint(word, "`igreg rules` lists them all"),
                )
            out.append(word)
    return tuple(out)
