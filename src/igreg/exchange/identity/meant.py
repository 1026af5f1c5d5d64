"""Which record each row of a table means: by its id, its key, else by its name; or the id of the new one that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from igreg.changes.new_id import id_for
from igreg.exchange.cells.read import CellNote, Reader
from igreg.exchange.rows import Incoming
from igreg.model.base import Record
from igreg.model.kinds import model_of
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
    left_out: str | None = None
    """Why the row says nothing of a record of ours."""
    repeats: bool = False
    """Whether it says no more than another row, which counts for both."""
    notes: tuple[CellNote, ...] = ()


@dataclass
class Identity:
    """The records that the rows of one table mean; what it learnt of keys is in `learnt` when all were looked at."""

    reader: Reader
    keys: Mapping[str, str] = field(default_factory=dict)
    """The ids of the map, by the hash of the key that the other system has for them."""
    learnt: dict[str, str] = field(default_factory=dict)

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each of the rows is of, in their order."""
        return [self._one(row) for row in rows]

    def _one(self, row: Incoming) -> Meant:
        register, kind = self.reader.register, self.reader.kind
        given = row.cells.get("id")
        if given is not None and given.value is not None:
            id = str(given.value).strip()
            record = register.get(model_of(kind), id)
            return Meant(id=id) if record is None else Meant(record)
        if "id" not in model_of(kind).model_fields:
            return Meant()
        name = next((str(row.cells[one].value) for one in ("name", "title") if one in row.cells), "")
        found = register.lookup.matches(name, (kind,)) if name else ()
        if len(found) > 1:
            return Meant(refused=("name", f"{name!r} may mean several: {', '.join(found)}", "add a column id"))
        if found:
            return Meant(register.by_id[found[0]])
        return Meant(id=id_for(register, kind, self.reader.now.date(), name))
