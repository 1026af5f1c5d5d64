"""Tables that are text: commas, semicolons or tabs between the cells, quotes around those that need them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, repeat

from igreg.errors import IgregError
from igreg.sheets.book import Book, Sheet, Value
from igreg.sheets.encoding import decoded
from igreg.sheets.scanned import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from igreg.sheets.values import text_of

DELIMITERS = ("\t", ",", ";")
_SAMPLE = 64 * 1024
_LOOKED_AT = 30
_PAGES = ("<!doctype html", "<html", "<table", "<?xml")


def read_text(name: str, data: bytes) -> Book:
    """A table of texts. Its rows are records, numbered from 1, blank ones and the line `sep=` counted (ruling X03).

    Raises IgregError for what is no table.
    """
    text, encoding = decoded(name, data)
    start = text[:1000].lstrip().lower()
    if start.startswith(_PAGES):
        what = "an XML file" if start.startswith("<?xml") and "<html" not in start else "a web page"
        raise IgregError(f"{name} is {what}, whatever its name says", "open it in Excel and save it as .xlsx")
    if start.startswith(("{\\rtf", "%pdf")):
        raise IgregError(f"{name} is a document, and no table", "export the list itself as .xlsx or .csv")
    if '"' not in text and max(text.count("\n"), text.count("\r")) > MOST_ROWS:
        raise _too_many(name, MOST_ROWS + 1, 0)
    said = _said(text)
    delimiter = said or _delimiter(text[:_SAMPLE])
    rows = _rows(name, text, delimiter)
    if said is not None and rows:
        rows[0] = ()
    remarks = [] if encoding == "UTF-8" else [f"it was read as {encoding}"]
    return Book("csv", [Sheet(None, rows)], remarks, delimiter, delimiter == ";")


def _said(text: str) -> str | None:
    """What a first line `sep=;` says."""
    line = text[:20].split("\n", 1)[0].strip("\r").strip('"')
    return line[4:] if line[:4].lower() == "sep=" and len(line) == 5 and line[4] in (*DELIMITERS, "|") else None


def _delimiter(sample: str) -> str:
    """What stands between the cells: what gives most rows as many cells as the first has, and most of them."""
    best, found = (0, 0), ","
    for one in DELIMITERS:
        widths = Counter[int]()
        head = 0
        try:
            for row in csv.reader(io.StringIO(sample), delimiter=one):
                width = sum(1 for cell in row if cell.strip())
                if width:
                    head = head or len(row)
                    widths[len(row)] += 1
                if widths.total() >= _LOOKED_AT:
                    break
        except csv.Error:
            pass
        widths.pop(1, None)
        mode = max(widths, key=lambda width: (widths[width], width), default=0)
        score = (widths[mode], mode) if mode else (0, 0)
        if score > best:
            best, found = score, one
    return found


def _rows(name: str, text: str, delimiter: str) -> list[Sequence[Value]]:
    """The cells of each record; quotes that are not as they should be are taken as they stand."""
    rows: list[Sequence[Value]] = []
    cells = 0
    row: list[str] = []
    said = _Said().__getitem__
    reader = csv.reader(_lines(text), delimiter=delimiter)
    some: list[list[str]] = []
    try:
        while True:
            some = []
            some.extend(islice(reader, _AT_ONCE))  # what was read before an error stands here
            if not some:
                break
            cells = _counted(name, some, len(rows), cells)
            rows += _values(some, said)
            row = some[-1]
    except csv.Error as error:
        _counted(name, some, len(rows), cells)
        what = "a cell of more than 131,072 characters" if "field larger" in str(error) else str(error)
        raise IgregError(
            f"{name}: row {len(rows) + len(some) + 1} cannot be read: {what}",
            'a quote " may stand open there; a quote inside a cell is written twice',
        ) from None
    if row and ("\n" in row[-1] or "\r" in row[-1]) and _is_open(text, delimiter):
        raise IgregError(
            f'{name}: in row {len(rows)} a cell begins with a quote " that is never closed, so that everything below '
            "it would be one cell",
            "close it, or take it out; a quote inside a cell is written twice",
        )
    return rows


def _counted(name: str, some: Sequence[Sequence[str]], before: int, cells: int) -> int:
    """How many cells there are with these rows. Raises IgregError at the first row with which it is too much."""
    now = cells + sum(map(len, some)) + some.count([])
    if now <= MOST_CELLS and before + len(some) <= MOST_ROWS and max(map(len, some), default=0) <= MOST_COLUMNS:
        return now
    for number, row in enumerate(some, before + 1):
        cells += len(row) or 1
        if cells > MOST_CELLS or len(row) > MOST_COLUMNS or number > MOST_ROWS:
            raise _too_many(name, number, len(row))
    return cells


def _values(some: Sequence[Sequence[str]], said: Callable[[str], Value]) -> Iterator[Sequence[Value]]:
    """What stands in some rows; those that are all as wide are cut out of one sequence of cells."""
    wide = len(some[0])
    if not wide or any(len(row) != wide for row in some):
        return (tuple(map(said, row)) for row in some)
    return zip(*[map(said, chain.from_iterable(some))] * wide, strict=True)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, each with its end: as a file that is opened with `newline=""` gives them, and sooner."""
    if any(one in text for one in _OTHER_ENDS):
        return iter(io.StringIO(text, newline=""))
    return chain.from_iterable(map(str.splitlines, _pieces(text), repeat(True)))


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces, cut behind the ends of lines."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _SAMPLE) + 1 or len(text)
        yield text[start:end]
        start = end


_OTHER_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line to Python, and not in a table."""


class _Said(dict[str, Value]):
    """What each text says: a table says the same again and again, and so each is looked at, and kept, once."""

    def __missing__(self, text: str) -> Value:
        if len(self) > _MOST_KNOWN:
            self.clear()
        value = self[text] = text[1:] if text.startswith(_GUARDED) else text_of(text)
        return value


_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r", "''")
"""A sign before what a spreadsheet would run, as `igreg export` and other careful programs write it (ruling X30)."""
_MOST_KNOWN = 1 << 17
_AT_ONCE = 64
"""So many rows are taken at once."""


def _too_many(name: str, number: int, wide: int) -> IgregError:
    what = f"it has more than {MOST_CELLS:,} cells"
    if number > MOST_ROWS:
        what = f"it has more than {MOST_ROWS:,} rows"
    if wide > MOST_COLUMNS:
        what = f"row {number} has {wide:,} columns, and {MOST_COLUMNS:,} is the most"
    return IgregError(
        f"{name} is too large: {what}", "keep the rows and columns that are needed in a file of their own"
    )


def _is_open(text: str, delimiter: str) -> bool:
    """Whether a quote stands open at the end of a text."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
