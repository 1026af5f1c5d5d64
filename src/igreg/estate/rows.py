"""Figures as the rows of a snapshot, and back; one figure a row, so that plain SQL can add up any of them.

Version 1: `version`, `position` (the order within the snapshot, from 0), `part`, `item`, `value`, `words`. What each
part and item means stands in `docs/estate.md`, and is contract.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from igreg.errors import IgregError
from igreg.estate.figures import FEW, AssessmentState, Breaches, Figures, Led, Organisation, TrainingShare

VERSION = 1
COLUMNS = {
    "version": "INTEGER",
    "position": "INTEGER",
    "part": "VARCHAR",
    "item": "VARCHAR",
    "value": "DOUBLE",
    "words": "VARCHAR",
}
"""The columns of a snapshot, each with its type in SQL."""
MOST_ROWS = 5_000
"""A snapshot has some eighty rows; what has more than so many is none."""
MOST_LETTERS = 500
"""So long may a text of a snapshot be."""


class Row(NamedTuple):
    """One figure."""

    version: int
    position: int
    part: str
    item: str
    value: float | None
    words: str | None


class NoSnapshot(IgregError):
    """Rows that are no snapshot, or none that this igreg can read."""


def rows(figures: Figures) -> list[Row]:
    """A snapshot: shares of fewer than five people are not told (ruling X43)."""
    return [Row(VERSION, position, *one) for position, one in enumerate(_parts(figures, few=False))]


def rows_here(figures: Figures) -> list[Row]:
    """The same with every share, for a view that is made where the register is."""
    return [Row(VERSION, position, *one) for position, one in enumerate(_parts(figures, few=True))]


Part = tuple[str, str, float | None, str | None]


def _parts(figures: Figures, *, few: bool) -> Iterator[Part]:
    ours = figures.organisation
    for name in Organisation.__slots__:
        yield "organisation", name, None, getattr(ours, name)
    yield "files", "unread", figures.unread, None
    yield from (("lead", area, int(led == "vacant"), led) for area, led in figures.leads.items())
    yield from (("finding", severity, count, None) for severity, count in figures.findings.items())
    yield from (("rule", rule, count, None) for rule, count in figures.rules.items())
    yield from (("overdue", kind, count, None) for kind, count in figures.overdue.items())
    yield from (("due", kind, count, None) for kind, count in figures.due.items())
    for one in figures.training:
        told = one if few else one.without_few()
        hidden = FEW if told.audience is None else None
        yield "course", told.course, None, told.title
        yield "audience", told.course, told.audience, hidden
        yield "share", told.course, told.share, hidden
    if (state := figures.assessment) is not None:
        yield "assessment", "framework", None, state.framework
        yield "assessment", "status", None, state.status
        yield "assessment", "missing", state.missing, None
    for name in Breaches.__slots__:
        yield "breach", name, getattr(figures.breaches, name), None


def figures_of(found: Sequence[Row]) -> Figures:
    """The figures that rows come to. Raises NoSnapshot where they are no snapshot of version 1."""
    versions = {row.version for row in found}
    if not found or None in versions:
        raise NoSnapshot("it is no snapshot of igreg: it has no version", _MAKE)
    if versions != {VERSION}:
        raise _other_version(versions)
    if len(found) > MOST_ROWS:
        raise NoSnapshot(f"it is no snapshot of igreg: it has more than {MOST_ROWS:,} rows", _MAKE)
    try:
        return _Reading(sorted(found, key=lambda row: row.position)).figures()
    except (KeyError, TypeError, ValueError, OverflowError):
        raise NoSnapshot(
            "it is no snapshot of igreg: rows are missing in it, or are not what they should be", _MAKE
        ) from None


_MAKE = "make it with `igreg export --snapshot --out DIR`"


def _other_version(versions: set[int]) -> NoSnapshot:
    newest = max(versions)
    if newest > VERSION:
        return NoSnapshot(
            f"it is a snapshot of version {newest}, and this igreg reads up to version {VERSION}",
            "read it with the igreg that made it, or a newer one",
        )
    return NoSnapshot(f"it is a snapshot of version {newest}, which there never was", _MAKE)


class _Reading:
    """The rows of a snapshot by part; of what is there twice, the first."""

    def __init__(self, found: Sequence[Row]) -> None:
        self.found = found
        self.by: dict[tuple[str, str], Row] = {}
        for row in found:
            self.by.setdefault((row.part, row.item), row)

    def figures(self) -> Figures:
        return Figures(
            organisation=self._organisation(),
            leads={row.item: _led(row.words) for row in self._part("lead")},
            findings={severity: self._count("finding", severity) for severity in ("error", "warning", "info")},
            rules=self._counts("rule"),
            overdue=self._counts("overdue"),
            due=self._counts("due"),
            training=tuple(self._training()),
            assessment=self._assessment(),
            breaches=Breaches(
                self._count("breach", "clocks"), self._count("breach", "late"), self._maybe("breach", "longest_hours")
            ),
            unread=self._count("files", "unread"),
        )

    def _part(self, part: str) -> Iterator[Row]:
        return (row for row in self.found if row.part == part)

    def _organisation(self) -> Organisation:
        name, type, ods, as_of, commit = (_text(self.by["organisation", name].words) for name in Organisation.__slots__)
        return Organisation(name, type, ods, dt.date.fromisoformat(as_of or "").isoformat(), commit)

    def _counts(self, part: str) -> dict[str, int]:
        return {_text(row.item) or "": _whole(row.value) for row in self._part(part)}

    def _count(self, part: str, item: str) -> int:
        return _whole(self.by[part, item].value)

    def _maybe(self, part: str, item: str) -> int | None:
        value = self.by[part, item].value
        return None if value is None else _whole(value)

    def _training(self) -> Iterator[TrainingShare]:
        """Three rows a share, one after the other; a course may stand in several plans."""
        rows = [row for row in self.found if row.part in ("course", "audience", "share")]
        for course, audience, share in zip(rows[::3], rows[1::3], rows[2::3], strict=True):
            if (course.part, audience.part, share.part) != ("course", "audience", "share"):
                raise ValueError(course.part)
            count = None if audience.value is None else _whole(audience.value)
            if share.value is not None and not 0 <= share.value <= 100:
                raise ValueError(share.value)
            one = TrainingShare(_text(course.item) or "", _text(course.words) or "", count, share.value)
            yield one.without_few()

    def _assessment(self) -> AssessmentState | None:
        if ("assessment", "framework") not in self.by:
            return None
        framework, status = (_text(self.by["assessment", name].words) for name in ("framework", "status"))
        return AssessmentState(framework or "", status or "", self._maybe("assessment", "missing"))


def _led(words: str | None) -> Led:
    if words == "held":
        return "held"
    if words == "vacant":
        return "vacant"
    raise ValueError(words)


def _whole(value: float | None) -> int:
    if value is None or value < 0 or value != int(value):
        raise ValueError(value)
    return int(value)


def _text(words: str | None) -> str | None:
    return words if words is None or len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 3] + "..."
