"""A plan as check would judge it: what would be found besides, and which of it refuses the row that brings it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igreg.exchange.brought import Refused
from igreg.exchange.plan import Draft, Wanted, draft
from igreg.findings import Finding, Severity
from igreg.register.register import Register


def refuses(finding: Finding) -> bool:
    """Whether a finding refuses what brings it: it speaks of how something is written, or of a number of a person."""
    return finding.severity is Severity.ERROR and (finding.code.startswith(("IG0", "IG1")) or finding.code == "IG801")


def judged(made: Draft, findings: Sequence[Finding]) -> Draft:
    """The plan with what check would find once it is carried out; what refuses stands at its cell, if it has one."""
    bad = [one for one in findings if refuses(one)]
    by_name = {one.name: one for one in (*made.wanted, *made.ended)}
    refused = [_refused(one, by_name.get(one.record)) for one in bad]
    told = [one for one in findings if not refuses(one)]
    brought = replace(made.brought, findings=told, refused=[*made.brought.refused, *refused])
    return replace(made, brought=brought, refuses=made.refuses or bool(bad))


def without(register: Register, made: Draft, findings: Sequence[Finding]) -> Draft:
    """The plan without the rows that findings refuse, and with those as what was refused.

    Where a finding is of no row of the table, nothing is left of the plan.
    """
    names = {one.record for one in findings if refuses(one)}
    if made.again is not None:
        return made.again(names, judged(made, findings).brought.refused)
    known = {one.name for one in made.wanted}
    left = [one for one in made.wanted if one.name not in names] if names <= known else []
    refused = judged(made, findings).brought.refused
    found = replace(made.known, refused=refused)
    ended = made.ended if left else ()
    return draft(register, left, found, made.plan.message, only=made.only, ended=ended, refuses=True)


def _refused(finding: Finding, one: Wanted | None) -> Refused:
    """A finding as a refused cell; its value is told nowhere where it may identify a person."""
    field = ".".join(str(step) for step in finding.path) or None
    value = None
    cell = header = None
    if one is not None:
        place = next((way for way in one.cells if way == finding.path[: len(way)]), None)
        cell, header = one.cells.get(place, (None, None)) if place is not None else (None, None)
        held = one.values.get(place) if place is not None else None
        value = "\u2026" if finding.secret else None if held is None else str(held)
    elif finding.secret:
        value = "\u2026"
    message = f"{finding.message} ({finding.rule}, {finding.code})"
    row, sheet = (one.row, one.sheet) if one is not None else (None, None)
    return Refused(field, value, message, finding.help, sheet, row, cell, header)
