"""The rows of a table under the fields of their columns, once it is known which column is which field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.exchange.brought import LeftOut, Refused
from igreg.exchange.columns.match import Matching
from igreg.exchange.rows import Given, Incoming
from igreg.sheets.book import Value, cell_name

SECRET = "\u2026"
"""What stands for a value that may identify a person, as any in a column without a head may."""


@dataclass
class Table:
    """The rows of a table under the fields of their columns, and what of it is refused or left out on the way."""

    rows: list[Incoming] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def incoming(
    rows: Sequence[tuple[int, Sequence[Value]]],
    matching: Matching,
    sheet: str | None,
    *,
    first_column: int = 0,
    defaults: Mapping[str, Given] | None = None,
    is_unit: Callable[[Value], bool] = bool,
) -> Table:
    """The rows of a table, each by its number, as rows of fields. Cells beyond the last head are refused.

    Where several columns are levels of the organisation, the lowest of which the cell `is_unit` counts in each row.
    """
    out = Table()
    single = [(at, name) for at, name in matching.fields.items() if at not in matching.levels]
    places = [(at - first_column, at, name, matching.headers[at]) for at, name in single]
    for number, row in rows:
        beyond = [at for at in range(matching.last + 1 - first_column, len(row)) if row[at] not in (None, "")]
        for at in beyond:
            cell = cell_name(at + first_column, number)
            message, help = "the cell stands beyond the last head", "give its column a head, or empty it"
            out.refused.append(Refused(None, SECRET, message, help, sheet, number, cell))
        if beyond:
            continue
        cells = dict(defaults or {})
        for place, at, name, header in places:
            value = row[place] if place < len(row) else None
            if value not in (None, "") or name not in cells:
                cells[name] = Given(value, at, header)
        levels = [(row[at - first_column], at) for at in matching.levels if at - first_column < len(row)]
        filled = [one for one in levels if one[0] not in (None, "")]
        if filled:
            value, at = next((one for one in filled if is_unit(one[0])), filled[0])
            cells["unit"] = Given(value, at, matching.headers[at])
        out.rows.append(Incoming(number, sheet, cells))
    return out
