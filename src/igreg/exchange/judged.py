"""A plan as check would judge it: what would be found besides, and which of it refuses the row that brings it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from igreg.changes.plan import Plan
from igreg.exchange.brought import Refused
from igreg.exchange.leaning import standing
from igreg.exchange.plan import AnyWanted, Draft, draft
from igreg.exchange.ways import value_at
from igreg.findings import Finding, KeyPath, Severity
from igreg.register.register import Register

Raw = Callable[[int | None, str | None], str | None]
"""What stands in a cell of the table, by the number of its row and its name; nothing where that is not known."""


def refuses(finding: Finding) -> bool:
    """Whether a finding refuses what brings it: it speaks of how something is written, or of a number of a person."""
    return finding.severity is Severity.ERROR and (finding.code.startswith(("IG0", "IG1")) or finding.code == "IG801")


def agreed(
    register: Register,
    made: Draft,
    found: Callable[[Plan], Sequence[Finding]],
    *,
    accept_partly: bool,
    raw: Raw = lambda row, cell: None,
) -> Draft:
    """The plan as it can be carried out: judged, and where rows may be left away, without all that check refuses.

    `found` tells what check would find besides, `raw` what stands in a cell that is refused. What is left away may be
    what other rows lean on, so the rest is judged again until nothing in it is refused.
    """
    dropped: set[str | None] = set()
    while not made.is_empty:
        findings = found(made.plan)
        rows = _Rows(register, made)
        names = {rows.name(one) for one in findings if refuses(one)}
        made = judged(made, findings, rows, raw)
        if not accept_partly or not names:
            break
        made = _without(register, made, names - dropped, dropped | names)
        dropped |= names
    return made


def judged(made: Draft, findings: Sequence[Finding], rows: _Rows, raw: Raw) -> Draft:
    """The plan with what check would find once it is carried out; what refuses stands at its cell, if it has one."""
    bad = [one for one in findings if refuses(one)]
    told = [one for one in findings if not refuses(one)]
    refused = [*made.brought.refused, *(as_refused(one, rows.brings(one), raw) for one in bad)]
    return replace(
        made, brought=replace(made.brought, findings=told, refused=refused), refuses=made.refuses or bool(bad)
    )


def _without(register: Register, made: Draft, names: set[str | None], all_names: set[str | None]) -> Draft:
    """A judged plan without the rows of some names; what refuses them stays told.

    Where a finding is of no row of the table, or of one that is left away already, nothing is left of the plan.
    """
    refused = list(made.brought.refused)
    if made.again is not None and names:
        return made.again(all_names, refused)
    can = bool(names) and names <= {one.name for one in made.wanted}
    left = [one for one in made.wanted if one.name not in names] if can else []
    bad = [one for one in made.wanted if one.name in names and one.record is None]

    def refuse(one: AnyWanted, path: KeyPath, message: str, help: str) -> None:
        refused.append(_cell(one, path, message, help))

    left = standing(left, {one.name: one.row for one in bad if one.name is not None}, refuse)
    known = replace(made.known, refused=refused)
    ended = made.ended if left else ()
    return draft(register, left, known, made.plan.message, only=made.only, ended=ended, refuses=True)


class _Rows:
    """The rows of a plan, by what findings call their records."""

    def __init__(self, register: Register, made: Draft) -> None:
        self._register = register
        self._made = made

    @cached_property
    def _by_name(self) -> dict[str | None, AnyWanted]:
        return {one.name: one for one in (*self._made.wanted, *self._made.ended)}

    def name(self, finding: Finding) -> str | None:
        """The name of the row that brings a finding, else what the finding calls its record."""
        one = self.brings(finding)
        return one.name if one is not None else finding.record

    def brings(self, finding: Finding) -> AnyWanted | None:
        """The row that brings a finding: that of its record, or of a ring the first that has a part in it."""
        if finding.code != "IG110" or len(finding.path) != 1:
            return self._by_name.get(finding.record)
        at, seen = finding.record, set[str]()
        while at is not None and at not in seen:
            seen.add(at)
            one, record = self._by_name.get(at), self._register.by_id.get(at)
            if one is not None and finding.path in one.values:
                return one
            above = value_at(record, finding.path) if record is not None else None
            at = above if isinstance(above, str) else None
        return None


def as_refused(finding: Finding, one: AnyWanted | None, raw: Raw = lambda row, cell: None) -> Refused:
    """A finding as a refused cell; its value is told nowhere where it may identify a person."""
    message = f"{finding.message} ({finding.rule}, {finding.code})"
    if one is not None:
        refused = _cell(one, finding.path, message, finding.help, secret=finding.secret)
        written = raw(refused.row, refused.cell) if refused.value is not None and not finding.secret else None
        return refused if written is None else replace(refused, value=written)
    value = "\u2026" if finding.secret else None
    return Refused(_field(finding.path), value, message, finding.help)


def _cell(one: AnyWanted, path: KeyPath, message: str, help: str, *, secret: bool = False) -> Refused:
    """What is refused at a value of a row: at its cell, where it has one. What stands in no cell has a value too."""
    place = next((way for way in (*one.cells, *one.values) if way == path[: len(way)]), None)
    cell, header = one.cells.get(place, (None, None)) if place is not None else (None, None)
    held = one.values.get(place) if place is not None else None
    if cell is None and isinstance(held, list | dict):
        held = None
    value = "\u2026" if secret else None if held is None else str(held)
    return Refused(_field(path), value, message, help, one.sheet, one.row, cell, header)


def _field(path: KeyPath) -> str | None:
    return ".".join(map(str, path)) or None
