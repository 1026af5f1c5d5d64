"""Where values stand in a text, and how they are written; only the records that are asked for are read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from igreg.findings import KeyPath, Place
from igreg.source.reading.pieces import indent, opening
from igreg.source.reading.values import masked, unmasked

Wanted = tuple[KeyPath, bool]
"""A key path counted from the top of the file, and whether the place of the key itself is meant."""


def locate(text: str, wanted: Iterable[Wanted]) -> dict[Wanted, Place]:
    """The place of every path asked for; of its nearest ancestor where the path is not there."""
    out: dict[Wanted, Place] = {}
    lines = _LineCounter(text)
    for root, base, start, asked in Cut(text).slices(list(wanted)):
        line = lines.at(start)
        for want in asked:
            path, on_key = want
            out[want] = _place(root, path[base:], on_key, line) if root is not None else Place(line + 1, 1, 2)
    return out


def record_slice(text: str, path: KeyPath) -> tuple[int, int, int]:
    """Where the record of a path begins and ends in a text, and how much of the path that covers."""
    found = Cut(text).record(path)
    if found is not None:
        start, end = found
        node = compose(text[start:end])
        if node is not None and _is(node, "SequenceNode") and len(node.value) == 1:
            return start, end, 1
    return 0, len(text), 0


@dataclass(frozen=True)
class Cut:
    """A text that is cut into its records when one of them is asked for; where they begin is found out once."""

    text: str

    @cached_property
    def starts(self) -> list[int] | None:
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

    def slices(self, wanted: list[Wanted]) -> Iterator[tuple[Any, int, int, list[Wanted]]]:
        """The node, how much of the path it already covers, where it begins, and what is asked of it."""
        whole: list[Wanted] = []
        by_record: dict[tuple[int, int], list[Wanted]] = {}
        for want in wanted:
            found = self.record(want[0])
            if found is None:
                whole.append(want)
            else:
                by_record.setdefault(found, []).append(want)
        for (start, end), asked in sorted(by_record.items()):
            node = compose(self.text[start:end])
            if _is(node, "SequenceNode") and len(node.value) == 1:
                yield node.value[0], 1, start, asked
            else:
                whole += asked
        if whole:
            node = compose(self.text) if any(path for path, _ in whole) else None
            yield node, 0, 0, whole

    def written(self, paths: Iterable[KeyPath]) -> dict[KeyPath, str]:
        """Scalars exactly as the text has them; paths that lead to no scalar are left out."""
        out: dict[KeyPath, str] = {}
        for root, base, _, asked in self.slices([(path, False) for path in paths]):
            for path, _ in asked:
                node = _reach(root, path[base:])[0] if root is not None else None
                if node is not None and _is(node, "ScalarNode"):
                    out[path] = str(node.value)
        return out


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


def compose(text: str) -> Any:
    """The nodes of a text with their marks, or nothing where it is broken; the library is loaded on first use."""
    import yaml

    loader_type: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        safe = masked(text)
        loader = loader_type(safe)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        if safe is not text:
            _unmask(node)
        return node
    except Exception:
        return None


def _unmask(node: Any) -> None:
    """Give the scalars of a tree the characters back that the library was not to see."""
    if _is(node, "ScalarNode"):
        node.value = unmasked(node.value)
    elif node is not None:
        for item in node.value:
            for one in item if isinstance(item, tuple) else (item,):
                _unmask(one)


def _is(node: Any, kind: str) -> bool:
    return type(node).__name__ == kind


def _reach(node: Any, path: KeyPath) -> tuple[Any, Any, bool]:
    """The node at a path, the key it stands under, and whether the whole path is there."""
    key = None
    for step in path:
        if _is(node, "MappingNode"):
            found = next((pair for pair in node.value if str(getattr(pair[0], "value", "")) == step), None)
            if found is None:
                return node, key, False
            key, node = found
        elif _is(node, "SequenceNode") and isinstance(step, int) and step < len(node.value):
            key, node = None, node.value[step]
        else:
            return node, key, False
    return node, key, True


def _place(root: Any, path: KeyPath, on_key: bool, line: int) -> Place:
    node, key, whole = _reach(root, path)
    meant = key if on_key and whole and key is not None else node
    if _is(meant, "ScalarNode") and meant.start_mark.index == meant.end_mark.index and key is not None:
        meant = key  # an empty value has no place of its own
    start, end = meant.start_mark, meant.end_mark
    column = start.column + 1
    if _is(meant, "MappingNode") or _is(meant, "SequenceNode"):
        if meant.flow_style and end.line == start.line:
            return Place(line + start.line + 1, column, end.column + 1)
        first = meant.value[0] if meant.value else None
        inner = first[0] if isinstance(first, tuple) else None
        width = inner.end_mark.column - inner.start_mark.column if inner is not None and not meant.flow_style else 1
        return Place(line + start.line + 1, column, column + max(width, 1))
    last = end.column + 1 if end.line == start.line else column + 1
    return Place(line + start.line + 1, column, max(last, column + 1))
