"""What is told to whom, as rows of a table: arrows that say the same from one sender are one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from igreg.chart.graph import Edge, EdgeKind, Message, Node
from igreg.dataclass import dataclass
from igreg.language.english import listed
from igreg.wording.arrows import how, when

HEAD = ("No.", "What", "From", "To", "When", "How")


@dataclass(frozen=True)
class Telling:
    """One thing that one party tells one or more: what was one flow in the register."""

    start: str
    message: Message
    kind: EdgeKind
    both: bool
    ends: tuple[str, ...]


def tellings(edges: Sequence[Edge]) -> list[Telling]:
    """The arrows put together by what they say: incidents first."""
    ends: dict[tuple[str, Message, EdgeKind, bool], list[str]] = {}
    for edge in edges:
        ends.setdefault((edge.start, edge.message or Message(""), edge.kind, edge.both), []).append(edge.end)
    return [Telling(*key, tuple(dict.fromkeys(found))) for key, found in ends.items()]


def name_of(node: Node) -> str:
    """A party by its title; a box of several by the titles of all, after its own where they do not stand in it."""
    if not node.members:
        return node.title
    return listed(node.members) if node.lines else f"{node.title}: {listed(node.members)}"


def row(number: int, one: Telling, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The cells of one row, with the parties' titles by id."""
    to = listed(titles[end] for end in one.ends) + (" (both ways)" if one.both else "")
    return str(number), one.message.what, titles[one.start], to, when(one.message), how(one.message)
