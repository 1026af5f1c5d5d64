"""XLSX and ODS: their sheets as values; how large they come out is looked at before they are opened."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

from igreg.errors import IgregError
from igreg.sheets.book import Book, Sheet, Shown, Value

MOST_BYTES = 200 * 1024 * 1024
"""So many bytes a file may have when it is unpacked."""
MOST_CELLS = 20_000_000
"""So many cells a sheet may span."""
_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')


def read_packed(name: str, data: bytes, only: str | None) -> Book:
    """A workbook. Raises IgregError where it is none, has a password, or is too large."""
    import python_calamine as calamine

    form = _looked_at(name, data)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            shown = {one.name: _shown(one.visible) for one in book.sheets_metadata}
            if only is not None and only not in shown:
                raise IgregError(f"{name} has no sheet {only!r}", f"one of: {', '.join(shown)}")
            names = [one for one in shown if (shown[one] is Shown.VISIBLE if only is None else one == only)]
            return Book(form, [_sheet(book.get_sheet_by_name(one), shown[one]) for one in names])
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise IgregError(f"{name} cannot be read: {error}", "open it and save it again as .xlsx") from None


def _looked_at(name: str, data: bytes) -> str:
    """What sort of workbook it is. Raises IgregError where it would come out too large, or is something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > min(MOST_BYTES, max(100 * len(data), 1_000_000)):
                raise IgregError(f"{name} is far too large when it is unpacked", "export a smaller part of it")
            names = packed.namelist()
            for one in names:
                if one.startswith("xl/worksheets/") and one.endswith(".xml"):
                    _measure(name, packed.read(one))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise IgregError(f"{name} cannot be opened: {error}", "save it again without a password") from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    raise IgregError(f"{name} is no spreadsheet that can be read", "save it as .xlsx, .ods or CSV")


def _measure(name: str, sheet: bytes) -> None:
    rows, columns = set[int](), set[bytes]()
    for letters, number in _CELL.findall(sheet):
        rows.add(int(number))
        columns.add(letters)
    if rows and (max(rows) - min(rows) + 1) * max(map(_number, columns)) > MOST_CELLS:
        raise IgregError(f"{name} spans too many cells", "delete what stands far away from the table")


def _number(letters: bytes) -> int:
    number = 0
    for one in letters:
        number = number * 26 + one - 64
    return number


def _shown(visible: object) -> Shown:
    return {"Visible": Shown.VISIBLE, "Hidden": Shown.HIDDEN}.get(str(visible).rpartition(".")[2], Shown.VERY_HIDDEN)


def _sheet(sheet: object, shown: Shown) -> Sheet:
    start: tuple[int, int] = getattr(sheet, "start", None) or (0, 0)
    rows: Sequence[Sequence[object]] = sheet.to_python(skip_empty_area=True)  # type: ignore[attr-defined]
    return Sheet(
        str(getattr(sheet, "name", "")), [list(map(_value, row)) for row in rows], start[0] + 1, start[1], shown
    )


def _value(value: object) -> Value:
    if value == "":
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time.min:
        return value.date()
    return value  # type: ignore[return-value]
