"""A paper with every kind of block, and one whose every text is hostile."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from igreg.chart.about import Address, OtherPage
from igreg.chart.graph import Graph, Node
from igreg.drawing.scene import Group, Scene, Words
from igreg.render.report.drawn import Chart
from igreg.report.asked import Head
from igreg.report.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Figure,
    Figures,
    Lines,
    Matrix,
    NewPage,
    Paper,
    Part,
    Plot,
    Points,
    Said,
    Series,
    Table,
)

DAY = dt.date(2026, 11, 24)
MONTHS = ("Apr", "May", "Jun", "Jul")


def paper(*parts: Part, unread: str = "") -> Paper:
    """A paper of these parts."""
    return Paper("board", "For the board", "Wendle Valley", DAY, "Quarter two", unread, parts)


def every_block(say: str = "{}") -> tuple[Block, ...]:
    """One of each, its texts put into `say`."""

    def text(words: str) -> str:
        return say.replace("{}", words)

    columns = (
        Column(text("Course")),
        Column(text("People"), "number"),
        Column(text("Share"), "percent"),
        Column(text("By"), "day"),
        Column(text("Cost"), "money", "GBP"),
    )
    rows = (
        (text("Induction"), 1204, Decimal("91.5"), DAY, Decimal("1200.50")),
        (text("Refresher"), 3, 4, None, Decimal(20)),
    )
    lines = (Series(text("Trained"), (90.0, 92.5, None, 94.0), 2), Series(text("Booked"), (5, 4, 3, 2)))
    places = ((5, 4, text("R1")), (5, 4, text("R2")), (1, 2, text("R3")))
    levels = tuple(tuple("high" if across * up > 9 else "low" for across in range(1, 6)) for up in range(1, 6))
    return (
        Said(text("Read this first."), leads=True),
        Said(text("A paragraph.")),
        Points((text("One point"), text("Another"))),
        Points((text("First step"), text("Second step")), numbered=True),
        Facts((Fact(text("For"), text("decision")), Fact(text("From"), text("the SIRO")))),
        Figures((Figure(text("Incidents"), text("3"), text("2 before"), text("late")), Figure("Audits", "1"))),
        Table(text("Courses"), columns, rows, "No course."),
        Table("Nothing", (Column("What"),), (), text("There is none of it.")),
        Plot(text("Share"), text("It rises."), "lines", text("per cent"), MONTHS, lines, 95, text("wanted")),
        Plot("Counts", "Two a month.", "bars", "incidents", MONTHS, (Series("Now", (2, 2, 0, 1)),)),
        Matrix(text("Risks"), text("Two are high."), text("Impact"), text("Likelihood"), 5, places, levels),
        NewPage(),
        Lines((text("Signed"), text("Date"))),
    )


def chart(pages: int, width: float = 400.0) -> Chart:
    """A structure chart of one box that is drawn on so many pages."""
    graph = Graph("structure", "structure", "Structure", "", "", (Node("dpo", "role", "Data Protection Officer"),), ())
    words = Words(10, 20, "Data Protection Officer", 11, False, "#16202b")
    box = Group(
        (words,), id="dpo", sort="node", label="Data Protection Officer", link=Address("https://x"), symbol=True
    )
    part = Group((box, Group((words,), link=OtherPage("other"))), id="all", label="All of it")
    scene = Scene("structure", "Structure", "Who answers to whom.", "", width, 60, "#ffffff", (part,))
    return Chart(graph, ((graph, scene),) * pages)


@dataclass(frozen=True)
class Values:
    """The values of a report, as a template sees them."""

    head: Head
    people: tuple[str, ...]
