"""A record as its file has it: the lines of its text, and where they begin."""

from __future__ import annotations

from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.register.register import Register
from igreg.source.places import locate


def excerpt(register: Register, record: Record) -> tuple[int, list[str]]:
    """The line on which a record begins, counted from 1, and its lines."""
    where = record.where
    lines = register.sources.texts.get(where.file, "").replace("\r\n", "\n").split("\n")
    if where.item is None:
        return 1, _without_end(lines)
    start, after = (where.item,), (where.item + 1,)
    places = locate(register.sources.texts.get(where.file, ""), [(start, False), (after, False)])
    first = places[start, False].line
    next_line = places[after, False].line if (after, False) in places else 1
    last = next_line - 1 if next_line > first else len(lines)
    return first, _without_end(lines[first - 1 : last])


def line_of(register: Register, record: Record, path: KeyPath = ()) -> int:
    """The line on which a value of a record stands, counted from 1."""
    wanted = (record.where.path(record.as_written(path)), False)
    return locate(register.sources.texts.get(record.where.file, ""), [wanted])[wanted].line


def _without_end(lines: list[str]) -> list[str]:
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines = lines[:-1]
    return lines
