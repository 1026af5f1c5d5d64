"""Records that are taken out of a file's list: their lines, and the comments that stand right above them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from igreg.source.editing import brackets
from igreg.source.editing.change import EditError
from igreg.source.editing.marks import content_end, kind
from igreg.source.nodes import compose


def removed(text: str, numbers: Collection[int]) -> str:
    """The text without the records at some places of its list; other lines stay as they are.

    What stands above the first record may speak of the whole file and stays; so does what a blank line parts from the
    record. The text is read once, and cut from its end on: what stands before a record is where it was.
    """
    ahead = sorted(set(numbers), reverse=True)
    node = _list(text, ahead)
    if node is not None and node.flow_style:
        for number in ahead:
            node = _list(text, [number])
            text = brackets.delete(text, node, number, [content_end(text, one) for one in node.value])
        return text
    rest: list[str] = []  # what stays behind the last cut, its beginning last
    cut = len(text)
    for number in ahead:
        start, end = _lines(text, node.value[number], is_first=not number)
        rest.append(text[end:cut])
        if text.endswith("\n\n", 0, start):
            _without_blank_line(rest)
        if not text[:start].strip() and not any(map(str.strip, rest)):
            ends = "".join(reversed(rest)) or text[:cut]
            return "[]\r\n" if ends.endswith("\r\n") else "[]\n"
        cut = start
    return text[:cut] + "".join(reversed(rest))


def _list(text: str, numbers: Collection[int]) -> Any:
    node = compose(text) if numbers else None
    if numbers and (node is None or kind(node) != "sequence" or max(numbers) >= len(node.value)):
        raise EditError("the list cannot be read")
    return node


def _lines(text: str, item: Any, *, is_first: bool) -> tuple[int, int]:
    """Where the lines of a record begin and end, with the comments right above it."""
    start = text.rfind("\n", 0, item.start_mark.index) + 1
    if text[start : item.start_mark.index].strip() != "-":
        raise EditError("the record does not begin on the line of its dash; take it out by hand")
    while (
        not is_first and (above := text.rfind("\n", 0, start - 1) + 1) < start and text[above:start].lstrip()[:1] == "#"
    ):
        start = above
    end = text.find("\n", content_end(text, item))
    return start, len(text) if end < 0 else end + 1


def _without_blank_line(rest: list[str]) -> None:
    """Take out a blank line with which what stays begins."""
    while rest and not rest[-1]:
        rest.pop()
    if rest and not rest[-1].partition("\n")[0].strip():
        rest[-1] = rest[-1].partition("\n")[2]
