"""Workbooks of LibreOffice and others in the OpenDocument format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.sheets import archive
from igreg.sheets.book import Book, CellError, Sheet, Shown, Value
from igreg.sheets.elements import MOST_CLOSELY, parse
from igreg.sheets.scanned import MOST_COLUMNS, MOST_ROWS, Odd, Scan, TooMany
from igreg.sheets.values import ERRORS, WHY, values_of
from igreg.sheets.xlsx import MOST_TEXT, put, refuse_wide, spread

CONTENT = "content.xml"
MOST_OF_ODS = 300_000
"""So many cells an .ods may have written down: no other sort of file takes as long to read."""
_SIGNS = (
    (re.compile(rb"<text:tab(?:\s[^<>]*)?(?:/>|></text:tab>)"), b"\t"),
    (re.compile(rb"<text:line-break\s*(?:/>|></text:line-break>)"), b"\n"),
)
"""Signs that are written as elements, which the library passes over, so that two words would become one."""
_MOST_BLANKS = 10_000
"""So many blanks may be written as one sign; the library writes them out."""


def read_ods(name: str, data: bytes) -> Book:
    """A workbook. Raises IgregError for what cannot be read safely."""
    found = archive.parts(name, data, lambda part: part in (CONTENT, "mimetype", "META-INF/manifest.xml", "styles.xml"))
    if b"encryption-data" in found.get("META-INF/manifest.xml", b""):
        raise archive.locked(name)
    taken = _Sheets()
    try:
        if CONTENT not in found:
            raise Odd("no content")
        parse(found[CONTENT], taken)
    except TooMany:
        why = f"it has more than {MOST_OF_ODS:,} cells, and in this format each is looked at by itself"
        raise IgregError(f"{name} is too large: {why}", "save it as .xlsx or .csv") from None
    except Odd:
        raise archive.broken(name) from None
    refuse_wide(name, taken.sheets)
    if taken.characters > MOST_TEXT:
        raise archive.too_large(name, f"its texts come to more than {MOST_TEXT // 1024**2} MiB")
    read = _rows(name, found, len(taken.sheets))
    try:
        return Book(
            "ods",
            [
                _sheet(title, rows, one, is_hidden=style in taken.hidden_styles)
                for (title, one), style, rows in zip(taken.sheets, taken.styles, read, strict=True)
            ],
        )
    except Odd:
        raise archive.broken(name) from None


@dataclass
class _Sheets:
    """Takes the elements of the content one by one."""

    sheets: list[tuple[str, Scan]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    """The style of each sheet."""
    hidden_styles: set[str] = field(default_factory=set)
    characters: int = 0
    """How many characters the library will have to hold, repeated ones counted as often as they are."""
    style: str = ""
    row: int = 0
    rows: int = 1
    column: int = 0
    columns: int = 0
    """Columns declared so far."""
    cell: tuple[dict[str, str], int] | None = None
    length: int = 0
    words: list[str] = field(default_factory=list)
    count: int = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        local = {key.rpartition("}")[2]: value for key, value in given.items()}
        match name.rpartition("}")[2]:
            case "style":
                self.style = local.get("name", "")
            case "table-properties" if local.get("display") == "false":
                self.hidden_styles.add(self.style)
            case "table":
                self.sheets.append((local.get("name", ""), Scan()))
                self.styles.append(local.get("style-name", ""))
                self.row, self.columns = 0, 0
            case "table-column":
                self._column(local)
            case "s" if _times(local, "c") > _MOST_BLANKS:
                raise Odd("blanks without bounds")
            case "table-row":
                self.row, self.rows, self.column = self.row + 1, _times(local, "number-rows-repeated"), 0
                if local.get("visibility") in ("collapse", "filter") and self.rows <= MOST_CLOSELY:
                    self._scan.hidden_rows |= set(range(self.row, self.row + min(self.rows, MOST_ROWS)))
            case "table-cell" | "covered-table-cell":
                self.cell, self.length, self.words = (local, _times(local, "number-columns-repeated")), 0, []
                self.count += 1
                if self.count > MOST_OF_ODS:
                    raise TooMany
                self._scan.there += 1

    @property
    def _scan(self) -> Scan:
        if not self.sheets:
            raise Odd("a row outside any sheet")
        return self.sheets[-1][1]

    def _column(self, local: dict[str, str]) -> None:
        times = _times(local, "number-columns-repeated")
        if local.get("visibility") in ("collapse", "filter"):
            self._scan.hidden_columns |= set(range(self.columns, min(self.columns + times, MOST_COLUMNS)))
        self.columns = min(self.columns + times, MOST_COLUMNS)

    def end(self, name: str) -> None:
        """An element ends."""
        local = name.rpartition("}")[2]
        if local in ("table-cell", "covered-table-cell") and self.cell is not None:
            given, times = self.cell
            self.cell = None
            self._cell(given, times)
            self.column += times
        elif local == "table-row":
            self.row += self.rows - 1

    def _cell(self, given: dict[str, str], times: int) -> None:
        row, column, out = self.row, self.column, self._scan
        if "value-type" not in given and not self.length:
            return
        self.characters += self.length * times * self.rows
        out.reach(row, column, row + self.rows - 1, column + times - 1)
        if out.rows is not None and out.columns is not None and (out.rows[1] > MOST_ROWS or out.columns[1] >= 65_536):
            raise Odd("a cell outside any sheet")
        wide, deep = (_times(given, f"number-{one}-spanned") for one in ("columns", "rows"))
        if wide > 1 or deep > 1:
            out.merged.append((row, column, row + deep - 1, column + wide - 1))
        word = "".join(self.words)
        if word in ERRORS or word.startswith("Err:"):
            out.errors[row, column] = word

    def text(self, data: str) -> None:
        """Text inside an element."""
        if self.cell is not None:
            self.length += len(data)
            if self.length < 20:
                self.words.append(data)


def _rows(name: str, found: Mapping[str, bytes], count: int) -> Iterator[tuple[int, int, list[list[Any]]]]:
    """The first row and column of each sheet, counted from 0, and its rows, as the library gives them."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(archive.packed(_with_signs(found)))
        for index in range(count):
            sheet = book.get_sheet_by_index(index)
            yield (*(sheet.start or (0, 0)), sheet.to_python())
    except BaseException as error:  # a panic of the library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        raise archive.broken(name) from None


def _with_signs(found: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The parts, with tabs and line breaks of the content as the signs that they are."""
    content = found[CONTENT]
    for element, sign in _SIGNS:
        content = element.sub(sign, content)
    return {**found, CONTENT: content}


def _sheet(title: str, given: tuple[int, int, list[list[Any]]], found: Scan, *, is_hidden: bool) -> Sheet:
    first_row, first_column, raw = given
    known: dict[Any, Value] = {}
    rows = [values_of(row, known) for row in raw]
    merged = spread(rows, found.merged, first_row + 1, first_column)
    for (row, column), sign in found.errors.items():
        put(rows, row - first_row - 1, column - first_column, CellError(sign, WHY))
    shown = Shown.HIDDEN if is_hidden else Shown.VISIBLE
    hidden = (frozenset(found.hidden_rows), frozenset(found.hidden_columns))
    return Sheet(title, rows, first_row + 1, first_column, shown, *hidden, merged)


def _times(given: Mapping[str, str], name: str) -> int:
    text = given.get(name, "1")
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Odd(f"no number: {text[:20]!r}")
    return max(int(text), 1)
