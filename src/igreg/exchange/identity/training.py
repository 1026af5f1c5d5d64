"""Which training record each row means: who completed which course on which day; rows may be very many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from igreg.exchange.brought import Note
from igreg.exchange.cells.read import NOTHING, CellRefused, Reader
from igreg.exchange.columns.heads import plain
from igreg.exchange.identity.courses import Courses
from igreg.exchange.identity.keys import Keys, key_text
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import Named, Names, named, said
from igreg.exchange.rows import Given, Incoming
from igreg.language.english import counted, listed
from igreg.language.suggest import did_you_mean
from igreg.model.kinds.courses import Course
from igreg.model.kinds.staff import StaffMember
from igreg.model.span import Span
from igreg.register.training_lines import TrainingLine
from igreg.sheets.book import Value

DONE = frozenset({"completed", "complete", "compliant", "achieved", "passed"})
"""The words for what was done; any other leaves a row out (ruling X13)."""
_MEETS = frozenset({"meetsrequirement", "compliance", "compliant"})
_YES = frozenset({"yes", "y", "true"})
NOT_DONE = frozenset(
    {
        *NOTHING,
        "na",
        "not required",
        "not applicable",
        "booked",
        "in progress",
        "not started",
        "not completed",
        "enrolled",
    }
)
"""What stands in the place of a day where nothing was done (ruling X60)."""
FROM_EXPIRY = "expires - valid_for"
"""What a map says where only the day is known on which a course ends."""
NO_COURSE = "its course is not in the register"
NO_DAY = "not completed: there is no day"
Found = tuple[str | None, tuple[str, str, str] | None]
"""An id, or the refusal."""


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
    _people: dict[tuple[Value, ...], Found] = field(default_factory=dict)
    _may_be: dict[tuple[Value, ...], tuple[str, ...]] = field(default_factory=dict)
    """Those whom a doubtful row may mean, until its doubt was told once."""
    _other: dict[str, list[int]] = field(default_factory=dict)
    _unknown: list[int] = field(default_factory=list)

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each row is of, in their order; what is told of several stands in `notes`."""
        self.names = self.names or Names(rows, "staff")
        for row in rows:
            self._answered(row)
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
        staff, unknown = self.staff(row)
        if unknown is not None:
            if self.leave_out and unknown[1].endswith(_NOBODY):
                self._unknown.append(row.row)
                return Meant(left_out="of somebody who is not in the register")
            return Meant(refused=unknown, may_be=self._may_be.pop(_person(row), ()))
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

    def staff(self, row: Incoming) -> Found:
        """Who is meant by a row, each once."""
        known = _person(row)
        if known not in self._people:
            self._people[known] = self._who(row)
        return self._people[known]

    def _answered(self, row: Incoming) -> None:
        """Take whom somebody said that a row means, for all rows of that person; a key is learnt of it."""
        told = self._ids.get(self.told.get(row.row, "").casefold())
        if told is None or not told.id:
            return
        self._people[_person(row)] = told.id, None
        if "key" in row.cells and (key := key_text(row.cells["key"].value)):
            self.keys.learn(key, told.id, row.row)

    def _who(self, row: Incoming) -> Found:
        """Who is meant: by key, by id, else by name; whoever is still here before those who left."""
        key = key_text(row.cells["key"].value) if "key" in row.cells else ""
        found = self._ids.get((self.keys.id(key) or "").casefold()) if key else None
        if found is not None:
            return found.id, None
        text = said(row.cells["staff"].value) if "staff" in row.cells else ""
        if text.casefold() in self._ids:
            return self._ids[text.casefold()].id, None
        if text and (found := self._ids.get((self.keys.id(key_text(text)) or "").casefold())) is not None:
            return found.id, None
        assert self.names is not None
        name = self.names.of(row)
        field = next((one for one in ("staff", "name.family", "name.given", "key") if one in row.cells), "staff")
        if name is None and not key:
            return None, (field, "the row has no name", "fill in the name, or take the row out")
        who = self._by_name(name)
        if len(who) == 1:
            return who[0].id, None
        if who:
            self._may_be[_person(row)] = tuple(one.id or "" for one in who)
            called = listed([self.reader.register.lookup.called(one.id or "") for one in who], "or")
            return None, (field, f"{name.text if name else key!r} may be {called}", "say which, by id or by a key")
        shown = repr(name.text) if name is not None else "the number"
        help = 'import the staff first, or say in the map: unknown_people = "leave-out"'
        return None, (field, f"{shown}{_NOBODY}", help)

    def _by_name(self, name: Named | None) -> Sequence[StaffMember]:
        everybody = self._named.get(name.folded, []) if name is not None else []
        today = self.reader.now.date()
        return [one for one in everybody if one.left is None or one.left >= today] or everybody

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
        """The records of the register, by person, course and day."""
        days: dict[dt.date | None, str] = {}
        out: dict[tuple[str | None, str | None, str | None], TrainingLine] = {}
        for line in self.reader.register.training:
            day = days.get(line[2])
            if day is None:
                day = days[line[2]] = line[2].isoformat() if line[2] is not None else ""
            out[line[0], line[1], day] = line
        return out

    @cached_property
    def _members(self) -> Sequence[StaffMember]:
        return [one for one in self.reader.register.of(StaffMember) if one.id]

    @cached_property
    def _ids(self) -> dict[str, StaffMember]:
        return {(one.id or "").casefold(): one for one in self._members}

    @cached_property
    def _named(self) -> dict[str, list[StaffMember]]:
        out: dict[str, list[StaffMember]] = {}
        for one in self._members:
            if one.name:
                out.setdefault(named(one.name).folded, []).append(one)
        return out


_NOBODY = " is nobody of this register"


def _person(row: Incoming) -> tuple[Value, ...]:
    """What a row says of who it is of: the same in every row of one person."""
    cells = row.cells
    return tuple(cells[name].value if name in cells else None for name in ("key", "staff", "name.family", "name.given"))


def is_not_done(text: str) -> bool:
    """Whether a text stands where a day would if something had been done."""
    word = " ".join(text.split()).casefold()
    return word in NOT_DONE or word.startswith("booked")


def not_completed(given: Given) -> str:
    """Why a row is left out whose word says that the course was not done."""
    return f"not completed: {said(given.value)}"


def is_done(given: Given) -> bool:
    """Whether a word for how a course stands says that it was done; a blank says nothing."""
    text = said(given.value).casefold()
    return not text or text in DONE or (text in _YES and plain(given.header) in _MEETS)
