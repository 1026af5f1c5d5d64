"""Whether a long list holds just the records that it should, without all of them being made anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from igreg.source.editing.together import Columns, together
from igreg.source.reading.by_line import ByLine, Meant
from igreg.source.reading.fast import Doubt, load
from igreg.source.reading.pieces import glance, indent, opening
from igreg.source.reading.rows import FIELDS, rows

LONG = 65_536
"""A list of more characters is read fast where it is plain, as the register reads it."""
_MOST = frozenset(FIELDS)
Record = Mapping[str, Any]


def are_rows(records: Sequence[Record]) -> bool:
    """Whether records have no other fields than those that come in rows (see `source.reading.rows`)."""
    return all(_MOST.issuperset(run.keys) for run in together(records).runs)


class Proof(NamedTuple):
    """What was found of a text that should hold some records."""

    holds: bool | None
    """Nothing where only a closer look can tell."""
    is_plain: bool = False
    """Whether each of them is a row in lines of its own, so that no reader makes anything else of it."""


def holds(text: str, records: Sequence[Record]) -> bool | None:
    """Whether a text is a list of just these records; nothing where only a closer look can tell."""
    return proof(text, records).holds


def proof(text: str, records: Sequence[Record]) -> Proof:
    """Whether a text is a list of just these records, and whether all of them are written plainly."""
    at, words, records, is_plain = 0, set[str](), together(records), True
    columns = records.columns if are_rows(records) else None
    by_line = _by_line(text, columns) if columns is not None else None
    try:
        for single, piece in glance(text, take=by_line.take if by_line is not None else rows):
            if single:
                return Proof(False)
            end = at + len(piece)
            if by_line is not None:
                by_line.at = end
            if columns is not None and (isinstance(piece, Meant) or piece == _rows(columns, at, end)):
                words.update(*(columns[field][at:end] for field in ("staff", "course") if field in columns))
                at = end
                continue
            is_plain = False
            if not _are(piece, records[at:end], columns, at, words):
                return Proof(False)
            at = end
        found = at == len(records) and all(load(word) == word for word in words if word.isalpha())
        return Proof(found, found and is_plain and bool(records))
    except Doubt:
        return Proof(None)


def _by_line(text: str, columns: Columns) -> ByLine | None:
    """What takes records out of a text that should hold some columns line by line, where all have the same fields."""
    many = len(columns)
    if many < 3 or columns.keys() != set(FIELDS[:many]) or "" in columns[FIELDS[many - 1]]:
        return None
    return ByLine(columns, indent(text[opening(text) :]) or 0)


def _rows(columns: Columns, at: int, end: int) -> list[tuple[str, ...]]:
    """Some of the records as rows in lines of their own, where they all have what such a row has."""
    none: Sequence[str] = [""] * (end - at)
    found = [columns[field][at:end] if field in columns else none for field in FIELDS]
    return list(zip(none, *found, none, strict=False))  # a piece may be longer than what is left


def _are(
    piece: Sequence[Any],
    records: Sequence[Record],
    columns: Columns | None,
    at: int,
    words: set[str],
) -> bool:
    """Whether what was read is these records, which begin at a place of the columns of all; the words of rows are kept,
    of which some may be no texts."""
    if len(piece) != len(records):
        return False
    if columns is None or set(map(type, piece)) != {tuple}:
        return all(_is(read, one, words) for read, one in zip(piece, records, strict=True))
    found = list(map(list, zip(*piece, strict=True)))[1:5]
    words.update(found[0], found[1])
    none = [""] * len(piece)
    return all(
        one == (columns[field][at : at + len(piece)] if field in columns else none)
        for field, one in zip(FIELDS, found, strict=True)
    )


def _is(read: Any, one: Record, words: set[str]) -> bool:
    if type(read) is not tuple:
        return bool(read == dict(one))
    words.update(read[1:3])
    return {key: value for key, value in zip(FIELDS, read[1:5], strict=True) if value} == dict(one)


def count(text: str) -> int | None:
    """How many records a list has, each of which was read; nothing where only a closer look can tell."""
    found = 0
    try:
        for single, piece in glance(text, take=rows):
            if single:
                return None
            found += len(piece)
    except Doubt:
        return None
    return found


def last_two(text: str) -> int | None:
    """Where the last record but one of a plain list begins; nothing where only a closer look can tell."""
    deep = indent(text[opening(text) :])
    dash = f"\n{' ' * (deep or 0)}- "
    at = text.rfind(dash, 0, max(text.rfind(dash), 0)) + 1
    alike = text.find("\r\n", at) >= 0 or "\r\n" not in text
    return at if deep is not None and at and alike else None


def goes_on(before: str, after: str, records: Sequence[Record]) -> bool | None:
    """Whether a text is a list that was read, with these records behind it; nothing where a closer look is needed.

    A list reads the same in parts, cut where a record begins; so only what stands behind the last cut that both have
    in common is read.
    """
    deep = indent(before[opening(before) :])
    at = before.rfind(f"\n{' ' * (deep or 0)}- ") + 1
    if deep is None or not at or not after.startswith(before[:at]):
        return None
    try:
        last = [one for _, piece in glance(before[at:]) for one in piece]
    except Doubt:
        return None
    return holds(after[at:], [*last, *records])
