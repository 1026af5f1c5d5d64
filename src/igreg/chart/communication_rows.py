"""What is told to whom, as rows of a table: arrows that say the same from one sender are one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from igreg.chart.graph import Edge, EdgeKind, Node
from igreg.language.english import listed

HEAD = ("No.", "What", "From", "To", "When", "How")


@dataclass(frozen=True)
class Told:
    """One thing that one party tells one or more: what was one flow in the register."""

    start: str
    label: tuple[str, ...]
    kind: EdgeKind
    both: bool
    ends: tuple[str, ...]


def told(edges: Sequence[Edge]) -> list[Told]:
    """The arrows put together by what they say: incidents first."""
    ends: dict[tuple[str, tuple[str, ...], EdgeKind, bool], list[str]] = {}
    for edge in edges:
        ends.setdefault((edge.start, edge.label, edge.kind, edge.both), []).append(edge.end)
    return [Told(*key, tuple(dict.fromkeys(found))) for key, found in ends.items()]


def named(node: Node) -> str:
    """A party by its title; a box of several by the titles of all."""
    return node.told.removesuffix(".").rpartition(": ")[2] if node.kind == "fold" else node.title


def row(number: str, one: Told, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The cells of one row, with the parties' titles by id."""
    when = ", ".join(part for part in one.label[1:] if part.startswith(("within ", "every ")))
    how = "; ".join(part for part in one.label[1:] if not part.startswith(("within ", "every ")))
    to = listed(titles[end] for end in one.ends) + (" (both ways)" if one.both else "")
    return number, one.label[0], titles[one.start], to, when, how
