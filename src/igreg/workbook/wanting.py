"""What the rows of a workbook want, as findings ask for it: which cell a value is from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from igreg.exchange.plan import Wanted
from igreg.findings import KeyPath
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine
from igreg.workbook.merging import Changed, Made


def wanting(register: Register, changed: Sequence[Changed], made: Sequence[Made]) -> list[Wanted]:
    """What is wanted of each record, with the cell of each value."""
    files = {one.there.file for one in changed}
    records: dict[tuple[str, int | None], Any] = {
        (one.where.file, one.where.item): one for file in files for one in register.by_file.get(file, ())
    }
    lines: dict[tuple[str, int | None], TrainingLine] = {
        (one.file, one.item): one for one in register.training if one.file in files
    }
    out = []
    for one in changed:
        place = (one.there.file, one.there.item)
        record = records.get(place) or lines.get(place)
        values: dict[KeyPath, Any] = dict(one.edits.sets)
        if record is not None:
            out.append(Wanted(one.kind, values, record, one.row, one.first.of.sheet, dict(one.cells)))
    for new in made:
        values = {(key,): value for key, value in new.values.items()}
        out.append(Wanted(new.kind, values, None, new.came.number, new.came.of.sheet, dict(new.cells)))
    return out
