"""The charts: who answers to whom, and who tells whom what."""

from __future__ import annotations

from igreg.model.kinds.flows import Flow
from igreg.site.page import Drawing, Section
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def structure(seen: Seen) -> tuple[Section, ...]:
    """The structure chart, where there are posts to draw."""
    there = seen.asked.as_of.tenure.there
    return (Section("", (Drawing("structure"),)),) if there.roles or there.groups else ()


def communication(seen: Seen) -> tuple[Section, ...]:
    """The chart of communication, where there are flows to draw."""
    flows: tuple[Flow, ...] = seen.asked.as_of.tenure.there.flows
    return (Section("", (Drawing("communication"),)),) if flows else ()


PAGES = (
    TopPage(20, "structure.html", "Structure chart", "Who answers to whom.", structure),
    TopPage(21, "communication.html", "Communication chart", "Who tells whom what, and how fast.", communication),
)
