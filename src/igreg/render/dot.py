"""A chart in Graphviz's DOT language: every word measured, wrapped and escaped."""

from __future__ import annotations

import graphviz

from igreg.chart.graph import Edge, Graph, Node
from igreg.render import chart_colours as colour
from igreg.render.chart_words import drawable
from igreg.render.dot_label import LABEL, SMALL, TIGHT_LABEL, TITLE, edge_label, node_label, words

_LINES: dict[str, dict[str, str]] = {
    "accountable": {"color": colour.LINE, "penwidth": "1.6", "dir": "none"},
    "reports": {
        "color": colour.REPORTS,
        "style": "dashed",
        "penwidth": "1.3",
        "arrowhead": "vee",
        "constraint": "false",
    },
    "advises": {
        "color": colour.ADVISES,
        "style": "dotted",
        "penwidth": "1.8",
        "arrowhead": "vee",
        "constraint": "false",
    },
    "supports": {
        "color": colour.SUPPORTS,
        "style": "dotted",
        "penwidth": "1.8",
        "arrowhead": "odot",
        "constraint": "false",
    },
    "routine": {"color": colour.ROUTINE, "penwidth": "1.2", "arrowhead": "vee", "arrowtail": "vee"},
    "incident": {"color": colour.INCIDENT, "penwidth": "2.6", "arrowhead": "normal", "arrowtail": "normal"},
}


def dot(graph: Graph, *, heading: bool = True) -> str:
    """The chart as DOT text. Without `heading` the title is left to whoever frames the drawing."""
    out = graphviz.Digraph(graph.name, comment=drawable(graph.source))
    out.attr(
        "graph",
        rankdir="LR",
        fontname="Helvetica",
        bgcolor=colour.PAPER,
        pad="0.1",
        nodesep="0.12",
        ranksep="0.3" if graph.tight else "0.45",
        splines="true",
        outputorder="edgesfirst",
        tooltip=_escaped(graph.title),
    )
    if heading:
        out.attr("graph", label=_heading(graph), labelloc="t", labeljust="l")
    out.attr("node", shape="plain", fontname="Helvetica", fontsize=f"{SMALL:g}", fontcolor=colour.INK)
    out.attr("edge", fontname="Helvetica", fontsize=f"{SMALL:g}", fontcolor=colour.INK)
    for node in graph.nodes:
        out.node(node.id, **_node(node, graph.area_order, graph.tight))
    for rank, kinds in (("min", ("audience",)), ("max", ("body",))):
        ids = [node.id for node in graph.nodes if node.edge and node.kind in kinds]
        if ids:
            with out.subgraph() as edge_of_page:
                edge_of_page.attr(rank=rank)
                for id in ids:
                    edge_of_page.node(id)
    for number, edge in enumerate(graph.edges, 1):
        out.edge(edge.start, edge.end, id=f"line-{number}", **_edge(edge, graph.tight))
    return str(out.source)


def _node(node: Node, areas: tuple[str, ...], tight: bool) -> dict[str, str]:
    attributes = {
        "label": node_label(node, areas, tight),
        "id": f"{node.kind}-{node.id}",
        "tooltip": _escaped(node.told),
    }
    if node.link:
        attributes |= {"URL": _escaped(node.link), "target": "_top"}
    return attributes


def _edge(edge: Edge, tight: bool) -> dict[str, str]:
    attributes = dict(_LINES[edge.kind])
    if edge.both:
        attributes["dir"] = "both"
    if edge.heavy:
        attributes["penwidth"] = "4.5"
    if edge.label:
        ink = attributes["color"]
        attributes["label"] = edge_label(
            edge.label, ink, TIGHT_LABEL if tight else LABEL, boxed=edge.kind == "incident"
        )
    if edge.told:
        attributes["tooltip"] = _escaped(edge.told)
    return attributes


def _heading(graph: Graph) -> str:
    return (
        f'<<FONT POINT-SIZE="18"><B>{words(graph.title)}</B></FONT><BR ALIGN="LEFT"/>'
        f'<FONT POINT-SIZE="{TITLE:g}">{words(graph.subtitle)}</FONT><BR ALIGN="LEFT"/>'
        f'<FONT POINT-SIZE="{SMALL:g}" COLOR="{colour.QUIET}">{words(graph.source)}</FONT><BR ALIGN="LEFT"/>>'
    )


def _escaped(text: str) -> str:
    """Text for an attribute in which Graphviz would read backslashes and, at both ends, angle brackets.

    What comes back is a kind of `str` by which the library knows not to take brackets for markup: it stays as it is.
    """
    found: str = graphviz.escape(drawable(text))
    return found
