"""Run rules over a register: apply selection and exceptions, then work out the lines of what was found."""

from __future__ import annotations

import datetime as dt
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from igreg.analysis.departures import departures_in_force
from igreg.analysis.since_review import SinceReviews
from igreg.check.config import Config
from igreg.findings import CONFLICT_MARKER, CheckResult, Fault, Finding, KeyPath, Place, Silenced
from igreg.model.kinds.exceptions import RuleException
from igreg.register.private_numbers import MOST_NUMBERS, masked
from igreg.register.register import Register
from igreg.rules._rule import Context, Rule, by_word, catalogue
from igreg.source.places import locate

Found = list[tuple[Rule, Fault]]
START = Place(1, 1, 2)
_OF_A_MERGE = (CONFLICT_MARKER, "person-identifier")
_MOST_TITLE, _MOST_MESSAGE = 200, 2_000
"""So many characters of a title and of a message a finding has: a title stands in each finding of its record."""


def check(
    register: Register,
    now: dt.datetime,
    config: Config,
    timings: dict[str, float] | None = None,
    since_review: SinceReviews | None = None,
) -> CheckResult:
    """Check a register as at a moment (aware, in the organisation's time zone).

    Which exceptions are used is judged with all rules on, whatever is selected (ruling A36). `timings` is filled
    with seconds per rule where it is given; `since_review` is what the history says of reviews, for the rules about it.
    """
    figures = config.figures.in_nation(register.organisation.nation, now.date())
    return check_as_of(Context(register, now, figures, since_review=since_review), config, timings)


def check_as_of(context: Context, config: Config, timings: dict[str, float] | None = None) -> CheckResult:
    """Check what a context speaks of. Whoever asks the same register more than that has its answers worked out once."""
    register, now = context.register, context.now
    selected = config.selected(catalogue())
    exceptions = departures_in_force(register, now.date())
    wanted = {rule.code for rule in selected}
    named = {rule.code for e in exceptions if (rule := by_word().get(e.rule or "")) and rule.can_be_silenced}
    found = _run([r for r in catalogue() if r.code in wanted | named and r.family != "exceptions"], context, timings)
    silencers = _silencers(exceptions)
    kept: Found = []
    silenced: list[tuple[Rule, Fault, RuleException]] = []
    for rule, fault in found:
        by = _silencer(rule, fault, silencers)
        if by is not None:
            silenced.append((rule, fault, by))
        else:
            kept.append((rule, fault))
    used = frozenset(e.id or "" for _, _, by in silenced for e in silencers[_key(by)])
    context = replace(context, used_exceptions=used)
    if config.no_exceptions:
        kept += [(rule, fault) for rule, fault, _ in silenced]
        exceptions, silenced = [], []
    kept = [item for item in kept if item[0].code in wanted]
    kept += _run([r for r in selected if r.family == "exceptions"], context, timings)
    findings = _findings(_of_finished_files(kept, register), register, config)
    quiet = [(rule, fault, by) for rule, fault, by in silenced if rule.code in wanted]
    return CheckResult(
        today=now.date(),
        findings=tuple(sorted(findings, key=order)),
        silenced=tuple(
            Silenced(finding, by.id or "", by.until.isoformat() if by.until else "", by.reason or "")
            for finding, (_, _, by) in zip(
                _findings([(rule, fault) for rule, fault, _ in quiet], register, config), quiet, strict=True
            )
        ),
        records=register.count(),
        files=register.files,
        exceptions=len(exceptions),
        incomplete=register.unread,
    )


def order(finding: Finding) -> tuple[str, int, int, str, str, str, str]:
    """The order of findings: by file, line and column, then by code."""
    return (
        finding.file,
        finding.line,
        finding.column,
        finding.code,
        finding.subject or "",
        finding.message,
        str(finding.path),
    )


def _of_finished_files(found: Found, register: Register) -> Found:
    """What was found, without what else would be said of files that hold an unfinished merge (ruling B30)."""
    merging = {fault.origin.file for fault in register.faults.get(CONFLICT_MARKER, ())}
    if not merging:
        return found
    return [(rule, fault) for rule, fault in found if fault.origin.file not in merging or rule.name in _OF_A_MERGE]


def _run(rules: Iterable[Rule], context: Context, timings: dict[str, float] | None) -> Found:
    found: Found = []
    for rule in rules:
        start = time.perf_counter() if timings is not None else 0.0
        found.extend((rule, fault) for fault in context.found(rule.code))
        if timings is not None:
            timings[rule.name] = timings.get(rule.name, 0.0) + time.perf_counter() - start
    return found


def _key(exception: RuleException) -> tuple[str, str]:
    rule = by_word().get(exception.rule or "")
    return (rule.code if rule else "", exception.record or "")


def _silencers(exceptions: Iterable[RuleException]) -> Mapping[tuple[str, str], list[RuleException]]:
    out: dict[tuple[str, str], list[RuleException]] = defaultdict(list)
    for exception in exceptions:
        rule = by_word().get(exception.rule or "")
        if rule is not None and rule.can_be_silenced:
            out[_key(exception)].append(exception)
    return out


def _silencer(
    rule: Rule, fault: Fault, silencers: Mapping[tuple[str, str], list[RuleException]]
) -> RuleException | None:
    """The exception that silences a fault: by its record, its subject or `organisation` (ruling A35)."""
    if not silencers:
        return None
    names = [fault.record, fault.subject]
    if fault.record is None:
        names.append("organisation")
    for name in names:
        if name is not None and (rule.code, name) in silencers:
            return silencers[rule.code, name][0]
    return None


def _findings(found: Found, register: Register, config: Config) -> list[Finding]:
    """Faults with their lines: only files with findings are read again, each once."""
    wanted: dict[str, set[tuple[KeyPath, bool]]] = defaultdict(set)
    for _, fault in found:
        if fault.place is None:
            wanted[fault.origin.file].add((fault.origin.path(fault.path), fault.on_key))
    places: dict[str, Mapping[tuple[KeyPath, bool], Place]] = {}
    for file, paths in wanted.items():
        text = register.sources.texts.get(file) or register.sources.frameworks.get(file)
        places[file] = {} if text is None else locate(text, paths)
    hide = cache(masked) if register.private_numbers else str
    private = {(file, number.place.line) for file, numbers in register.private_numbers.items() for number in numbers}
    uncounted = {
        file: numbers[-1].place.line
        for file, numbers in register.private_numbers.items()
        if len(numbers) > MOST_NUMBERS
    }
    out = []
    for rule, fault in found:
        place = fault.place or places[fault.origin.file].get((fault.origin.path(fault.path), fault.on_key), START)
        severity = config.severity_of(rule, fault.severity)
        if severity is None:
            continue
        out.append(
            Finding(
                rule=rule.name,
                code=rule.code,
                severity=severity,
                file=fault.origin.file,
                place=place,
                record=fault.record,
                title=fault.title and _short(hide(fault.title), _MOST_TITLE),
                subject=fault.subject,
                path=fault.path,
                message=_short(hide(fault.message), _MOST_MESSAGE),
                help=hide(fault.help),
                secret=fault.secret
                or (fault.origin.file, place.line) in private
                or place.line >= uncounted.get(fault.origin.file, math.inf),
            )
        )
    return out


def _short(text: str, most: int) -> str:
    """A text, cut where it is very long."""
    return text if len(text) <= most else text[: most - 3] + "..."
