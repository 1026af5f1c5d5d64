"""Workbooks of Excel: their sheets, from parts that were looked through before the library is given them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from igreg.errors import IgregError
from igreg.sheets import archive
from igreg.sheets.book import Book, CellError, Sheet, Value
from igreg.sheets.scanned import MOST_CELLS, Odd, Scan, TooMany
from igreg.sheets.sheet_list import Listed, listed
from igreg.sheets.sheet_scan import scan
from igreg.sheets.values import WHY, values_of

MOST_TEXT = 200 * 1024 * 1024
"""So many characters the texts of all cells may come to: a short file can point to one long text a million times."""
MOST_SPREAD = 2_000_000
"""So many cells may get their value from a merge; no two merges that a program wrote share a cell."""
_FAR_DOWN = 20
"""Rows that begin further down come all together: one by one, the library makes each row before them, cell by cell."""
_LEFT = ("xl/externallinks/", "xl/drawings/", "xl/media/", "xl/pivot", "xl/theme/", "xl/printersettings/", "docprops/")
_CONTENT = "[Content_Types].xml"


def read_xlsx(name: str, data: bytes, leave: Collection[str] = ()) -> Book:
    """A workbook without the sheets to be left; macros are not run, no links followed.

    Raises IgregError for what cannot be read safely.
    """
    found = archive.parts(name, data, _is_wanted)
    try:
        sheets = [one for one in listed(found) if one.name not in leave]
        scans = {one.path: scan(found[one.path]) for one in sheets}
    except TooMany:
        raise archive.too_large(name, "its cells are more than are looked at one by one") from None
    except Odd:
        raise archive.broken(name) from None
    refuse_wide(name, [(one.name, scans[one.path]) for one in sheets])
    _refuse_long_texts(name, found, scans.values())
    try:
        _refuse_what_ends_the_library(found, sheets)
    except Odd:
        raise archive.broken(name) from None
    macros = any(part.lower().endswith("vbaproject.bin") for part in archive.names(name, data))
    remarks = ["its macros were not run"] if macros else []
    try:
        return Book("xlsx", [_sheet(one, rows, scans[one.path]) for one, rows in _rows(name, found, sheets)], remarks)
    except Odd:
        raise archive.broken(name) from None


def refuse_wide(name: str, sheets: Sequence[tuple[str, Scan]]) -> None:
    """Raise IgregError where more lies between the first cell of a sheet and the last, or in all, than is read."""
    for sheet, found in sheets:
        if found.cells > MOST_CELLS or found.is_sparse:
            most = f"{MOST_CELLS:,} is the most" if found.cells > MOST_CELLS else "most of them are empty"
            raise archive.too_large(
                name,
                f"the cells of {sheet[:40]!r} lie so far apart that there are {found.cells:,} between the first and "
                f"the last, and {most}",
            )
    cells = sum(found.cells for _, found in sheets)
    if cells > MOST_CELLS:
        raise archive.too_large(name, f"its sheets have {cells:,} cells together, and {MOST_CELLS:,} is the most")


_LIST = re.compile(rb"<(?:\w+:)?sst\b[^>]*>")
_COUNTS = re.compile(rb"""\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')""")
_NEGATIVE = re.compile(rb"<(?:\w+:)?v\b[^>]*>\s*(-[0-9.eE+]+)")
_LEAST = -1e11
"""The library fails on a number below, where it is to be a day."""


def _refuse_what_ends_the_library(found: dict[str, bytes], sheets: Sequence[Listed]) -> None:
    """Raise Odd for numbers that the library fails on; and take away how many texts there are said to be.

    It asks for memory for so many at once, and ends the process where there is not so much.
    """
    for part, content in found.items():
        if part.lower() == "xl/sharedstrings.xml":
            found[part] = _LIST.sub(lambda at: _COUNTS.sub(b"", at[0]), content, count=1)
    for one in sheets:
        if b">-" in found[one.path] and any(_is_endless(at[1]) for at in _NEGATIVE.finditer(found[one.path])):
            raise Odd("a number that ends the library")


def _is_endless(value: bytes) -> bool:
    try:
        return float(value) < _LEAST
    except ValueError:
        return False


def _is_wanted(part: str) -> bool:
    lower = part.lower()
    return lower.endswith((".xml", ".rels")) and not lower.startswith(_LEFT)


