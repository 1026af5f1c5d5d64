"""What one row of a table is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.exchange.cells.read import CellNote
from igreg.model.base import Record
from igreg.register.training_lines import TrainingLine


@dataclass(frozen=True)
class Meant:
    """What one row is of: a record that is there, or a new one of an id; else why it is refused or left out."""

    record: Record | TrainingLine | None = None
    id: str | None = None
    """The id of a new record, where its kind has ids."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """Fields that were read already, by their dotted names: a name put together from its parts."""
    refused: tuple[str, str, str] | None = None
    """The field whose cell is refused, the message and the help."""
    may_be: tuple[str, ...] = ()
    """Where a row is refused since it is doubtful whom it means: the ids of those whom it may mean."""
    amiss: tuple[tuple[str, str, str], ...] = ()
    """The same of cells of a row of which it is known whom it means."""
    left_out: str | None = None
    """Why the row says nothing of a record of ours."""
    repeats: bool = False
    """Whether it says no more than another row, which counts for both."""
    notes: tuple[CellNote, ...] = ()
