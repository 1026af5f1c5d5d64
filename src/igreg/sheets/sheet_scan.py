"""What the library does not tell of a sheet, from its XML: how far its cells reach, what is hidden, merged or in error.

How far cells reach has to be known before the library is asked: two cells at the far corners of a sheet make it take
memory for all between them, and end the process where there is not so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.sheets.elements import closely, column_of
from igreg.sheets.scanned import MOST_CELLS, Position, Scan, TooMany, within

_COLUMNS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_ROWS = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_STEP = 8 * 1024 * 1024
_BEGIN, _END = b"<sheetData>", b"</sheetData>"


def scan(xml: bytes) -> Scan:
    """Look through a sheet of an .xlsx. Raises Odd where its XML is broken."""
    if xml.count(b"<c ") > MOST_CELLS:
        raise TooMany
    xml = _in_double_quotes(xml)
    begins, ends = xml.find(_BEGIN), xml.rfind(_END)
    if not _is_plain(xml, begins, ends):
        return closely(xml)
    out = Scan()
    columns, rows, count = set[bytes](), set[bytes](), 0
    for piece in _pieces(xml, begins, ends):
        columns.update(_COLUMNS.findall(piece))
        found = _ROWS.findall(piece)
        count += len(found)
        rows.update(found)
    if count != xml.count(b"<c", begins, ends):  # one is called as no cell is
        return closely(xml)
    if rows:
        numbers, letters = list(map(int, rows)), [column_of(one.decode("ascii")) for one in columns]
        out.reach(min(numbers), min(letters), max(numbers), max(letters))
        out.there = count
    head, tail = xml[:begins], xml[ends + len(_END) :]
    errors = _errors(xml, begins, ends)
    odd = b"".join(_odd(xml, begins, ends, errors=errors is None))
    if odd or b"hidden" in head or b"mergeCell" in tail:
        rest = closely(head + _BEGIN + odd + _END + tail)
        out.hidden_rows, out.hidden_columns, out.merged = rest.hidden_rows, rest.hidden_columns, rest.merged
        out.errors, out.formulas = rest.errors, rest.formulas
    out.errors.update(errors or {})
    out.strings = xml.count(b'"s"', begins, ends)
    return within(out)


_IN_SINGLE_QUOTES = re.compile(rb"""<(?:row|c)(?=[^<>]*=')(?: [A-Za-z:]+=(?:'[^'"<>]*'|"[^'"<>]*"))+ ?/?>""")
"""A row or a cell of which a value stands in single quotation marks."""
_OTHER_ENCODING = re.compile(rb"""[^<]*<\?[^<>]*encoding(?!=["']utf-8["'])""", re.IGNORECASE)
"""Another encoding than UTF-8, in which a quotation mark may be part of a letter."""


def _in_double_quotes(xml: bytes) -> bytes:
    """The same with the values of rows and cells in the quotes in which nearly all programs write them."""
    if b"='" not in xml or len(xml) > _STEP or b"<!" in xml or _OTHER_ENCODING.match(xml):
        return xml
    return _IN_SINGLE_QUOTES.sub(lambda tag: tag[0].replace(b"'", b'"'), xml)


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
