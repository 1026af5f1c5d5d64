"""A record as its file has it: the lines of its text, and where they begin."""

from __future__ import annotations

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


def _without_end(lines: list[str]) -> list[str]:
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines = lines[:-1]
    return lines
