"""A chart as text: nested lists and a table that say the same as the drawing, for those who read or listen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from igreg.chart.graph import Edge, Graph, Message, Node, by_start
from igreg.drawing.metrics import drawable
from igreg.render.escape.terminal import cells
from igreg.wording.arrows import BESIDE, SORTS, arrow_words, how, marks_said, verb, when
from igreg.wording.boxes import all_said, held, led, said, who

_WIDEST = 52


def chart_text(graph: Graph) -> str:
    """The whole chart in words."""
    out = [graph.title, "=" * cells(drawable(graph.title)), graph.subtitle, *graph.remarks, graph.source]
    if graph.areas:
        out += ["", "Who answers for each area", "-------------------------"]
        out += [f"- {row.area}: {led(row)} ({held(row)})" for row in graph.areas]
    out += _LINES.get(graph.chart, _arrows)(graph)
    for table in graph.tables:
        out += ["", table.title, "-" * cells(drawable(table.title)), *_columns((table.head, *table.rows))]
    return "".join(f"{_indented(line)}\n" for line in out)


def _structure(graph: Graph) -> Iterator[str]:
    yield from ("", "Lines of accountability", "-----------------------")
    for depth, text in tree_lines(graph):
        yield f"{'  ' * depth}- {text}"
    yield from ("", "All roles and groups", "--------------------")
    yield from _columns(node_rows(graph))


def tree_lines(graph: Graph) -> list[tuple[int, str]]:
    """Every role and group on a line with its depth, in reading order."""
    upper = {edge.end: edge.start for edge in graph.edges if edge.kind == "accountable"}
    depth: dict[str, int] = {}
    for node in graph.nodes:
        depth[node.id] = depth.get(upper.get(node.id, ""), -1) + 1
    return [(depth[node.id], _line(graph, node)) for node in graph.nodes]


def node_rows(graph: Graph) -> list[tuple[str, ...]]:
    """Every role and group as a row of a table; the first row is the head."""
    upper = {edge.end: edge.start for edge in graph.edges if edge.kind == "accountable"}
    names = {node.id: node.title for node in graph.nodes}
    rows: list[tuple[str, ...]] = [("Title", "Held by", "Leads", "Accountable to", "Also")]
    for node in graph.nodes:
        above = names.get(upper.get(node.id, ""), "nobody")
        rows.append((node.title, all_said(node), ", ".join(node.areas), above, "; ".join(_others(graph, node))))
    return rows


def _line(graph: Graph, node: Node) -> str:
    """A role or group on one line: title, what it is, areas, holders and marks, other lines."""
    what = f" ({node.over.lower()})" if node.over else ""
    areas = f" [{', '.join(node.areas)}]" if node.areas else ""
    parts = "; ".join([*map(said, node.lines), *_others(graph, node)])
    return f"{node.title}{what}{areas}" + (f": {parts}" if parts else "")


def _others(graph: Graph, node: Node) -> list[str]:
    """What it also does for others, beside being accountable."""
    out = []
    for kind, word in BESIDE.items():
        targets = [_title(graph, edge.end) for edge in graph.leaving.get(node.id, ()) if edge.kind == kind]
        if targets:
            out.append(f"{word} {', '.join(targets)}")
    return out


_OF_FLOWS = (("incident", "Incidents and near misses"), ("routine", "Routine"))
_OF_DATA = (
    ("special", "Special category data"),
    ("personal", "Personal data"),
    ("data", "No personal data, or nobody has said"),
)


def _of_skills(graph: Graph) -> Iterator[str]:
    """Whoever holds a role with what is asked of them, then all of it as a table."""
    heading = "What is asked of whom"
    yield from ("", heading, "-" * len(heading))
    for start, edges in graph.leaving.items():
        yield f"- {_named(graph, start)}"
        for edge in edges:
            yield f"  - {'; '.join(arrow_words(edge))}"
    yield from ("", "All lines", "---------")
    yield from _columns(edge_rows(graph))


def _skill_row(graph: Graph, edge: Edge) -> tuple[str, ...]:
    message, node = edge.message or Message(""), graph.node(edge.start)
    holder = all_said(node) if node is not None else ""
    so = marks_said(edge.marks, "; ") or "met"
    has = "" if message.has is None else str(message.has or "no level written")
    return (_title(graph, edge.start), holder, message.what, str(message.asked or "any level"), has, so)


_HEADINGS = {"data-flows": _OF_DATA, "delegation": (("elects", "Elections"), ("delegated", "Delegations"))}


def _arrows(graph: Graph) -> Iterator[str]:
    plain = graph.chart in _HEADINGS
    for kind, heading in _HEADINGS.get(graph.chart, _OF_FLOWS):
        edges = [edge for edge in graph.edges if edge.kind == kind]
        if graph.chart != "communication" and not edges:
            continue
        yield from ("", heading, "-" * len(heading))
        if not edges:
            yield "No flow is in the register."
        for start, leaving in by_start(edges).items():
            yield f"- {_named(graph, start)}"
            for edge in leaving:
                does = "to" if plain else verb(edge.start, edge.both)
                yield f"  - {does} {_named(graph, edge.end)}: {'; '.join(arrow_words(edge))}"
    yield from ("", "All arrows", "----------")
    yield from _columns(edge_rows(graph))


def edge_rows(graph: Graph) -> list[tuple[str, ...]]:
    """Every arrow as a row of a table; the first row is the head."""
    if graph.chart == "data-flows":
        return [("From", "To", "What", "When", "How", "Data", "Marks"), *(_data_row(graph, e) for e in graph.edges)]
    if graph.chart == "skills":
        head = ("Role", "Held by", "Skill", "Asked at", "Has", "So")
        return [head, *(_skill_row(graph, edge) for edge in graph.edges)]
    rows: list[tuple[str, ...]] = [("From", "To", "What", "Kind", "Ways")]
    for edge in graph.edges:
        ways = "both ways" if edge.both else "one way"
        rows.append((_title(graph, edge.start), _title(graph, edge.end), "; ".join(arrow_words(edge)), edge.kind, ways))
    return rows


def _data_row(graph: Graph, edge: Edge) -> tuple[str, ...]:
    """One arrow of a data flow map, a cell for each thing that is said of it."""
    message = edge.message or Message("")
    ends = _title(graph, edge.start), _title(graph, edge.end)
    marks = marks_said(edge.marks, "; ")
    return (*ends, message.what, when(message), how(message), SORTS.get(edge.kind, ""), marks)


_LINES: Mapping[str, Callable[[Graph], Iterator[str]]] = {"structure": _structure, "skills": _of_skills}
"""How the lines of a chart are told, where they are no arrows between parties."""


def _named(graph: Graph, id: str) -> str:
    """A party with its marks."""
    node = graph.node(id)
    if node is None:
        return id
    return who(node) if node.lines else node.title


def _title(graph: Graph, id: str) -> str:
    node = graph.node(id)
    return node.title if node is not None else id


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows with columns one under the other; columns that are empty all the way down are left out.

    A cell that is longer than most pushes the rest of its own row to the right, and of no other: nothing is cut, and
    whoever listens to the table does not sit through hundreds of blanks.
    """
    safe = [[drawable(cell) for cell in row] for row in rows]
    used = [i for i in range(len(safe[0])) if any(row[i] for row in safe[1:])] if len(safe) > 1 else []
    widths = {i: min(max(cells(row[i]) for row in safe), _WIDEST) for i in used}
    lines = [" | ".join(row[i] + " " * (widths[i] - cells(row[i])) for i in used).rstrip() for row in safe]
    rule = "-+-".join("-" * widths[i] for i in used)
    return [lines[0], rule, *lines[1:]] if used else []


def _indented(line: str) -> str:
    """One line, safe to print, with the blanks at its beginning kept."""
    bare = line.lstrip(" ")
    is_row = (" | " in line or "-+-" in line) and bare.isprintable()
    return " " * (len(line) - len(bare)) + (bare if is_row else drawable(bare))
