"""What a row of training wants where nothing is to be told of it: there may be some hundred thousand of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

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


def records(lines: Sequence[Line]) -> Sequence[Mapping[str, str]]:
    """What the records of lines say, each in its order; where all have the same fields, made only when asked for."""
    ends = [one.expires for one in lines]
    if all(ends) or not any(ends):
        columns = {field: list(map(attrgetter(field), lines)) for field in ("staff", "course", "completed")}
        return Alike({**columns, "expires": ends} if any(ends) else columns)
    return [one.fields for one in lines]
