"""What every new record of a table is given, whatever its row says: by `--set`, or by the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from igreg.errors import IgregError
from igreg.exchange.cells.read import CellRefused, Reader
from igreg.exchange.columns.heads import fields
from igreg.exchange.columns.map import ColumnMap
from igreg.exchange.rows import Given
from igreg.language.suggest import one_of


def defaults_of(reader: Reader, given: Mapping[str, str], column_map: ColumnMap | None) -> dict[str, Given]:
    """What every new record is given, as if it stood in cells of no column; each is read once, to see that it can."""
    out: dict[str, Given] = {}
    known = [name for name in fields(reader.kind) if name != "id"]
    said = {**(column_map.defaults if column_map else {}), **given}
    for name, value in said.items():
        where = f"--set {name}" if name in given else f"{column_map.name if column_map else ''}: [defaults] {name}"
        if name not in known:
            raise IgregError(
                f"{where}: {reader.kind} have no field {name!r}", one_of(name, known, "see `igreg schema`")
            )
        text = _text(value)
        try:
            took = reader.read(name, text)
        except CellRefused as error:
            shown = "" if error.secret else f" {text!r}"
            raise IgregError(f"{where}:{shown} {error.message}", error.help) from None
        if took.value is None:
            raise IgregError(f"{where}: {text!r} says nothing", "leave it out")
        out[name] = Given(text, None, "")
    return out


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
