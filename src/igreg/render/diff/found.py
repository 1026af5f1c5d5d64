"""Findings that came and went, the gravest first; many of one rule do not hide the one of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from igreg.diff.shown import Shown
from igreg.findings import Finding, Severity
from igreg.render.diff.entry import Entry

MOST_TOLD = 3
"""So many of very many are told one by one: of findings of one rule that are gone, and of new ones beyond MOST_NEW."""
MOST_NEW = 10
"""So many new findings of one rule are told one by one; of more the first, and of the others whom they are about."""
_Rule = tuple[Severity, str, str]
"""What tells findings of one rule: how grave they are, its name and its code."""


def _finding(shown: Shown, one: Finding) -> Entry:
    more = f"{one.rule} ({one.code}): {one.help}" if one.help else f"{one.rule} ({one.code})"
    return Entry(f"{_about(shown, one)}: {one.message}", more=more, severity=one.severity)


def _about(shown: Shown, one: Finding) -> str:
    name = one.record or one.subject
    return shown.called(name) if name else one.file


def new_findings(shown: Shown, findings: Sequence[Finding]) -> Iterator[Entry]:
    """What is found that was not, the gravest first; fifty findings of one rule would hide the one of another."""
    by_rule, told = _by_rule(findings), Counter[_Rule]()
    for one in sorted(findings, key=lambda one: -one.severity):
        key = (one.severity, one.rule, one.code)
        told[key] += 1
        if len(by_rule[key]) <= MOST_NEW or told[key] <= MOST_TOLD:
            yield _finding(shown, one)
        elif told[key] == MOST_TOLD + 1:
            others = by_rule[key][MOST_TOLD:]
            names = "; ".join(dict.fromkeys(_about(shown, other) for other in others))
            more = f"{one.rule} ({one.code}): found of each of them as well"
            yield Entry(f"{len(others)} more like that: {names}", more=more, severity=one.severity)


def _by_rule(findings: Sequence[Finding]) -> Mapping[_Rule, Sequence[Finding]]:
    out: dict[_Rule, list[Finding]] = {}
    for one in findings:
        out.setdefault((one.severity, one.rule, one.code), []).append(one)
    return out


def gone_findings(shown: Shown, findings: Sequence[Finding]) -> Iterator[Entry]:
    """What is found no more, the gravest first; of a rule that found many things, their names alone."""
    for (severity, rule, code), found in sorted(_by_rule(findings).items(), key=lambda one: -one[0][0]):
        if len(found) > MOST_TOLD:
            names = "; ".join(dict.fromkeys(_about(shown, one) for one in found))
            yield Entry(f"{severity.word}: {rule} ({code}), {len(found)} times: {names}")
            continue
        for one in found:
            yield Entry(f"{severity.word}: {_about(shown, one)}: {one.message}; {rule} ({code})")
