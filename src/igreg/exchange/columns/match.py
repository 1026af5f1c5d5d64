"""The columns of a table: which field each is taken for, which are told and left out, and which are never read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import Column
from igreg.exchange.columns.content import looks_private
from igreg.exchange.columns.heads import Known, column_of_ours, dropped, find, plain
from igreg.exchange.columns.map import ColumnMap
from igreg.sheets.book import Value, column_name


@dataclass(frozen=True)
class Head:
    """A head of a table; column 0 is A."""

    column: int
    text: str


@dataclass
class Matching:
    """The columns of a table, each told once, and those of them that are read."""

    columns: list[Column] = field(default_factory=list)
    fields: dict[int, str] = field(default_factory=dict)
    """The field of each column that is read."""
    headers: dict[int, str] = field(default_factory=dict)
    """The heads of all columns but those that are never read, as they stand."""
    levels: list[int] = field(default_factory=list)
    """Of several columns for the unit all of them, from the lowest level up."""
    last: int = -1
    """The last column that has a head."""


def is_known(kind: str, head: str, map: ColumnMap | None = None) -> bool:
    """Whether a head says which field its column is for, or that it is never to be read: so the head is found."""
    return find(kind, head) is not None or dropped(kind, head) is not None or (map is not None and map.has(head))


def match(
    kind: str,
    heads: Sequence[Head],
    rows: Sequence[Sequence[Value]],
    today: dt.date,
    map: ColumnMap | None = None,
    first_column: int = 0,
    course: Course = lambda head: None,
) -> Matching:
    """Which column is which field. What is never read is so whatever the map says.

    `course` tells the course and the field of a column whose head is one, where a table has a column for each.

    Raises IgregError where a head stands twice over unlike cells, where a column of the map is missing, or where no
    column means anything.
    """
    return _Match(kind, rows, today, map, first_column, course).all(heads)


@dataclass
class _Match:
    kind: str
    rows: Sequence[Sequence[Value]]
    today: dt.date
    map: ColumnMap | None
    first_column: int
    course: Course
    out: Matching = field(default_factory=Matching)

    def all(self, heads: Sequence[Head]) -> Matching:
        last = max((head.column for head in heads), default=-1)
        heads = self.once(heads)
        if self.map is not None:
            self.map.refuse_missing([head.text for head in heads])
        meant = {head.column: self.meant(head) for head in heads}
        if not any(one is not None and one.field == "course" for one in meant.values()):
            meant |= {head.column: one for head in heads if (one := self.of_course(head, meant[head.column]))}
        told: dict[int, Column] = {}
        for head in heads:
            told[head.column] = self.column(head, meant[head.column])
        self.titles(told, heads)
        self.nearest(told, meant)
        self.out.fields = {at: one.field for at, one in told.items() if one.field}
        self.out.columns = [_shown(told[head.column]) for head in heads]
        self.out.headers = {head.column: head.text for head in heads if told[head.column].how != "dropped"}
        self.out.last = last
        if not self.out.fields:
            named = ", ".join(repr(head.text) for head in heads[:6])
            raise IgregError(
                f"no column means anything for {self.kind}: {named or 'there is no head'}",
                "name the columns after the fields, or say which is which in a map: --map",
            )
        return self.out

    def cells(self, column: int) -> list[Value]:
        at = column - self.first_column
        return [row[at] if at < len(row) else None for row in self.rows]

    def once(self, heads: Sequence[Head]) -> list[Head]:
        """The heads, those that stand twice over the same cells once. Raises IgregError where the cells are unlike."""
        first: dict[str, Head] = {}
        out = []
        for head in heads:
            known = first.setdefault(" ".join(head.text.casefold().split()), head) if head.text else head
            if known is head:
                out.append(head)
            elif dropped(self.kind, head.text) is None and self.cells(known.column) != self.cells(head.column):
                places = f"{column_name(known.column)} and {column_name(head.column)}"
                raise IgregError(
                    f"two columns are headed {head.text!r}, {places}, and their cells are not the same",
                    "give one of them another head, or take it out",
                )
        return out

    def meant(self, head: Head) -> Known | None:
        """What the map says of a head, else what is known of it."""
        said = self.map.field(head.text) if self.map is not None else None
        if said is not None:
            return Known(said, "map", -2)
        return find(self.kind, head.text)

    def of_course(self, head: Head, known: Known | None) -> Known | None:
        """What the column of a course stands for; the map may say that its days are those on which it ends."""
        found = self.course(head.text) if known is None or known.field in OF_COURSE else None
        if found is None:
            return None
        course, what = found
        said = known.field if known is not None and known.how == "map" else what
        return Known(f"{WIDE}{course} {said}", "course", -2)

    def column(self, head: Head, known: Known | None) -> Column:
        """A column as it is told; the map cannot undo that it is never read."""
        letters = column_name(head.column)
        why = dropped(self.kind, head.text)
        if why is None and find(self.kind, head.text) is None and not (known and known.how == "course"):
            why = looks_private(self.cells(head.column), self.today, may_be_days=known is not None)
        if why is not None:
            return Column(letters, head.text, None, "dropped", why)
        if known is not None and known.field == DROPPED:
            return Column(letters, head.text, None, "dropped", "the person whom it is about")
        if known is None or (known.how != "map" and (known.field in NOT_READ or self.is_idle(known))):
            return Column(letters, head.text, None, "unmatched")
        return Column(letters, head.text, known.field or None, known.how)

    def is_idle(self, known: Known) -> bool:
        """Whether a head would tell which row counts, for a kind whose rows are not chosen so."""
        return known.field in (CHOOSING, PRIMARY) and self.kind != "staff"

    def titles(self, told: dict[int, Column], heads: Sequence[Head]) -> None:
        """`Title` beside a family name stands before a name; alone it is what the job is called."""
        if self.kind != "staff" or any(one.field == "name.family" for one in told.values()):
            return
        for head in heads:
            if told[head.column].field == "name.title" and told[head.column].how != "map":
                field = "job_title" if plain(head.text) == "title" else None
                how = "synonym" if field else "unmatched"
                told[head.column] = Column(column_name(head.column), head.text, field, how)

    def nearest(self, told: dict[int, Column], meant: Mapping[int, Known | None]) -> None:
        """Of several columns for one field the nearest counts; the others are told and left out."""
        taken: dict[str, int] = {}
        levels = self.levels(told)
        for at, one in told.items():
            if one.field is None or one.field.startswith("_") or at in levels:
                continue
            other = taken.setdefault(one.field, at)
            if other == at:
                continue
            far, near = (other, at) if _rank(meant[at]) < _rank(meant[other]) else (at, other)
            taken[one.field] = near
            if plain(told[far].header) == ASSIGNMENT and one.field == "key":
                told[far] = replace(told[far], field=f"_{ASSIGNMENT}")
                continue
            own = column_of_ours(self.kind, told[far].header)
            if own is not None and own not in taken:
                taken[own] = far
                told[far] = replace(told[far], field=own, how="name")
                continue
            why = f"{told[near].header} says it already" if told[near].header else None
            told[far] = Column(told[far].column, told[far].header, None, "unmatched", why)

    def levels(self, told: Mapping[int, Column]) -> list[int]:
        """The columns that say where somebody works, from the lowest level up; none where one of them says it alone."""
        units = {plain(one.header): at for at, one in told.items() if one.field == "unit"}
        found = [units[head] for head in LEVELS if head in units]
        others = any(one.field == "unit" and at not in found for at, one in told.items())
        self.out.levels = found if len(found) > 1 and not others and self.kind == "staff" else []
        return self.out.levels


Course = Callable[[str], tuple[str, str] | None]
WIDE = "_course "
"""What stands before the course and the field of a column of one course."""
OF_COURSE = ("completed", "expires")
NOT_READ = frozenset({"_told", "_not_the_learner"})
"""Heads that are known, and of which nothing is made."""
DROPPED = "_dropped"
CHOOSING, PRIMARY = "_ignored", "_primary"
"""Heads of columns that tell which of several rows of one person counts."""
ASSIGNMENT = "assignmentnumber"
"""Beside the number of a person, that of each of their assignments: it tells which of their rows counts."""
LEVELS = ("orgl6", "orgl5", "orgl4", "orgl3", "department", "organisation", "organization")
"""Heads of the levels of an organisation, the lowest first."""


def _shown(one: Column) -> Column:
    """A column as it is told: what tells which row counts is no field."""
    if one.field is None or not one.field.startswith("_"):
        return one
    if one.field.startswith(WIDE):
        course, what = one.field.removeprefix(WIDE).split(" ")
        return Column(one.column, one.header, what, "course", course)
    return Column(one.column, one.header, None, one.how, CHOOSES)


CHOOSES = "it tells which row counts, and is not kept"


def _rank(known: Known | None) -> int:
    return known.rank if known is not None else 10**6
