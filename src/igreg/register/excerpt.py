"""Records as their files have them: the lines of a record's text, and which record a line belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine
from igreg.source.places import Cut, locate
from igreg.source.slips.doubtful import Doubtful


def excerpt(register: Register, record: Record) -> tuple[int, list[str]]:
    """The line on which a record begins, counted from 1, and its lines."""
    where = record.where
    text = register.sources.texts.get(where.file, "")
    if where.item is None:
        return 1, _trimmed(_lines(text))
    cut = Cut(text).record((where.item,))
    if cut is not None:
        start, end = cut
        return text.count("\n", 0, start) + 1, _trimmed(_lines(text[start:end]))
    this, after = ((where.item,), False), ((where.item + 1,), False)
    places = locate(text, [this, after])
    first, next_line = places[this].line, places[after].line
    last = next_line - 1 if next_line > first else None
    return first, _trimmed(_lines(text)[first - 1 : last])


def line_numbers(register: Register, values: Iterable[tuple[Record, KeyPath]]) -> list[int]:
    """The lines on which values of records stand, counted from 1; each file is looked through once."""
    asked = [(record.where.file, (record.where.path(record.as_written(path)), False)) for record, path in values]
    by_file: dict[str, set[tuple[KeyPath, bool]]] = {}
    for file, wanted in asked:
        by_file.setdefault(file, set()).add(wanted)
    places = {file: locate(register.sources.texts.get(file, ""), wanted) for file, wanted in by_file.items()}
    return [places[file][wanted].line for file, wanted in asked]


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The records of a file and the lines on which they begin."""

    records: tuple[Record | TrainingLine, ...]
    lines: tuple[int, ...]

    def record_at(self, line: int) -> Record | TrainingLine | None:
        """The record that a line belongs to, or nothing where it stands before them all."""
        begun = bisect_right(self.lines, line)
        return self.records[begun - 1] if begun else None


def beginnings(register: Register, file: str) -> Beginnings:
    """Where the records of a file begin; for the few files in which a search of the text found something."""
    records: list[Record | TrainingLine] = [
        *register.by_file.get(file, ()),
        *(line for line in register.training if line.file == file),
    ]
    items = [r.item if isinstance(r, TrainingLine) else r.where.item for r in records]
    wanted = [((item,), False) for item in items if item is not None]
    places = locate(register.sources.texts.get(file, ""), wanted)
    lines = [1 if item is None else places[(item,), False].line for item in items]
    return Beginnings(tuple(records), tuple(lines))


def stretches(
    register: Register, find: Callable[[str], Iterable[Doubtful]]
) -> Iterator[tuple[str, Doubtful, Record | TrainingLine | None]]:
    """The file, each stretch that a search finds in its text, and the record that this belongs to.

    Files that could not be read are left out: they have a finding that says more.
    """
    unread = set(register.unread)
    for file, text in register.sources.texts.items():
        found = () if file in unread else tuple(find(text))
        if found:
            begun = beginnings(register, file)
            yield from ((file, one, begun.record_at(one.place.line)) for one in found)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without the blanks and comments at their end."""
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return lines
