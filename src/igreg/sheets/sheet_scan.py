"""What the library does not tell of a sheet, from its XML: how far its cells reach, what is hidden, merged or in error.

How far cells reach has to be known before the library is asked: two cells at the far corners of a sheet make it take
memory for all between them, and end the process where there is not so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from igreg.dataclass import dataclass

MOST_CELLS = 5_000_000
"""So many cells may lie between the first and the last, empty ones counted: more would take a gigabyte and minutes."""
MANY, MOST_EMPTY = 1_000_000, 20
"""Where that many lie between them, at most so many may be empty for each that is there: the library makes them all."""
MOST_CLOSELY = 1_000_000
"""So many are looked at one by one, in a sheet with formulas, errors or hidden rows, or written in an odd way."""
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576

Position = tuple[int, int]
"""The number of a row, from 1, and a column, from 0."""


class Odd(Exception):
    """The XML cannot be read, or says what no sheet may."""


class TooMany(Odd):
    """More cells than are looked at one by one."""


@dataclass
class Scan:
    """What there is to know of a sheet before it is read."""

    rows: tuple[int, int] | None = None
    """The first and the last row with a cell; nothing where there is none."""
    columns: tuple[int, int] | None = None
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row and last column of each merge."""
    errors: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    """Formulas without a value that was kept."""
    strings: int = 0
    """How many cells point to a shared text."""
    there: int = 0
    """How many cells are written down."""

    @property
    def cells(self) -> int:
        """How many cells lie between the first and the last."""
        if self.rows is None or self.columns is None:
            return 0
        return (self.rows[1] - self.rows[0] + 1) * (self.columns[1] - self.columns[0] + 1)

    @property
    def is_sparse(self) -> bool:
        """Whether there is next to nothing in a large sheet."""
        return self.cells > max(MANY, MOST_EMPTY * self.there)

    def reach(self, row: int, column: int, last_row: int | None = None, last_column: int | None = None) -> None:
        """A cell, or several, are there."""
        last_row, last_column = last_row or row, column if last_column is None else last_column
        old, wide = self.rows or (row, row), self.columns or (column, column)
        self.rows = (min(old[0], row), max(old[1], last_row))
        self.columns = (min(wide[0], column), max(wide[1], last_column))


_COLUMNS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_ROWS = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_STEP = 8 * 1024 * 1024
_BEGIN, _END = b"<sheetData>", b"</sheetData>"


def scan(xml: bytes) -> Scan:
    """Look through a sheet of an .xlsx. Raises Odd where its XML is broken."""
    if xml.count(b"<c ") > MOST_CELLS:
        raise TooMany
    begins, ends = xml.find(_BEGIN), xml.rfind(_END)
    if not _is_plain(xml, begins, ends):
        return _closely(xml)
    out = Scan()
    columns, rows, count = set[bytes](), set[bytes](), 0
    for piece in _pieces(xml, begins, ends):
        columns.update(_COLUMNS.findall(piece))
        found = _ROWS.findall(piece)
        count += len(found)
        rows.update(found)
    if count != xml.count(b"<c", begins, ends):  # one is called as no cell is
        return _closely(xml)
    if rows:
        numbers, letters = list(map(int, rows)), [column_of(one.decode("ascii")) for one in columns]
        out.reach(min(numbers), min(letters), max(numbers), max(letters))
        out.there = count
    head, tail = xml[:begins], xml[ends + len(_END) :]
    errors = _errors(xml, begins, ends)
    odd = b"".join(_odd(xml, begins, ends, errors=errors is None))
    if odd or b"hidden" in head or b"mergeCell" in tail:
        rest = _closely(head + _BEGIN + odd + _END + tail)
        out.hidden_rows, out.hidden_columns, out.merged = rest.hidden_rows, rest.hidden_columns, rest.merged
        out.errors, out.formulas = rest.errors, rest.formulas
    out.errors.update(errors or {})
    out.strings = xml.count(b'"s"', begins, ends)
    return _within(out)


def _is_plain(xml: bytes, begins: int, ends: int) -> bool:
    """Whether every cell and every row says in the usual way where it stands."""
    if begins < 0 or ends < begins or b"<!" in xml or xml.count(_BEGIN) > 1:
        return False
    if any(xml.find(odd, begins, ends) >= 0 for odd in (b"='", b":c", b"<row>", b"<?")):
        return False
    return xml.find(b'<c r="', begins, ends) >= 0 and xml.count(b"<row", begins, ends) == xml.count(
        b'<row r="', begins, ends
    )


_ERROR = re.compile(rb'<c r="[^"]*"[^<>]*\st="e"[^<>]*>(?:(?!</?c[ >]).)*</c>', re.DOTALL)
_NO_VALUE = re.compile(rb'<c r="[^"]*"[^<>]*><f(?:[^<>]*/>|[^<>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>')
_HIDDEN = re.compile(rb'<row r="[^<>]*\shidden="(?:1|true)"[^<>]*>')


_PLAIN_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*\st="e"[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>([^<&]*)</v></c>'
)


