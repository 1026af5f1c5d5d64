"""Tables that say the lines of a chart again, for whoever reads and does not look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.chart.graph import Edge, Graph, Message, Table
from igreg.chart.lines import BuiltBy
from igreg.language.english import listed, long_day
from igreg.wording.arrows import levels, marks_said, sums
from igreg.wording.boxes import all_said, who

_HANDED_DOWN = ("What", "From", "To", "About", "Where it ends", "Until", "Marks")


def tables_of(graph: Graph) -> Iterator[Table]:
    """The tables of a chart's lines: what is handed down, or which skills are wanting."""
    if graph.chart == "delegation" and graph.edges:
        rows = tuple(_handed_down(graph, edge) for edge in graph.edges)
        yield Table("What is handed down", _HANDED_DOWN, rows, of_lines=True).without_idle_columns()
    if graph.chart == "skills":
        gaps = [edge for edge in graph.edges if edge.marks]
        if gaps:
            yield Table("Gaps by skill", ("Skill", "Who", "Built by"), tuple(_by_skill(graph, gaps)))
            yield Table("Gaps by person", ("Person", "Role", "Gaps"), tuple(_by_person(graph, gaps)))


def _handed_down(graph: Graph, edge: Edge) -> tuple[str, ...]:
    message = edge.message or Message("")
    ends = _title(graph, edge.start), _title(graph, edge.end)
    about = "; ".join((*edge.about, *edge.tasks))
    limits = "; ".join(part for part in (*sums(message), edge.limits) if part)
    day = long_day(message.until) if message.until is not None else ""
    if edge.kind == "elects":
        return ("Election", *ends, about, limits, f"first seat {day}" if day else "not known", "")
    return (message.what, *ends, about, limits, day or "no end", marks_said(edge.marks, "; "))


def _by_skill(graph: Graph, gaps: Sequence[Edge]) -> Iterator[tuple[str, ...]]:
    """One row for each skill in the order of the chart; words of roles as they are first wanting."""
    places = {node.id: place for place, node in enumerate(graph.nodes) if node.about is not None}
    for id in sorted(dict.fromkeys(edge.end for edge in gaps), key=lambda id: places.get(id, len(graph.nodes))):
        column = graph.node(id)
        people = "; ".join(f"{_who(graph, edge.start)}: {_gap(edge)}" for edge in gaps if edge.end == id)
        built = (listed(line.courses) for line in (column.lines if column else ()) if isinstance(line, BuiltBy))
        yield (_title(graph, id), people, "; ".join(built))


def _by_person(graph: Graph, gaps: Sequence[Edge]) -> Iterator[tuple[str, ...]]:
    """One row for each person with all their roles; without names, and of vacant roles, one for each role."""
    people: dict[str, list[Edge]] = {}
    for edge in gaps:
        node = graph.node(edge.start)
        known = node.person if node is not None else ""
        people.setdefault(f"person {known}" if known else f"row {edge.start}", []).append(edge)
    for found in people.values():
        roles = listed(dict.fromkeys(_title(graph, edge.start) for edge in found))
        words = dict.fromkeys(f"{_title(graph, edge.end)}: {_gap(edge)}" for edge in found)
        node = graph.node(found[0].start)
        yield (all_said(node) if node is not None else "", roles, "; ".join(words))


def _gap(edge: Edge) -> str:
    """What is wrong, in words for a table: `below the level, asked at 3, has 2`."""
    lapsed = "lapsed" in edge.marks and edge.counts_until is not None
    ended = f" after {long_day(edge.counts_until)}" if lapsed and edge.counts_until is not None else ""
    return f"{marks_said(edge.marks)}{ended}, {levels(edge.message or Message(''))}"


def _who(graph: Graph, id: str) -> str:
    node = graph.node(id)
    return who(node) if node is not None else id


def _title(graph: Graph, id: str) -> str:
    node = graph.node(id)
    return node.title if node is not None else id