_ITEM_END = re.compile(rb"</(?:\w+:)?si>")
_POINTS = re.compile(rb"""\st="s"[^<>]*>\s*<v>([0-9]{1,9})</v>""")


def _refuse_long_texts(name: str, found: Mapping[str, bytes], scans: Iterable[Scan]) -> None:
    """Raise IgregError where the cells point to more text than anybody wrote."""
    shared = next((content for part, content in found.items() if part.lower() == "xl/sharedstrings.xml"), b"")
    ends = [match.start() for match in _ITEM_END.finditer(shared)]
    lengths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    left, longest, total = sum(one.strings for one in scans), max(lengths, default=0), 0
    if left * longest <= MOST_TEXT:
        return
    for part, content in found.items():
        if part.lower().startswith("xl/worksheets/"):
            for match in _POINTS.finditer(content):
                index = int(match[1])
                total += lengths[index] if index < len(lengths) else 0
                left -= 1
                if total > MOST_TEXT:
                    break
    if total + max(left, 0) * longest > MOST_TEXT:  # what is written in an odd way may point to the longest
        raise archive.too_large(name, f"its texts come to more than {MOST_TEXT // 1024**2} MiB")


def _rows(
    name: str, found: dict[str, bytes], sheets: Sequence[Listed]
) -> Iterator[tuple[Listed, tuple[int, int, list[list[Value]]]]]:
    """The first row and column of each sheet, counted from 0, and its rows as values.

    The library gives row by row, and never all of them as it has them.
    """
    import python_calamine

    try:
        whole = archive.packed(found)
        found.clear()  # it is held in one piece now, and may be large
        book = python_calamine.CalamineWorkbook.from_filelike(whole)
        del whole
        for number, one in enumerate(sheets, 1):
            sheet = book.get_sheet_by_name(one.name)
            if number == len(sheets):
                del book  # it holds the whole archive
            first_row, first_column = sheet.start or (0, 0)
            known: dict[Any, Value] = {}
            raw = sheet.to_python() if first_row > _FAR_DOWN else islice(sheet.iter_rows(), first_row, None)
            rows = [values_of(row, known) for row in raw]
            del sheet, raw
            yield one, (first_row, first_column, rows)
    except IgregError:
        raise
    except python_calamine.PasswordError:
        raise archive.locked(name) from None
    except BaseException as error:  # a panic of the library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        raise archive.broken(name) from None


def _sheet(one: Listed, given: tuple[int, int, list[list[Value]]], found: Scan) -> Sheet:
    """The rows, with what the library does not tell put in its place."""
    first_row, first_column, rows = given
    merged = spread(rows, found.merged, first_row + 1, first_column)
    signs = {sign: CellError(sign, WHY) for sign in set(found.errors.values())}
    for (row, column), sign in found.errors.items():
        put(rows, row - first_row - 1, column - first_column, signs[sign])
    return Sheet(
        one.name,
        rows,
        first_row + 1,
        first_column,
        one.shown,
        frozenset(found.hidden_rows),
        frozenset(found.hidden_columns),
        merged,
        found.formulas,
    )


def put(rows: list[list[Value]], row: int, column: int, value: Value) -> None:
    """Put a value into its cell, which may lie beyond what its row has; a row that is not there stays away."""
    if 0 <= row < len(rows) and column >= 0:
        cells = rows[row]
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = value


def spread(
    rows: list[list[Value]], merges: Sequence[tuple[int, int, int, int]], first_row: int, first_column: int
) -> frozenset[tuple[int, int]]:
    """Give each row of a merge its value; the row numbers and columns of the cells that got one.

    Raises Odd for merges that lie over one another.
    """
    out = set()
    done = 0
    for top, left, bottom, right in merges:
        at, start = top - first_row, left - first_column
        value = rows[at][start] if 0 <= at < len(rows) and 0 <= start < len(rows[at]) else None
        if value is None:
            continue
        done += (min(bottom - first_row + 1, len(rows)) - at) * (right - left + 1)
        if done > MOST_SPREAD:
            raise Odd("merges over one another")
        for row in range(at, min(bottom - first_row + 1, len(rows))):
            for column in range(start, min(right - first_column + 1, max(len(rows[row]), start + 1))):
                if (row, column) != (at, start) and (column >= len(rows[row]) or rows[row][column] is None):
                    put(rows, row, column, value)
                    out.add((row + first_row, column + first_column))
    return frozenset(out)
