"""How each kind of line of a chart looks: its colour, weight, dashes and heads. Every format takes it from here."""

from __future__ import annotations

from typing import Literal, NamedTuple

from igreg.chart.graph import Edge, EdgeKind
from igreg.drawing import colours as colour
from igreg.drawing.label import Label, edge_label
from igreg.wording.arrows import arrow_words

Dashes = Literal["", "dashed", "dotted"]
Head = Literal["none", "vee", "odot", "normal"]
"""A head by Graphviz's name: an open arrow, a ring, a full arrow."""


class Look(NamedTuple):
    """How a line looks."""

    ink: str
    weight: float
    head: Head
    dashes: Dashes = ""
    ranks: bool = True
    """Whether the one end has to stand before the other."""


LOOKS: dict[EdgeKind, Look] = {
    "accountable": Look(colour.LINE, 1.6, "none"),
    "reports": Look(colour.REPORTS, 1.3, "vee", "dashed", False),
    "advises": Look(colour.ADVISES, 1.8, "vee", "dotted", False),
    "supports": Look(colour.SUPPORTS, 1.8, "odot", "dotted", False),
    "routine": Look(colour.ROUTINE, 1.2, "vee"),
    "incident": Look(colour.INCIDENT, 2.6, "normal"),
    "data": Look(colour.LINE, 1.0, "vee"),
    "personal": Look(colour.ROUTINE, 1.8, "vee"),
    "delegated": Look(colour.SUPPORTS, 1.8, "normal"),
    "special": Look(colour.ADVISES, 2.8, "normal"),
    "elects": Look(colour.ADVISES, 1.8, "vee"),
    "asked": Look(colour.LINE, 1.2, "vee"),
}
_HEAVY = 4.5
"""The weight of a line to draw attention to, in points."""


BROKEN = frozenset(
    {"no-agreement", "kept", "ring", "twice", "ended", "missing", "below", "lapsed", "nobody", "unknown"}
)
"""Marks of which a broken line warns, beside their words."""


def look(edge: Edge) -> Look:
    """How this line looks."""
    found = LOOKS[edge.kind]
    if BROKEN & {*edge.marks}:
        found = found._replace(dashes="dashed")
    return found._replace(weight=_HEAVY) if edge.heavy else found


def words_at(edge: Edge, tight: bool) -> Label | None:
    """The words at a line, if it has any; those of an incident and of special category data stand in a frame."""
    words = arrow_words(edge)
    if not words:
        return None
    return edge_label(words, LOOKS[edge.kind].ink, tight=tight, boxed=edge.kind in ("incident", "special"))
