"""The findings of a register that is being set up: a line a rule, in the order in which to see to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from igreg.findings import CheckResult, Finding, Severity, Silenced
from igreg.language.english import counted, some_of
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import folded, plain
from igreg.render.findings.alike import counted_subjects
from igreg.render.findings.text import COLOURS, summary, text

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Say who holds each post: staff.yaml, roles.yaml", ("IG2", "IG810")),
    ("Say who you are: organisation.yaml, bodies.yaml", ("IG119", "IG809")),
    ("Have the policies approved: policies.yaml", ("IG3",)),
    ("Tell people and staff: notices.yaml, communications.yaml", ("IG7",)),
    ("Train: training-plans.yaml, training-records.yaml", ("IG4",)),
    ("Look at what is done: audits.yaml", ("IG5",)),
    ("Say what you hold: assets.yaml", ("IG8",)),
    ("See to the rest", ("IG",)),
)
"""What to do first, second, third, and beginnings of the codes of the rules that speak of it."""


def begun(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """Errors in full, with their lines; then a line for each rule, under what is to be done (decision 114)."""
    errors = tuple(one for one in result.findings if one.severity is Severity.ERROR)
    out = text(replace(result, findings=errors), texts, style, quiet=True)
    hidden = {one for _, several in result.follow for one in several}
    rest = [one for one in result.findings if one.severity is not Severity.ERROR and one not in hidden]
    lines = list(_steps(rest, () if quiet else result.silenced, style))
    if lines and not quiet:
        told = "What is still to be done, a line for each rule; `igreg check -v` shows every place:"
        lines = [*folded(told, style.width), "", *lines]
    if not quiet:
        lines += (line for part in summary(result, style).split("\n") for line in folded(part, style.width))
    return out + "".join(f"{line}\n" for line in lines)


def _steps(findings: Sequence[Finding], silenced: Sequence[Silenced], style: Style) -> Iterator[str]:
    """What to do, numbered, each with the rules that ask for it and the exceptions that allow for it till then."""
    number = 0
    left, excepted = list(findings), list(silenced)
    for what, codes in STEPS:
        now = [one for one in left if one.code.startswith(codes)]
        allowed = [one for one in excepted if one.finding.code.startswith(codes)]
        if not now and not allowed:
            continue
        left = [one for one in left if one not in now]
        excepted = [one for one in excepted if one not in allowed]
        number += 1
        yield from folded(f"{number}. {what}", style.width)
        for rule in dict.fromkeys(one.rule for one in now):
            yield from _rule([one for one in now if one.rule == rule], style)
        for until in dict.fromkeys(one.until for one in allowed):
            some = [one.finding for one in allowed if one.until == until]
            rules = "; ".join(
                f"{rule} ({_about([one for one in some if one.rule == rule])})"
                for rule in dict.fromkeys(one.rule for one in some)
            )
            yield from folded(f"excepted until {until}: {rules}", style.width, "   ", "      ")
        yield ""


def _rule(some: Sequence[Finding], style: Style) -> Iterator[str]:
    """All that a rule found, in one line: of how many areas, of which records, or what it says."""
    worst = max(one.severity for one in some)
    told = f"{worst.word} {some[0].rule} ({some[0].code}): {_about(some)}"
    first, *rest = folded(told, style.width, "   ", "      ")
    yield first.replace(worst.word, style.paint(worst.word, COLOURS[worst]), 1)
    yield from rest


def _about(some: Sequence[Finding]) -> str:
    """What findings of one rule are about."""
    names = list(dict.fromkeys(_named(some)))
    if len(some) == 1 and some[0].record is None and some[0].subject is None:
        return plain(some[0].message)
    if not names:
        return counted(len(some), "finding")
    if len(names) > 2 and all(one.record is None for one in some):
        return counted_subjects(len(names), some[0])
    return plain(some_of(names, 5))


def _named(some: Iterable[Finding]) -> Iterator[str]:
    for one in some:
        name = one.record or one.subject
        if name:
            yield name
