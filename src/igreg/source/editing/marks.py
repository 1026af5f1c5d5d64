"""What can be read off the marks of nodes: what each is, where its content ends, how its items begin."""

from __future__ import annotations

from typing import Any

from igreg.source.reading.scalars import plain_value


def kind(node: Any) -> str:
    """What a node is: scalar, mapping or sequence."""
    return type(node).__name__.removesuffix("Node").lower()


def dash_of(node: Any) -> tuple[str, str]:
    """How the last item of a list begins: how far it is indented, and its dash with the blanks after it."""
    gap = node.value[-1].start_mark.column - node.start_mark.column - 1
    return " " * node.start_mark.column, "-" + " " * (max(gap, 1) if gap <= 7 else 1)


def child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """The key and the value of one step down, or nothing; an item is there, since the data has it."""
    if kind(node) == "mapping":
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if kind(node) == "sequence" and isinstance(step, int):
        return None, node.value[step]
    return None


def is_empty(node: Any) -> bool:
    """Whether a node says nothing, as the value of a key with nothing behind it."""
    return kind(node) == "scalar" and not node.style and plain_value(node.value) is None


def content_end(text: str, node: Any) -> int:
    """Where a node's content ends, without the empty lines and comments that follow."""
    end = int(node.end_mark.index)
    if kind(node) == "scalar":
        if node.style in ("|", ">"):
            header = text[node.start_mark.index : text.find("\n", node.start_mark.index)].partition("#")[0]
            keeps = "+" in header  # the empty lines at its end are part of it
            return end - text[:end].endswith("\n") if keeps else len(text[:end].rstrip())
        return end
    if node.flow_style:
        return end
    last = node.value[-1]
    return content_end(text, last[1] if isinstance(last, tuple) else last)
