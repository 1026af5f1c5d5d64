"""A chart in Graphviz's DOT language: every word measured, wrapped and escaped."""

from __future__ import annotations

import graphviz

from igreg.chart.about import Address
from igreg.chart.graph import Edge, Graph, Node
from igreg.drawing import colours as colour
from igreg.drawing.label import SMALL, TITLE, label_of
from igreg.drawing.line_looks import look, words_at
from igreg.drawing.metrics import drawable
from igreg.drawing.skeleton import at_the_edges, heads, spacing
from igreg.render.chart.dot_label import html_label, html_words, words
from igreg.wording.boxes import held, led


def dot(graph: Graph) -> str:
    """The chart as DOT text."""
    out = graphviz.Digraph(graph.name, comment=drawable(graph.source))
    out.attr(
        "graph",
        fontname="Helvetica",
        bgcolor=colour.PAPER,
        pad="0.1",
        outputorder="edgesfirst",
        tooltip=_escaped(graph.title),
        label=_heading(graph),
        labelloc="t",
        labeljust="l",
        **spacing(graph),
    )
    out.attr("node", shape="plain", fontname="Helvetica", fontsize=f"{SMALL:g}", fontcolor=colour.INK)
    out.attr("edge", fontname="Helvetica", fontsize=f"{SMALL:g}", fontcolor=colour.INK)
    for node in graph.nodes:
        out.node(node.id, **_node(node, graph.area_order, graph.tight))
    for rank, ids in at_the_edges(graph):
        with out.subgraph() as edge_of_page:
            edge_of_page.attr(rank=rank)
            for id in ids:
                edge_of_page.node(id)
    for number, edge in enumerate(graph.edges, 1):
        out.edge(edge.start, edge.end, id=f"line-{number}", **_edge(edge, graph.tight))
    return str(out.source)


def _node(node: Node, areas: tuple[str, ...], tight: bool) -> dict[str, str]:
    attributes = {
        "label": html_label(label_of(node, tight), areas),
        "id": f"{node.kind}-{node.id}",
        "tooltip": _escaped(node.told),
    }
    if isinstance(node.link, Address):
        attributes |= {"URL": _escaped(node.link.url), "target": "_top"}
    return attributes


def _edge(edge: Edge, tight: bool) -> dict[str, str]:
    drawn = look(edge)
    attributes = {"color": drawn.ink, "penwidth": f"{drawn.weight:g}"}
    if drawn.dashes:
        attributes["style"] = drawn.dashes
    attributes |= heads(edge)
    label = words_at(edge, tight)
    if label is not None:
        attributes["label"] = html_words(label)
    if edge.told:
        attributes["tooltip"] = _escaped(edge.told)
    return attributes


def _heading(graph: Graph) -> str:
    """Title, day, source, and who answers for each area: no node says that an area has nobody."""
    areas = "".join(
        f'<FONT POINT-SIZE="{SMALL:g}" COLOR="{colour.GAP_INK if row.gap else colour.INK}">'
        f'<B>{words(row.area)}: </B>{words(f"{led(row)} ({held(row)})")} </FONT><BR ALIGN="LEFT"/>'
        for row in graph.areas
    )
    return (
        f'<<FONT POINT-SIZE="18"><B>{words(graph.title)} </B></FONT><BR ALIGN="LEFT"/>'
        f'<FONT POINT-SIZE="{TITLE:g}">{words(graph.subtitle)} </FONT><BR ALIGN="LEFT"/>'
        f'<FONT POINT-SIZE="{SMALL:g}" COLOR="{colour.QUIET}">{words(graph.source)} </FONT><BR ALIGN="LEFT"/>{areas}>'
    )


def _escaped(text: str) -> str:
    """Text for an attribute in which Graphviz would read backslashes and, at both ends, angle brackets.

    What comes back is a kind of `str` by which the library knows not to take brackets for markup: it stays as it is.
    """
    found: str = graphviz.escape(drawable(text))
    return found
