"""Several rows of one person: the same twice, assignments of one, or a contradiction that is refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from igreg.exchange.cells.read import CellNote
from igreg.exchange.columns.heads import plain
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.person import Person
from igreg.exchange.rows import Incoming
from igreg.sheets.book import Value

_OF_ASSIGNMENTS = frozenset(
    [
        "unit",
        "job_title",
        "started",
        "left",
        "hours_per_week",
        "worker",
        "manager",
        "email",
        "key",
        "_assignmentnumber",
        "_primary",
        "_ignored",
    ]
)
"""What may differ between the assignments of one person."""
_HEADS = frozenset({"employeenumber", "employeeno", "assignmentnumber", "personnumber"})
_YES = frozenset({"yes", "y", "true", "1", "primary"})


def chosen(group: Sequence[Person]) -> Person | None:
    """The row of one person that counts; the others say the same, or are told; nothing where all are refused."""
    first = group[0]
    if len(group) == 1:
        return first
    rows = f"rows {', '.join(str(one.row.row) for one in group)}"
    if all(said_by(one.row, ("_assignmentnumber",)) == said_by(first.row, ("_assignmentnumber",)) for one in group):
        for one in group[1:]:
            note = CellNote("repeated", f"says the same as row {first.row.row}, and counts once")
            one.meant = Meant(repeats=True, notes=(note,))
        return first
    best = _assignment(group)
    if best is None:
        help = "leave one of the rows, or tell the people apart with a column `id` or a key"
        field = "name" if "name" in first.row.cells else next(iter(first.row.cells), "name")
        for one in group:
            one.meant = Meant(one.record, refused=(field, f"{rows} are of one person and do not say the same", help))
        return None
    for one in group:
        if one is not best:
            note = CellNote("assignments", f"another assignment of one person; row {best.row.row} counts")
            one.meant = Meant(repeats=True, notes=(note,))
    return best


def _assignment(group: Sequence[Person]) -> Person | None:
    """The row of the main one of several assignments: the primary one, that without a suffix, the first to start."""
    if not all(one.key for one in group) or not any(_tells(one.row) for one in group):
        return None
    if any(said_by(one.row, _OF_ASSIGNMENTS) != said_by(group[0].row, _OF_ASSIGNMENTS) for one in group):
        return None
    primary = [one for one in group if _is_yes(one.row)]
    whole = [one for one in group if not one.is_part]
    for some in (primary, whole):
        if len(some) == 1:
            return some[0]
    among = primary or group
    days = [(one.started, one) for one in among if one.started is not None]
    if not days:
        return None
    earliest = min(day for day, _ in days)
    found = [one for day, one in days if day == earliest]
    return found[0] if len(found) == 1 else None


def _tells(row: Incoming) -> bool:
    given = row.cells.get("key")
    return (
        "_primary" in row.cells
        or "_assignmentnumber" in row.cells
        or (given is not None and plain(given.header) in _HEADS)
    )


def _is_yes(row: Incoming) -> bool:
    given = row.cells.get("_primary")
    return given is not None and str(given.value).strip().casefold() in _YES


def said_by(row: Incoming, besides: Collection[str] = ()) -> dict[str, Value]:
    """The cells of a row that say something, as they are compared."""
    out: dict[str, Value] = {}
    for name, given in row.cells.items():
        value = " ".join(given.value.split()) if isinstance(given.value, str) else given.value
        if name not in besides and given.column is not None and value not in (None, ""):
            out[name] = value
    return out
