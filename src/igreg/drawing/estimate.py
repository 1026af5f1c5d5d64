"""How much room a page takes at least, known before it is laid out: what cannot be read is not laid out to see that."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.chart.graph import Graph
from igreg.drawing.draw import height_with
from igreg.drawing.label import SMALL
from igreg.drawing.line_looks import look
from igreg.drawing.measured import Measured, Size
from igreg.drawing.paper import SMALLEST, Paper, within
from igreg.drawing.skeleton import apart

_SURE = 1.02
"""A frame of another width may wrap a line less; so much more room is allowed before a page is given up."""


def may_fit(page: Measured, paper: Paper) -> bool:
    """Whether there is any hope that a page can be read on a sheet, either way up, before it is laid out."""
    long, short = (side * SMALL / SMALLEST for side in within(paper))
    words = [words[1] for words in page.words if words is not None]
    boxes = [size for _, _, size in page.nodes]
    if sum(wide * high for wide, high in (*boxes, *words)) > long * short:
        return False
    wide, high = least(page)
    return any(
        wide <= across and height_with(page.graph, high, across * _SURE) <= down * _SURE
        for across, down in ((long, short), (short, long))
    )


def least(page: Measured) -> Size:
    """The width and height that the boxes and words of a page take at least, in points.

    Where each party only tells or only is told, the engine stacks all who tell, all words and all who are told, each
    in a column (a row, from the top down). Nothing is known of how it ranks others: they take no less than a box.
    """
    sizes = {node.id: size for node, _, size in page.nodes}
    if not sizes:
        return 0.0, 0.0
    stacks = _stacks(page.graph, sizes.keys())
    across, along = (1, 0) if page.graph.down else (0, 1)
    if not stacks:
        return max(wide for wide, _ in sizes.values()), max(high for _, high in sizes.values())
    gap = apart(page.graph)
    columns = [[sizes[id] for id in stack] for stack in stacks]
    longest = max(sum(one[along] for one in column) + gap * (len(column) - 1) for column in columns)
    words = [words[1] for words in page.words if words is not None]
    longest = max(longest, sum(one[along] for one in words) + gap * max(len(words) - 2, 0))
    deep = sum(max(one[across] for one in column) for column in (*columns, words) if column)
    return (longest, deep) if page.graph.down else (deep, longest)


def _stacks(graph: Graph, ids: Iterable[str]) -> tuple[list[str], list[str]] | None:
    """Who tells and who is told, where no one is both, nobody is kept at the wrong edge, and every line gives ranks."""
    there = set(ids)
    lines = [edge for edge in graph.edges if edge.start in there and edge.end in there]
    tell, told = dict.fromkeys(edge.start for edge in lines), dict.fromkeys(edge.end for edge in lines)
    kept = [node for node in graph.nodes if node.edge]
    wrong = any(node.id in (told if node.kind == "audience" else tell) for node in kept)
    if not lines or wrong or tell.keys() & told.keys() or not all(look(edge).ranks for edge in lines):
        return None
    return list(tell), list(told)
