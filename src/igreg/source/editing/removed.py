"""A record that is taken out of a file's list: its lines, and the comments that stand right above it."""

from __future__ import annotations

from igreg.source.editing import brackets
from igreg.source.editing.change import EditError
from igreg.source.editing.patch import content_end, kind
from igreg.source.nodes import compose


def removed(text: str, number: int) -> str:
    """The text without the record at a place of its list; other lines stay as they are.

    What stands above the first record may speak of the whole file and stays; so does what a blank line parts from the
    record.
    """
    node = compose(text)
    if node is None or kind(node) != "sequence" or number >= len(node.value):
        raise EditError("the list cannot be read")
    if node.flow_style:
        return brackets.delete(text, node, number, [content_end(text, one) for one in node.value])
    item = node.value[number]
    start = text.rfind("\n", 0, item.start_mark.index) + 1
    if text[start : item.start_mark.index].strip() != "-":
        raise EditError("the record does not begin on the line of its dash; take it out by hand")
    while number and (above := text.rfind("\n", 0, start - 1) + 1) < start and text[above:start].lstrip()[:1] == "#":
        start = above
    end = text.find("\n", content_end(text, item))
    end = len(text) if end < 0 else end + 1
    if text[:start].endswith("\n\n") and not text[end:].split("\n", 1)[0].strip():
        end = text.find("\n", end) + 1 or len(text)
    return _joined(text[:start], text[end:], text)


def _joined(before: str, after: str, whole: str) -> str:
    """What is left of a whole text; a file that would hold nothing at all holds an empty list, with its line end."""
    left = before + after
    return left if left.strip() else "[]\r\n" if whole.endswith("\r\n") else "[]\n"
