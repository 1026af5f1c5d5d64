"""A page with the size of every box and of the words at every line: each is wrapped and measured once."""

from __future__ import annotations

from igreg.chart.graph import Graph, Node
from igreg.dataclass import dataclass
from igreg.drawing.box import size_of
from igreg.drawing.label import Label, label_of
from igreg.drawing.line_looks import words_at

Size = tuple[float, float]
"""Width and height in points."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One page; a node whose id the register has twice, which is a fault, is drawn once."""

    graph: Graph
    nodes: tuple[tuple[Node, Label, Size], ...]
    words: tuple[tuple[Label, Size] | None, ...]
    """The words at each of the page's lines, where it has any."""


def measured(graph: Graph) -> Measured:
    """Measure a page."""
    if graph.is_matrix:  # whose cells are measured where they are drawn
        return Measured(graph, (), ())
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        nodes.setdefault(node.id, node)
    labels = [(node, label_of(node, graph.tight)) for node in nodes.values()]
    words = [words_at(edge, graph.tight) for edge in graph.edges]
    return Measured(
        graph,
        tuple((node, label, size_of(label)) for node, label in labels),
        tuple(None if label is None else (label, size_of(label)) for label in words),
    )
