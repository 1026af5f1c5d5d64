"""What a row of training wants where nothing is to be told of it: there may be some hundred thousand of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter, not_
from typing import Any, NamedTuple, overload

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.register.training_lines import TrainingLine
from igreg.sheets.book import cell_name
from igreg.source.editing.together import Alike


@dataclass(frozen=True)
class LineHeads:
    """Where the columns of a table of training stand: the place and the head of each field, and the sheet."""

    sheet: str | None
    columns: Mapping[str, tuple[int, str]]


class Line(NamedTuple):
    """What one row of training wants, where nothing is to be told of it: a new record, or what one says already.

    It is a `Wanted` that takes little room.
    """

    staff: str
    course: str
    completed: str
    expires: str
    """An empty text where the row says no end."""
    record: TrainingLine | None
    row: int
    heads: LineHeads

    @property
    def fields(self) -> dict[str, str]:
        """What the record says, in its order."""
        out = {"staff": self.staff, "course": self.course, "completed": self.completed}
        return {**out, "expires": self.expires} if self.expires else out

    @property
    def kind(self) -> str:
        """Always training records."""
        return "training-records"

    @property
    def sheet(self) -> str | None:
        """The sheet of the row."""
        return self.heads.sheet

    @property
    def name(self) -> str:
        """The name that the record goes by."""
        return f"{self.staff}/{self.course}/{self.completed}"

    @property
    def values(self) -> Mapping[KeyPath, str]:
        """What is to stand at each way."""
        return {(key,): value for key, value in self.fields.items()}

    @property
    def cells(self) -> Mapping[KeyPath, tuple[str, str]]:
        """The name of the cell and the head of the column from which each value is."""
        columns = self.heads.columns
        return {
            (key,): (cell_name(columns[key][0], self.row), columns[key][1]) for key in self.fields if key in columns
        }


class Lines(Sequence[Line]):
    """Lines kept as the columns that they are of: each is made when it is asked for, and most never are."""

    def __init__(self, columns: Sequence[Sequence[Any]], heads: LineHeads, at: Sequence[int] | None = None) -> None:
        """`columns` are in the order of a line's fields; `at` are the places in them, where not all are meant."""
        self._columns, self._heads = columns, heads
        self._at = range(len(columns[0])) if at is None else at

    def __len__(self) -> int:
        return len(self._at)

    def __iter__(self) -> Iterator[Line]:
        return map(self._line, self._at)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> Lines: ...

    def __getitem__(self, at: int | slice) -> Line | Lines:
        if isinstance(at, slice):
            return Lines(self._columns, self._heads, self._at[at])
        return self._line(self._at[at])

    def column(self, field: str) -> Sequence[Any]:
        """What all of them say in a field."""
        whole = self._columns[Line._fields.index(field)]
        return whole if self._at == range(len(whole)) else list(map(whole.__getitem__, self._at))

    def parted(self) -> tuple[Lines, Lines]:
        """Those of which there is no record yet, and the others."""
        there = self.column("record")
        if not any(there):
            return self, self[:0]
        new = list(compress(self._at, map(not_, there)))
        old = list(compress(self._at, there))
        return Lines(self._columns, self._heads, new), Lines(self._columns, self._heads, old)

    def _line(self, at: int) -> Line:
        return Line._make([*(column[at] for column in self._columns), self._heads])


def records(lines: Lines | Sequence[Line]) -> Sequence[Mapping[str, str]]:
    """What the records of lines say, each in its order; where all have the same fields, made only when asked for."""

    def column(field: str) -> Sequence[str]:
        return lines.column(field) if isinstance(lines, Lines) else list(map(attrgetter(field), lines))

    ends = column("expires")
    if all(ends) or not any(ends):
        columns = {field: column(field) for field in ("staff", "course", "completed")}
        return Alike({**columns, "expires": ends} if any(ends) else columns)
    return [one.fields for one in lines]