def _errors(xml: bytes, begins: int, ends: int) -> dict[Position, str] | None:
    """The cells in error, where all of them are written in the usual way; else nothing."""
    count = xml.count(b'"e"', begins, ends)
    found = _PLAIN_ERROR.findall(xml, begins, ends) if count else []
    if len(found) != count:
        return None
    known = {letters: column_of(letters.decode("ascii")) for letters in {one[0] for one in found}}
    return {(int(row), known[letters]): sign.decode("utf-8", "replace") or "#N/A" for letters, row, sign in found}


def _odd(xml: bytes, begins: int, ends: int, *, errors: bool) -> Iterator[bytes]:
    """The few cells and rows of which more is to be known than where they stand: errors, formulas, what is hidden."""
    if errors and xml.find(b't="e"', begins, ends) >= 0:
        yield from _ERROR.findall(xml, begins, ends)
    if xml.find(b"<f", begins, ends) >= 0:
        yield from _NO_VALUE.findall(xml, begins, ends)
    if xml.find(b"hidden=", begins, ends) >= 0:
        yield from (row.rstrip(b"/>") + b"/>" for row in _HIDDEN.findall(xml, begins, ends))


def _pieces(xml: bytes, start: int, ends: int) -> Iterator[bytes]:
    """The rows of a sheet in stretches that no cell runs across."""
    while start < ends:
        end = xml.find(b"<c ", start + _STEP, ends)
        end = end if end > 0 else ends
        yield xml[start:end]
        start = end


def _within(out: Scan) -> Scan:
    if out.rows is None or out.columns is None:
        return out
    if out.rows[0] < 1 or out.rows[1] > MOST_ROWS or out.columns[1] >= MOST_COLUMNS:
        raise Odd("a cell outside any sheet")
    return out


@lru_cache(20_000)
def column_of(letters: str) -> int:
    """The column that letters name; A is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def position(name: str) -> Position:
    """The place of a cell, as C7. Raises Odd for what is none."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise Odd(f"no cell is called {name[:20]!r}")
    return int(found[2]), column_of(found[1])


def _closely(xml: bytes) -> Scan:
    out = Scan()
    handler = _Handler(out)
    parse(xml, handler)
    if out.there:
        out.reach(handler.top, handler.left, handler.bottom, handler.right)
    return _within(out)


def parse(xml: bytes, handler: Any) -> None:
    """Read XML without any definitions of its own. Raises Odd where it is broken."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def refuse(*_: Any) -> None:
        raise Odd("it defines words of its own")

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, OverflowError, LookupError) as error:
        raise Odd(str(error)) from None


@lru_cache(1000)
def _local(name: str) -> str:
    """The name of an element without its space."""
    return name.rpartition("}")[2]


_YES = frozenset({"1", "true"})
MOST_MERGES = 100_000


class _Handler:
    """Takes the elements of a sheet one by one."""

    def __init__(self, out: Scan) -> None:
        self.out = out
        self.row = 0
        self.column = -1
        self.top, self.left, self.bottom, self.right = MOST_ROWS * 10, MOST_COLUMNS * 10, 0, 0
        self.kind = ""
        self.formula: list[str] | None = None
        self.value: list[str] | None = None
        self.into: list[str] | None = None

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        match _local(name):
            case "row":
                self.row = _number(given.get("r"), self.row + 1)
                self.column = -1
                if given.get("hidden") in _YES:
                    self.out.hidden_rows.add(self.row)
            case "c":
                if "r" in given:
                    self.row, self.column = position(given["r"])
                else:
                    self.column += 1
                self.kind, self.formula, self.value = given.get("t", ""), None, None
                self.top, self.bottom = min(self.top, self.row), max(self.bottom, self.row)
                self.left, self.right = min(self.left, self.column), max(self.right, self.column)
                self.out.there += 1
                if self.out.there > MOST_CLOSELY:
                    raise TooMany
                self.out.strings += self.kind == "s"
            case "f":
                self.formula = self.into = []
            case "v":
                self.value = self.into = []
            case "col" if given.get("hidden") in _YES:
                first, last = _number(given.get("min"), 1), _number(given.get("max"), 1)
                self.out.hidden_columns |= set(range(first - 1, min(last, MOST_COLUMNS)))
            case "mergeCell":
                first_cell, _, last_cell = given.get("ref", "").partition(":")
                top, left = position(first_cell)
                bottom, right = position(last_cell or first_cell)
                self.out.merged.append((top, left, bottom, right))
                if len(self.out.merged) > MOST_MERGES:
                    raise Odd("more merged cells than any sheet has")

    def end(self, name: str) -> None:
        """An element ends."""
        match _local(name):
            case "c":
                value = "".join(self.value or ())
                if self.kind == "e":
                    self.out.errors[self.row, self.column] = value or "#N/A"
                elif self.formula is not None and not value and (self.value is None or self.kind != "str"):
                    self.out.formulas[self.row, self.column] = "".join(self.formula)
            case "f" | "v":
                self.into = None

    def text(self, data: str) -> None:
        """Text inside an element."""
        if self.into is not None:
            self.into.append(data)


def _number(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not text.isascii() or not text.isdigit() or len(text) > 7:
        raise Odd(f"no number: {text[:20]!r}")
    return int(text)
