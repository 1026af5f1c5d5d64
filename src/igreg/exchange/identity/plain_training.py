"""Rows of training of which nothing is to be told: each cell is looked at once, however often it comes.

A list of a year has some hundred thousand rows, and in them a few thousand people, some courses and some hundred days.
What each of these is, is asked of the same readers as for any other row, so that a row comes to the same in either way;
whatever is refused, left out, told, twice there, or changes a record goes to them row by row.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from itertools import count
from operator import itemgetter
from typing import Any

from igreg.dataclass import dataclass
from igreg.exchange.brought import LeftOut
from igreg.exchange.cells.read import NOTHING, CellRefused
from igreg.exchange.columns.match import Matching
from igreg.exchange.each import AsAsked
from igreg.exchange.identity.amiss_cells import in_doubt
from igreg.exchange.identity.by_column import ByColumn
from igreg.exchange.identity.done import is_done, is_not_done, not_completed
from igreg.exchange.identity.names import Names, said
from igreg.exchange.identity.training import NO_COURSE, NO_DAY, Trained
from igreg.exchange.lines import Line, LineHeads, Lines
from igreg.exchange.rows import Given, Incoming
from igreg.register.training_lines import TrainingLine
from igreg.sheets.book import Value

Numbered = tuple[int, Sequence[Value]]
FIELDS = frozenset({"key", "staff", "name.family", "name.given", "name.title", "course", "completed", "expires"})
"""The fields of which a plain row is; besides, it may have the word for how the course stands."""
KEPT = ("staff", "course", "completed", "expires")
"""Those of which a record is."""
STATUS = "_status"
PERSON = ("key", "staff", "name.family", "name.given", "name.title")
NOT_DONE_DAY = "-"
"""What stands for a day where a word says that nothing was done."""
_LEAST = 64
"""A table of fewer rows is settled row by row."""


@dataclass
class Plain:
    """The rows that are plain, the others, and what stands in the columns of those that are."""

    lines: Sequence[Line] = ()
    others: Sequence[Numbered] = ()
    left_out: Sequence[LeftOut] = ()
    values: Mapping[str, Collection[Value]] = field(default_factory=dict)
    """By field, each value once."""


def plain_rows(
    trained: Trained, rows: Sequence[Numbered], matching: Matching, sheet: str | None, first_column: int
) -> Plain:
    """The rows of a table of training that are plain, and the others in their order."""
    columns = {name: at for at, name in matching.fields.items()}
    known = FIELDS | {STATUS}
    if len(rows) < _LEAST or len(columns) < len(matching.fields) or not columns.keys() <= known or matching.levels:
        return Plain(others=rows)
    if not {"course", "completed"} <= columns.keys() or not columns.keys() & set(PERSON) or trained.from_expiry:
        return Plain(others=rows)
    wide = matching.last + 1 - first_column
    beyond = set[int]()
    if max(map(len, map(itemgetter(1), rows))) > wide:
        beyond = {number for number, row in rows if any(one not in (None, "") for one in row[wide:])}
    taken = [one for one in rows if one[0] not in beyond] if beyond else rows
    found = _Columns(trained, taken, columns, matching.headers, sheet, first_column).plain()
    if beyond:
        left = {number for number, _ in found.others} | beyond
        found.others = [one for one in rows if one[0] in left]
    return found


class _Columns(ByColumn):
    """The columns of a table, and what each of their values comes to."""

    def __init__(
        self,
        trained: Trained,
        rows: Sequence[Numbered],
        at: Mapping[str, int],
        headers: Mapping[int, str],
        sheet: str | None,
        first_column: int,
    ) -> None:
        super().__init__(list(map(itemgetter(1), rows)), {name: place - first_column for name, place in at.items()})
        self.trained, self.rows, self.at, self.headers, self.sheet = trained, rows, at, headers, sheet

    def plain(self) -> Plain:
        """The rows of which nothing is to be told."""
        everything = {name: self.values(name) for name in self.at}
        trained = self.trained
        trained.names = Names(self._first(), "staff", everything.get("staff", ()))
        courses, days = self._column("course", self._course), self._column("completed", self._day)
        ends = self._column("expires", self._end) if "expires" in self.at else [""] * len(self.rows)
        why = self._column(STATUS, self._why) if STATUS in self.at else [""] * len(self.rows)
        people = self._people()
        triples = list(zip(people, courses, days, strict=True))
        places = dict(zip(triples, count(), strict=False))
        doubtful, there = self._doubtful(triples, len(places) < len(triples)), self._there(triples, places)
        ended = {end: dt.date.fromisoformat(end) for end in set(ends) if end}
        heads, new = self._heads(), tuple.__new__
        alone = all(people) and all(courses) and all(days) and not any(why) and not doubtful
        if alone and None not in ends and NOT_DONE_DAY not in days and not _ends_otherwise(ends, there, ended):
            numbers = list(map(itemgetter(0), self.rows))
            return Plain(Lines((people, courses, days, ends, there, numbers), heads), values=everything)
        lines, others, left = list[Line](), list[Numbered](), list[LeftOut]()
        for at, (numbered, triple, end, undone, record) in enumerate(
            zip(self.rows, triples, ends, why, there, strict=True)
        ):
            staff, course, day = triple
            if at in doubtful or course is None or (day is None and course and not undone):
                others.append(numbered)
            elif not course:
                trained.of_another_course(self.value("course", self.cells["course"][at]), numbered[0])
                left.append(LeftOut(numbered[0], NO_COURSE, self.sheet))
            elif undone:
                left.append(LeftOut(numbered[0], undone, self.sheet))
            elif day == NOT_DONE_DAY or (not day and end == ""):
                left.append(LeftOut(numbered[0], NO_DAY, self.sheet))
            elif not staff or not day or end is None:
                others.append(numbered)
            elif record is not None and end and record[3] != ended[end]:
                others.append(numbered)  # it says another end than the record has
            else:
                lines.append(new(Line, (staff, course, day, end, record, numbered[0], heads)))
        return Plain(lines, others, left, everything)

    def _there(self, triples: Sequence[Any], places: Mapping[Any, int]) -> Sequence[TrainingLine | None]:
        """The record that each row is of, where there is one."""
        if len(places) < len(triples):
            return list(map(self.trained.there.get, triples))
        there: list[TrainingLine | None] = [None] * len(triples)
        lines = self.trained.reader.register.training
        for at, line in zip(map(places.get, self.trained.threes()), lines, strict=True):
            if at is not None:
                there[at] = line
        return there

    def _doubtful(self, triples: Sequence[Any], repeat: bool) -> set[int]:
        """The places of rows that are to be looked at by themselves: of one record, or with a cell that is refused."""
        found = in_doubt(self)
        if repeat:
            often = Counter(triples)
            found.update(at for at, one in enumerate(triples) if often[one] > 1 and None not in one)
        return found

    def _first(self) -> list[Incoming]:
        return [self._row(next(zip(*self.cells.values(), strict=True)), tuple(self.cells))]

    def _row(self, values: Sequence[Any], names: Sequence[str]) -> Incoming:
        """A row of some cells."""
        return Incoming(
            self.rows[0][0], self.sheet, {n: self._given(n, one) for n, one in zip(names, values, strict=True)}
        )

    def _given(self, name: str, known: Any) -> Given:
        at = self.at[name]
        return Given(self.value(name, known), at, self.headers[at])

    def _column(self, name: str, ask: Callable[[Value], str | None]) -> list[str | None]:
        """What the cells of a column come to; nothing where one is to be looked at by itself."""
        return list(map(self.of_each(name, ask).__getitem__, self.cells[name]))

    def _course(self, value: Value) -> str | None:
        """The course of a cell; an empty text where the register has none of it, nothing where it is refused."""
        text = said(value)
        found = self.trained.courses.of(text) if text else ("", "")
        return found[0] if len(found) == 1 else None if found else ""

    def _day(self, value: Value) -> str | None:
        """The day of a cell, or that nothing was done; empty where it says nothing, nothing where it is refused."""
        if value is None or (isinstance(value, str) and is_not_done(value)):
            return NOT_DONE_DAY if isinstance(value, str) and value.strip().casefold() not in NOTHING else ""
        try:
            day: str | None = self.trained.reader.read("completed", value).value
        except CellRefused:
            return None
        return day

    def _end(self, value: Value) -> str | None:
        """The end of a cell, empty where it says none; nothing where it is refused or something is told of it."""
        try:
            took = self.trained.reader.read("expires", value)
        except CellRefused:
            return None
        return None if took.notes else took.value or ""

    def _why(self, value: Value) -> str:
        """Why a row of such a word is left out; an empty text where it is not."""
        given = Given(value, None, self.headers[self.at[STATUS]])
        return "" if is_done(given) else not_completed(given)

    def _people(self) -> list[str | None]:
        """Who is meant in each row."""
        names = [name for name in PERSON if name in self.at]
        known = self.of_each("key", self.trained.by_key) if names[0] == "key" else {}
        if known and None not in known.values():
            return list(map(known.__getitem__, self.cells["key"]))

        def staff(one: Sequence[Any]) -> str | None:
            return known.get(one[0]) or self.trained.staff(self._row(one, names))

        who = AsAsked(staff)
        return list(map(who.__getitem__, zip(*(self.cells[name] for name in names), strict=True)))

    def _heads(self) -> LineHeads:
        return LineHeads(
            self.sheet,
            {name: (at, self.headers[at]) for name, at in self.at.items() if name in KEPT},
        )


def _ends_otherwise(
    ends: Sequence[str | None], there: Sequence[TrainingLine | None], days: Mapping[str, dt.date]
) -> bool:
    """Whether a row says another end than the record has that is there."""
    return any(record is not None and end and record[3] != days[end] for end, record in zip(ends, there, strict=True))
