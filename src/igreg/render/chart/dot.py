"""A chart in Graphviz's DOT language: every word measured, wrapped and escaped."""

from __future__ import annotations

import graphviz

from igreg.chart.graph import Edge, Graph, Node
from igreg.render.chart import colours as colour
from igreg.render.chart.dot_label import html_label, html_words, words
from igreg.render.chart.label import SMALL, TITLE, label_of
from igreg.render.chart.line_looks import look, words_at
from igreg.render.chart.metrics import drawable


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
    at_the_edges(out, graph, {node.id: node.id for node in graph.nodes})
    for number, edge in enumerate(graph.edges, 1):
        out.edge(edge.start, edge.end, id=f"line-{number}", **_edge(edge, graph.tight))
    return str(out.source)


def spacing(graph: Graph) -> dict[str, str]:
    """The attributes of a graph on which places depend: lines beside accountability need room between the boxes."""
    beside = any(not look(edge).ranks for edge in graph.edges)
    apart, deep = ("0.12", "0.3") if graph.tight else ("0.25", "0.8") if beside else ("0.12", "0.45")
    return {"rankdir": "LR", "nodesep": apart, "ranksep": deep, "splines": "true"}


def at_the_edges(out: graphviz.Digraph, graph: Graph, names: dict[str, str]) -> None:
    """Keep the public at the one edge of a drawing and outside bodies at the other."""
    for rank, kinds in (("min", ("audience",)), ("max", ("body",))):
        found = [names[node.id] for node in graph.nodes if node.edge and node.kind in kinds]
        if found:
            with out.subgraph() as edge_of_page:
                edge_of_page.attr(rank=rank)
                for name in found:
                    edge_of_page.node(name)


def _node(node: Node, areas: tuple[str, ...], tight: bool) -> dict[str, str]:
    attributes = {
        "label": html_label(label_of(node, tight), areas),
        "id": f"{node.kind}-{node.id}",
        "tooltip": _escaped(node.told),
    }
    if node.link:
        attributes |= {"URL": _escaped(node.link), "target": "_top"}
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


def heads(edge: Edge) -> dict[str, str]:
    """The attributes of a line on which its place and its heads depend."""
    drawn = look(edge)
    if drawn.head == "none":
        return {"dir": "none"}
    attributes: dict[str, str] = {"arrowhead": drawn.head}
    if edge.both:
        attributes |= {"dir": "both", "arrowtail": drawn.head}
    if not drawn.ranks:
        attributes["constraint"] = "false"
    return attributes


def _heading(graph: Graph) -> str:
    """Title, day, source, and who answers for each area: no node says that an area has nobody."""
    areas = "".join(
        f'<FONT POINT-SIZE="{SMALL:g}" COLOR="{colour.GAP_INK if row.gap else colour.INK}">'
        f'<B>{words(row.area)}: </B>{words(f"{row.role} ({row.held})")} </FONT><BR ALIGN="LEFT"/>'
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
