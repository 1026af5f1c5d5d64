"""Everything about a box or a line in sentences, for tooltips and for those who do not see the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igreg.chart.about import MOST_NAMED, OfPost, OfSkill, OfSomebody
from igreg.chart.graph import MEMBERS, Edge, Graph, Node
from igreg.chart.lines import Elect, NotReached, Upwards
from igreg.language.english import every, listed, long_day, some_of
from igreg.wording.arrows import BESIDE, arrow_words, verb
from igreg.wording.boxes import CHANGES, all_said, said, seats, who


def told_edges(graph: Graph) -> Iterator[str]:
    """What is told of each line of a chart, in their order."""
    ends = {node.id: who(node) if graph.is_matrix else node.title for node in graph.nodes}
    return (_edge(edge, ends.get(edge.start, edge.start), ends.get(edge.end, edge.end)) for edge in graph.edges)


def _edge(edge: Edge, start: str, end: str) -> str:
    words = ", ".join((*arrow_words(edge), *(edge.tasks if edge.kind == "delegated" else ())))
    match edge.kind:
        case "accountable" if edge.start == MEMBERS:
            return f"{end} is elected by the members and answers to them"
        case "accountable":
            return f"{end} is accountable to {start}"
        case "reports" | "advises" | "supports":
            return f"{start} {BESIDE[edge.kind]} {end}"
        case "incident" | "routine":
            return f"{start} {verb(edge.start, edge.both)} {end}: {words}"
        case "data" | "personal" | "special":
            return f"From {start} to {end}: {words}"
        case "delegated":
            return f"{start} hands down to {end}: {words}"
        case "elects":
            return f"The members {words} of {end}"
        case "asked":
            until = f", counts until {long_day(edge.counts_until)}" if edge.counts_until is not None else ""
            return f"{start}: {words}{until}"


def told_nodes(graph: Graph, lines: Sequence[str]) -> Iterator[str]:
    """What is told of each box of a chart, in their order. `lines` is what is told of its lines."""
    at: dict[str, list[str]] = {}
    for edge, told in zip(graph.edges, lines, strict=True):
        for party in dict.fromkeys((edge.start, edge.end)):
            at.setdefault(party, []).append(f"{told}.")
    for node in graph.nodes:
        change = f"{CHANGES[node.change].capitalize()}. " if node.change else ""
        yield change + " ".join(_node(graph, node, at))


def _node(graph: Graph, node: Node, at: Mapping[str, Sequence[str]]) -> Iterator[str]:
    match node.about:
        case OfPost():
            yield from _post(node, node.about)
        case OfSkill():
            steps = (f"Level {number}: {text}" for number, text in enumerate(node.about.levels, 1))
            parts = (node.title, *steps, *map(said, node.lines))
            yield from (part if part.endswith(".") else f"{part}." for part in parts)
        case OfSomebody():
            yield f"{node.title}."
        case None if node.id == MEMBERS:
            yield f"{node.title}."
            yield from (f"They elect {seats(line)} of {line.of}." for line in node.lines if isinstance(line, Elect))
            yield from (f"{said(line)}." for line in node.lines if not isinstance(line, Elect))
        case None if graph.is_matrix:
            yield from _of_skills(graph, node)
        case None if any(isinstance(line, NotReached) for line in node.lines):
            yield f"{node.title}: {all_said(node)}."
        case None:
            yield f"{node.title}."
            yield from (f"{said(line)}." for line in node.lines)
            yield from at.get(node.id, ())


def _of_skills(graph: Graph, node: Node) -> Iterator[str]:
    """A skill that only roles name, or whoever is asked for skills."""
    if node.kind == "skill":
        yield f"{node.title}. {node.over}."
        return
    yield f"{who(node)}."
    yield from (f"{', '.join(arrow_words(edge))}." for edge in graph.leaving.get(node.id, ()))


def _post(node: Node, post: OfPost) -> Iterator[str]:
    """A role or a group, with the whole of its lines."""
    lines = [said(line) for line in node.lines if not isinstance(line, Upwards)]
    if node.kind == "group":
        yield f"{node.title}, a group."
        yield from (f"{line}." for line in lines)
    else:
        yield f"{node.title}. {'; '.join(lines)}."
    if node.areas:
        yield f"Named lead for {listed(node.areas)}."
    if post.accountable_to:
        yield f"Accountable to {post.accountable_to}."
    for kind, targets in post.beside:
        yield f"{BESIDE[kind].capitalize()} {listed(targets)}."
    if post.unit:
        yield f"Unit: {post.unit}."
    for also in post.also:
        name = "Whoever holds it" if also.name is None else also.name
        yield f"{name} also holds {some_of(also.roles, MOST_NAMED, also.count)}."
    if post.meets_every:
        yield f"Meets {every(post.meets_every)}."
