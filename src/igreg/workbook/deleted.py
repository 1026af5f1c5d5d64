"""Rows that went out and did not come back: told, or taken out of the register where nothing points to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from igreg.analysis.tenure import Tenure
from igreg.exchange.brought import FieldChange, Gone, Refused
from igreg.workbook.came import Read
from igreg.workbook.columns import Table
from igreg.workbook.kept import Kept
from igreg.workbook.paired import part_path
from igreg.workbook.rows import Came, Columns
from igreg.workbook.standing import There, value_at, values_of

if TYPE_CHECKING:
    from igreg.workbook.merging import Merging

END = "end"


def deleted(merging: Merging, chosen: Sequence[Table], read: Read) -> None:
    """Note what was deleted; of sheets that are not there nothing was."""
    by_name = {table.name: table for table in chosen if table.name in read.rows}
    lacking = [row for mark, row in merging.kept.items() if mark not in merging.back and row.table in by_name]
    names = {(row.table, row.name) for row in lacking if not row.places}
    tenure = Tenure(merging.register, merging.now.date())
    for row in lacking:
        table = by_name[row.table]
        if row.places and (table.kind, row.name) in names:
            continue  # it goes with its record
        found = _found(merging, table, row)
        if found is None:
            continue
        there, places = found
        roles = [one.id or "" for one in tenure.roles_of(row.name)] if table.name == "staff" else []
        title = merging.register.title(there.id) if there.id else None
        ends = merging.missing == END and _may_end(merging, table, row, there, places, names)
        merging.found.gone.append(Gone(row.original, table.name, "ended" if ends else "told", roles, title))
        if ends:
            _end(merging, table, there, places)


def _found(merging: Merging, table: Table, row: Kept) -> tuple[There, tuple[int, ...]] | None:
    """Where it stands now; nothing where it is gone here too."""
    pairs = merging.pairs[table.kind]
    if row.places:
        return pairs.part(table, row)
    there = pairs.record(row.name)
    return None if there is None else (there, ())


def _may_end(
    merging: Merging, table: Table, row: Kept, there: There, places: tuple[int, ...], names: set[tuple[str, str]]
) -> bool:
    """Whether a record or part may be taken out; else it is refused."""
    data = value_at(there.data, part_path(table, places))
    now = values_of(table, data) if isinstance(data, dict) else {}
    id = now.get("id") if row.places or table.has_ids else None
    own = (
        [
            one.record.identity or one.record.kind
            for one in merging.register.references.pointers.get(id, ())
            if one.record.identity != there.id and (one.record.kind, one.record.identity) not in names
        ]
        if isinstance(id, str)
        else []
    )
    if own:
        who = f"{own[0]} and {len(own) - 1} more point" if len(own) > 1 else f"{own[0]} points"
        return _refused(merging, table, row, f"{who} to it", "take it out there first, or keep its row")
    if now != dict(row.values):
        return _refused(
            merging, table, row, "it was changed in the register since", "look at it there, or keep its row"
        )
    if not row.places and there.item is None:
        return _refused(merging, table, row, "it has a file to itself", f"delete {there.file}, or keep its row")
    if not row.places and any(kind == table.kind and made == row.name for kind, made in _touched(merging)):
        return _refused(merging, table, row, "parts of it were changed on another sheet", "keep its row, or undo that")
    return True


def _touched(merging: Merging) -> set[tuple[str, str]]:
    return {(one.kind, one.name) for one in merging.changes.values() if one.fields}


def _refused(merging: Merging, table: Table, row: Kept, message: str, help: str) -> bool:
    said = f"the row of {row.original} was deleted, but {message}"
    merging.values.refused.append(Refused(None, row.original, said, help, table.sheet))
    return False


def _end(merging: Merging, table: Table, there: There, places: tuple[int, ...]) -> None:
    from igreg.workbook.merging import Ended

    if not places:
        merging.found.ended.append(Ended(there))
        return
    path = part_path(table, places)
    one = merging.changed(_row_of_none(table), there)
    one.edits.removed.append(path)
    one.fields.append(FieldChange(path, value_at(there.data, path), None))


def _row_of_none(table: Table) -> Came:
    """What stands for a row that is not there any more."""
    return Came(Columns(table, table.sheet), 0, ())
