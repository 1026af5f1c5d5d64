"""Titles that an export has in two columns: business function and purpose in the template of the ICO (ruling X49)."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.exchange.columns.heads import plain
from igreg.exchange.rows import Incoming

_FUNCTION = plain("Business function")


def titled(kind: str, rows: Sequence[Incoming]) -> list[Incoming]:
    """The rows, those of processing that have a business function with a title of that and the purpose."""
    return [_titled(row) for row in rows] if kind == "processing" else list(rows)


def _titled(row: Incoming) -> Incoming:
    title, purposes = row.cells.get("title"), row.cells.get("purposes")
    if title is None or purposes is None or plain(title.header) != _FUNCTION:
        return row
    if not (isinstance(title.value, str) and isinstance(purposes.value, str) and purposes.value.strip()):
        return row
    whole = f"{title.value.strip()}: {' '.join(purposes.value.split())}"
    return row._replace(cells={**row.cells, "title": title._replace(value=whole)})
