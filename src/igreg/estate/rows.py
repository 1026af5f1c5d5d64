"""Figures as the rows of a snapshot, and back; one figure a row, so that plain SQL can add up any of them.

Version 1: `version`, `position` (the order within the snapshot, from 0), `part`, `item`, `value`, `words`. What each
part and item means stands in `docs/estate.md`, and is contract.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    versions = {row[0] for row in found}
    if not found or None in versions:
        raise NoSnapshot("it is no snapshot of igreg: it has no version", _MAKE)
    if versions != {VERSION}:
        raise _other_version(versions)
    if len(found) > MOST_ROWS:
        raise NoSnapshot(f"it is no snapshot of igreg: it has more than {MOST_ROWS:,} rows", _MAKE)
    try:
        return _Reading(found).figures()
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


Cell = tuple[float | None, str | None]
_TRAINING = ("course", "audience", "share")
_PARTS = frozenset(("organisation", "files", "lead", "finding", "rule", "overdue", "due", "assessment", "breach"))
"""The parts in which no item is there twice; of others nothing is known."""


class _Reading:
    """The rows of a snapshot by part and item, each once. There may be a thousand of them."""

    def __init__(self, found: Sequence[Row]) -> None:
        self.parts: dict[str, dict[str, Cell]] = defaultdict(dict)
        self.training: list[Row] = []
        for row in sorted(found, key=_POSITION):
            _, _, part, item, value, words = row
            if part in _TRAINING:
                self.training.append(row)
            elif item in self.parts[part] and part in _PARTS:
                raise ValueError(item)
            else:
                self.parts[part][item] = (value, words)

    def figures(self) -> Figures:
        """Everything."""
        parts = self.parts
        ours = [_text(parts["organisation"][name][1]) for name in Organisation.__slots__]
        ours[3] = dt.date.fromisoformat(ours[3] or "").isoformat()
        breach = parts["breach"]
        longest = breach["longest_hours"][0]
        return Figures(
            organisation=Organisation(*ours),  # type: ignore[arg-type]
            leads={_word(item): _led(words) for item, (_, words) in parts["lead"].items()},
            findings={severity: _whole(parts["finding"][severity][0]) for severity in ("error", "warning", "info")},
            rules=_counts(parts["rule"]),
            overdue=_counts(parts["overdue"]),
            due=_counts(parts["due"]),
            training=tuple(self._training()) if self.training else (),
            assessment=self._assessment(),
            breaches=Breaches(
                _whole(breach["clocks"][0]), _whole(breach["late"][0]), None if longest is None else _whole(longest)
            ),
            unread=_whole(parts["files"]["unread"][0]),
        )

    def _training(self) -> Iterator[TrainingShare]:
        """Three rows a share, one after the other; a course may stand in several plans."""
        rows = self.training
        for course, audience, share in zip(rows[::3], rows[1::3], rows[2::3], strict=True):
            if (course.part, audience.part, share.part) != _TRAINING:
                raise ValueError(course.part)
            count = None if audience.value is None else _whole(audience.value)
            if share.value is not None and not 0 <= share.value <= 100:
                raise ValueError(share.value)
            one = TrainingShare(_word(course.item), _word(course.words), count, share.value)
            if one != one.without_few() or course.item != audience.item or course.item != share.item:
                raise ValueError(course.item)
            yield one

    def _assessment(self) -> AssessmentState | None:
        told = self.parts.get("assessment")
        if not told:
            return None
        missing = told["missing"][0]
        framework, status = _word(told["framework"][1]), _word(told["status"][1])
        return AssessmentState(framework, status, None if missing is None else _whole(missing))


_POSITION = operator.itemgetter(1)


def _counts(cells: Mapping[str, Cell]) -> dict[str, int]:
    return {_word(item): _whole(value) for item, (value, _) in cells.items()}


def _word(words: str | None) -> str:
    return _text(words) or ""


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
