"""A sheet's XML, element by element: for whatever is written in an odd way, or is more than where a cell stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from igreg.sheets.scanned import MOST_COLUMNS, MOST_ROWS, Odd, Position, Scan, TooMany, within

MOST_CLOSELY = 1_000_000
"""So many are looked at one by one, in a sheet with formulas, errors or hidden rows, or written in an odd way."""


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


def closely(xml: bytes) -> Scan:
    """Look at every element of a sheet. Raises Odd where its XML is broken, TooMany where it has too many cells."""
    out = Scan()
    handler = _Handler(out)
    parse(xml, handler)
    if out.there:
        out.reach(handler.top, handler.left, handler.bottom, handler.right)
    return within(out)


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
