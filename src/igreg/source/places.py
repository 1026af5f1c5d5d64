"""Where values stand in a text, and how they are written; only the records that are asked for are read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from igreg.dataclass import dataclass
from igreg.findings import KeyPath, Place
from igreg.source.nodes import compose, is_kind, reach
from igreg.source.reading.items import Item, Items
from igreg.source.reading.limits import MOST_RECORD
from igreg.source.reading.pieces import indent, opening
from igreg.source.reading.plain_record import PlainRecord, plain_record
from igreg.source.scalars import scalars

Wanted = tuple[KeyPath, bool]
"""A key path counted from the top of the file, and whether the place of the key itself is meant."""

_WHOLE = 65_536
"""Up to so many characters, a text that lines cannot cut is read whole to find a place in it."""


def locate(text: str, wanted: Iterable[Wanted]) -> dict[Wanted, Place]:
    """The place of every path asked for; of its nearest ancestor where the path is not there."""
    cut = Cut(text)
    out, rest = cut.plainly(wanted)
    for part in cut.slices(rest):
        for want in part.asked:
            path, on_key = want
            if part.node is None:
                out[want] = Place(part.line + 1, part.column + 1, part.column + 2)
            else:
                out[want] = _place(part, path[part.base :], on_key)
    return out


def record_slice(text: str, path: KeyPath) -> tuple[int, int, int]:
    """Where the record of a path begins and ends in a text, and how much of the path that covers."""
    found = Cut(text).record(path)
    if found is not None:
        start, end = found
        node = compose(text[start:end])
        if node is not None and is_kind(node, "SequenceNode") and len(node.value) == 1:
            return start, end, 1
    return 0, len(text), 0


class Slice(NamedTuple):
    """A stretch of a text and what is asked of it. Where it begins, lines and columns are counted from 0."""

    node: Any
    """Its nodes, or nothing where they cannot be had."""
    base: int
    """How much of the paths it already covers."""
    line: int
    column: int
    """How many columns its first line lacks."""
    asked: Sequence[Wanted]


@dataclass(frozen=True)
class Cut:
    """A text that is cut into its records when one of them is asked for; where they begin is found out once."""

    text: str

    @cached_property
    def starts(self) -> Sequence[int] | None:
        """Where the records of a list begin; nothing where a look at the lines cannot tell."""
        first = opening(self.text)
        lines = f"\n{self.text[first:]}"
        deep = indent(lines)
        if deep is None or lines.count("\r") != lines.count("\r\n"):
            return None
        if _other(deep).search(lines):
            return None
        return [first + match.start() for match in _record(deep).finditer(lines)]

    def record(self, path: KeyPath) -> tuple[int, int] | None:
        """Where the record of a path begins and ends."""
        index = path[0] if path else None
        if not isinstance(index, int) or not self.starts or not 0 <= index < len(self.starts):
            return None
        return self.starts[index], self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)

    def plainly(self, wanted: Iterable[Wanted]) -> tuple[dict[Wanted, Place], list[Wanted]]:
        """The places that the lines of records tell by themselves, and whatever has to be looked for in nodes."""
        out: dict[Wanted, Place] = {}
        rest: list[Wanted] = []
        lines = _LineCounter(self.text)
        seen: tuple[int, int] | None = None
        plain: PlainRecord | None = None
        wanted = list(wanted)
        if self.starts is None and len(self.text) <= _WHOLE and any(path for path, _ in wanted):
            alone = plain_record(self.text, 0, alone=True)
            places = {want: alone.place(*want) for want in wanted} if alone else {}
            if places and None not in places.values():
                return {want: place for want, place in places.items() if place is not None}, []
        for want in sorted(wanted, key=lambda want: self.record(want[0]) or (-1, -1)):
            path, on_key = want
            found = self.record(path)
            if found is not None and found != seen:
                seen, plain = found, plain_record(self.text[found[0] : found[1]], lines.at(found[0]))
            place = plain.place(path[1:], on_key) if found is not None and plain is not None else None
            if place is None:
                rest.append(want)
            else:
                out[want] = place
        return out, rest

    @cached_property
    def items(self) -> Items | None:
        """The items of a long list that lines cannot cut; nothing for a text that is short enough to be read whole."""
        return Items(self.text) if self.starts is None and len(self.text) > _WHOLE else None

    @cached_property
    def whole(self) -> Any:
        """The nodes of the whole text."""
        return compose(self.text)

    def slices(self, wanted: list[Wanted]) -> Iterator[Slice]:
        """The stretches of the text in which something is asked for."""
        if self.items is not None:
            yield from self._item_slices(self.items, wanted)
            return
        whole: list[Wanted] = []
        by_record: dict[tuple[int, int], list[Wanted]] = {}
        for want in wanted:
            found = self.record(want[0])
            if found is None:
                whole.append(want)
            else:
                by_record.setdefault(found, []).append(want)
        lines = _LineCounter(self.text)
        for (start, end), asked in sorted(by_record.items()):
            node = compose(self.text[start:end])
            if is_kind(node, "SequenceNode") and len(node.value) == 1:
                yield Slice(node.value[0], 1, lines.at(start), 0, asked)
            else:
                whole += asked
        if whole:
            yield Slice(self.whole if any(path for path, _ in whole) else None, 0, 0, 0, whole)

    def _item_slices(self, items: Items, wanted: list[Wanted]) -> Iterator[Slice]:
        """One item after the other; what stands in none is looked for in the whole of a text that is not too long."""
        by_item: dict[Item, list[Wanted]] = {}
        none: list[Wanted] = []
        for want in wanted:
            first = want[0][0] if want[0] else None
            item = items.at(first) if isinstance(first, int) else None
            (none if item is None else by_item.setdefault(item, [])).append(want)
        for item, asked in sorted(by_item.items()):
            # The lines of an item that is not in brackets are indented alike, its first one too.
            lacks, blanks = (item.column, "") if item.in_brackets else (0, " " * item.column)
            yield Slice(compose(blanks + self.text[item.start : item.end]), 1, item.line, lacks, asked)
        if none:
            short = len(self.text) <= MOST_RECORD and any(path for path, _ in none)
            yield Slice(self.whole if short else None, 0, 0, 0, none)

    def written(self, paths: Iterable[KeyPath]) -> dict[KeyPath, str]:
        """Scalars exactly as the text has them; paths that lead to no scalar are left out."""
        paths, out = list(paths), dict[KeyPath, str]()
        for part in self.slices([(path, False) for path in paths]):
            for path, _ in part.asked:
                node = reach(part.node, path[part.base :])[0]
                if is_kind(node, "ScalarNode"):
                    out[path] = str(node.value)
        lost = [path for path in paths if path not in out] if len(self.text) > MOST_RECORD else []
        return out | scalars(self.text, lost) if lost else out


@cache
def _record(deep: int) -> re.Pattern[str]:
    """A line on which a record begins, in a list whose items are indented so far.

    The line end stands for the beginning of a line: `^` would be looked for at every character.
    """
    return re.compile(rf"\n {{{deep}}}-(?=[ \t\r\n]|$)")


@cache
def _other(deep: int) -> re.Pattern[str]:
    """A line that begins no record and yet is no further indented than records are: then nothing is cut."""
    shallower = rf" {{0,{deep - 1}}}[^\s#]|" if deep else ""
    return re.compile(rf"\n(?:{shallower} {{{deep}}}(?:[^\s#-]|-[^\s]))")


class _LineCounter:
    """Line numbers of offsets, each stretch of text counted once where they rise."""

    def __init__(self, text: str) -> None:
        self.text, self.offset, self.line = text, 0, 0

    def at(self, offset: int) -> int:
        if offset < self.offset:
            self.offset, self.line = 0, 0
        self.line += self.text.count("\n", self.offset, offset)
        self.offset = offset
        return self.line


def _place(part: Slice, path: KeyPath, on_key: bool) -> Place:
    node, key, whole = reach(part.node, path)
    meant = key if on_key and whole and key is not None else node
    if is_kind(meant, "ScalarNode") and meant.start_mark.index == meant.end_mark.index and key is not None:
        meant = key  # an empty value has no place of its own
    start, end = meant.start_mark, meant.end_mark
    line = part.line + start.line + 1
    before = part.column if start.line == 0 else 0
    column = before + start.column + 1
    if is_kind(meant, "MappingNode") or is_kind(meant, "SequenceNode"):
        if meant.flow_style and end.line == start.line:
            return Place(line, column, before + end.column + 1)
        first = meant.value[0] if meant.value else None
        inner = first[0] if isinstance(first, tuple) else None
        width = inner.end_mark.column - inner.start_mark.column if inner is not None and not meant.flow_style else 1
        return Place(line, column, column + max(width, 1))
    last = before + end.column + 1 if end.line == start.line else column + 1
    return Place(line, column, max(last, column + 1))
