"""Which training record each row means: who completed which course on which day; rows may be very many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from operator import itemgetter

from igreg.dataclass import dataclass
from igreg.exchange.brought import Note
from igreg.exchange.cells.read import NOTHING, CellRefused, Reader
from igreg.exchange.identity.courses import Courses
from igreg.exchange.identity.done import is_done, is_not_done, not_completed
from igreg.exchange.identity.keys import Keys
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import Names, said
from igreg.exchange.identity.trainees import NOBODY, Found, Trainees
from igreg.exchange.rows import Given, Incoming
from igreg.language.english import counted, listed
from igreg.language.suggest import did_you_mean
from igreg.model.kinds.courses import Course
from igreg.model.span import Span
from igreg.register.training_lines import TrainingLine
from igreg.sheets.book import Value

FROM_EXPIRY = "expires - valid_for"
"""What a map says where only the day is known on which a course ends."""
NO_COURSE = "its course is not in the register"
NO_DAY = "not completed: there is no day"


@dataclass
class Trained:
    """The training records that the rows of one table mean."""

    reader: Reader
    keys: Keys
    leave_out: bool = False
    from_expiry: bool = False
    """Whether the day of completion is that of expiry without the time for which the course counts."""
    notes: list[Note] = field(default_factory=list)
    names: Names | None = None
    """The names of the whole table, where others of its rows were settled already."""
    told: Mapping[int, str] = field(default_factory=dict)
    """Whom rows mean of which somebody was asked: an id, by the number of the row; it counts for all rows alike."""
    _other: dict[str, list[int]] = field(default_factory=dict)
    _unknown: list[int] = field(default_factory=list)

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each row is of, in their order; what is told of several stands in `notes`."""
        self.names = self.names or Names(rows, "staff")
        for row in rows:
            self._people.answered(row)
        out = [self._one(row) for row in rows]
        self._twice(rows, out)
        sheet = rows[0].sheet if rows else None
        for text, numbers in sorted(
            ((text, sorted(rows)) for text, rows in self._other.items()), key=lambda one: one[1][0]
        ):
            near = self.courses.nearest(text)
            why = f"{text!r} is no course of this register; left out"
            help = did_you_mean(near, "") if near is not None else ""
            self.notes.append(
                Note("other-course", f"{why}{f'; {help}' if help else ''}", sheet, value=text, rows=numbers)
            )
        if self._unknown:
            much = counted(len(self._unknown), "row")
            why = f"{much} left out: of people who are not in the register"
            self.notes.append(Note("unknown-people", why, sheet, rows=self._unknown))
        return out

    def staff(self, row: Incoming) -> str | None:
        """The id of whom a row means; nothing where that is not certain."""
        return self._people.of(row)[0]

    def by_key(self, value: Value) -> str | None:
        """The id of whom a key means; nothing where it is not known, or of nobody of the register."""
        return self._people.by_key(value)

    def _one(self, row: Incoming) -> Meant:
        cells = row.cells
        course, refused = self._course(cells.get("course"), row)
        if refused is not None:
            return Meant(refused=refused)
        if course is None:
            return Meant(left_out=NO_COURSE)
        status = cells.get("_status")
        if status is not None and not is_done(status):
            return Meant(left_out=not_completed(status))
        day, amiss = self._day(row, course)
        if day is None and not amiss:
            return Meant(left_out=NO_DAY)
        staff, unknown = self._people.of(row)
        if unknown is not None:
            if self.leave_out and unknown[1].endswith(NOBODY):
                self._unknown.append(row.row)
                return Meant(left_out="of somebody who is not in the register")
            return Meant(refused=unknown, may_be=self._people.may_be(row))
        assert staff is not None
        if day is None:
            return Meant(values={"staff": staff, "course": course, "completed": None}, amiss=amiss)
        record = self.there.get((staff, course, day))
        return Meant(record, values={"staff": staff, "course": course, "completed": day})

    def _course(self, given: Given | None, row: Incoming) -> Found:
        text = said(given.value) if given is not None else ""
        if not text:
            return None, ("course", "the row has no course", "fill in the cell")
        found = self.courses.of(text)
        if len(found) == 1:
            return found[0], None
        if found:
            called = listed([self.reader.register.lookup.called(id) for id in found], "or")
            return None, ("course", f"{text!r} may be several courses", f"name one: {called}")
        self.of_another_course(given.value if given is not None else None, row.row)
        return None, None

    def of_another_course(self, value: Value, row: int) -> None:
        """Keep in mind that a row is of a course that the register does not have."""
        self._other.setdefault(said(value), []).append(row)

    def _day(self, row: Incoming, course: str) -> tuple[str | None, tuple[tuple[str, str, str], ...]]:
        """The day of completion; nothing where nothing was done, or what is refused of it."""
        given = row.cells.get("completed")
        value = given.value if given is not None else None
        if value is not None and not (isinstance(value, str) and is_not_done(value)):
            try:
                day: str | None = self.reader.read("completed", value).value
            except CellRefused as error:
                return None, (("completed", error.message, error.help),)
            return day, ()
        ends = row.cells.get("expires")
        if ends is None or (given is not None and isinstance(value, str) and value.strip().casefold() not in NOTHING):
            return None, ()
        try:
            last = self.reader.read("expires", ends.value).value
        except CellRefused as error:
            return None, (("expires", error.message, error.help),)
        if last is None:
            return None, ()
        lasts = self._valid_for.get(course)
        if self.from_expiry and lasts is not None:
            return lasts.before(dt.date.fromisoformat(last)).isoformat(), ()
        help = f'give the day of completion, or say in the map: completed = "{FROM_EXPIRY}"'
        if self.from_expiry:
            help = f"give the course {course} its `valid_for`, or the day of completion"
        return None, (("expires", "a day of expiry alone does not say when it was completed", help),)

    def _twice(self, rows: Sequence[Incoming], out: list[Meant]) -> None:
        """A record that stands twice counts once; two that end on different days are both refused (ruling X15)."""
        first: dict[tuple[str, str, str], int] = {}
        for at, one in enumerate(out):
            if not one.values or one.values["completed"] is None:
                continue
            known = (one.values["staff"], one.values["course"], one.values["completed"])
            other = first.setdefault(known, at)
            if other == at:
                continue
            if self._ends(rows[at]) == self._ends(rows[other]):
                out[at] = Meant(repeats=True)
                self._repeated.append(rows[at].row)
                continue
            help = "leave one of the rows"
            for place in (at, other):
                why = f"rows {rows[other].row} and {rows[at].row} are of one record and end on different days"
                out[place] = Meant(refused=("expires" if "expires" in rows[place].cells else "completed", why, help))
        if self._repeated:
            much = counted(len(self._repeated), "row")
            self.notes.append(Note("repeated", f"{much} as another row has it, each counted once", rows=self._repeated))

    def _ends(self, row: Incoming) -> object:
        given = row.cells.get("expires")
        try:
            return self.reader.read("expires", given.value).value if given is not None else None
        except CellRefused:
            return given.value if given is not None else None

    @cached_property
    def _people(self) -> Trainees:
        assert self.names is not None
        return Trainees(self.reader, self.keys, self.names, self.told)

    @cached_property
    def _repeated(self) -> list[int]:
        return []

    @cached_property
    def courses(self) -> Courses:
        """The courses of the register."""
        return Courses(self.reader.register, self.reader.values)

    @cached_property
    def _valid_for(self) -> dict[str | None, Span | None]:
        return {one.id: one.valid_for for one in self.reader.register.of(Course)}

    @cached_property
    def there(self) -> dict[tuple[str | None, str | None, str | None], TrainingLine]:
        """The records of the register, by person, course and day as it is written."""
        return dict(zip(self.threes(), self.reader.register.training, strict=True))

    def threes(self) -> Iterator[tuple[str | None, str | None, str | None]]:
        """Person, course and day, as it is written, of each record of the register."""
        lines = self.reader.register.training
        staff, courses, completed = (map(itemgetter(at), lines) for at in range(3))
        days = {day: day.isoformat() if day is not None else None for day in set(map(itemgetter(2), lines))}
        return zip(staff, courses, map(days.__getitem__, completed), strict=True)
