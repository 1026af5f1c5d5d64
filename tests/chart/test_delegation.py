"""The chart of delegation: what is handed down to whom, up to which sum, until when, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.chart.delegation import delegation
from igreg.chart.graph import Graph
from igreg.drawing.delegation_pages import delegation_pages
from igreg.drawing.pages import pages
from igreg.errors import IgregError
from igreg.render.chart.dot import dot
from igreg.render.chart.mermaid import mermaid
from igreg.render.chart.text import chart_text
from igreg.wording.arrows import arrow_words
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view
from tests.drawing.drawn import drawer, points, svg
from tests.drawing.test_bundle import Roomy

ROLES = """
- {id: siro, title: SIRO, function: siro, areas: [risk]}
- {id: ig-lead, title: IG lead, unit: home, areas: [governance]}
- {id: deputy, title: Deputy lead, unit: east}
- {id: clerk, title: Clerk, unit: east}
"""


def graph(*rows: str, **options: Any) -> Graph:
    """The chart of some delegations of a small register."""
    text = "".join(f"- {{id: D{i}, title: T{i}, {row}}}\n" for i, row in enumerate(rows, 1))
    return worded(delegation(view(HOME | {"roles.yaml": ROLES, "delegations.yaml": text}, **options)))


def test_what_is_handed_down_to_whom_up_to_what_and_until_when() -> None:
    found = graph(
        "from: siro, to: ig-lead, areas: [risk, governance], tasks: [Buy tools, Renew licences], limits: No cloud, "
        "limit: 1250.50, end: 2027-03-31"
    )
    (edge,) = found.edges
    assert arrow_words(edge) == ("T1", "risk and information governance", "up to £1,250.50", "until 31 March 2027")
    assert edge.told == (
        "SIRO hands down to IG lead: T1, risk and information governance, up to £1,250.50, until 31 March 2027, "
        "Buy tools, Renew licences"
    )
    about = "risk; information governance; Buy tools; Renew licences"
    limits = "up to £1,250.50; No cloud"
    assert found.tables[0].rows == (("T1", "SIRO", "IG lead", about, limits, "31 March 2027"),)
    kept = found.tables[1]
    assert kept.rows[0][0] == "SIRO"
    assert kept.rows[0][1] == (
        "accept all risk, sign the return, sign the toolkit, sign the DSPT, statutory opinion, final decision or final say"
    )
    assert found.remarks == ("1 delegation",)


@pytest.mark.parametrize(
    ("rows", "marks"),
    [
        pytest.param(["from: siro, to: ig-lead, tasks: [Accept all risk]"], [("kept",)], id="what must be kept"),
        pytest.param(["from: siro, to: ig-lead"], [("kept",)], id="everything"),
        pytest.param(["from: ig-lead, to: clerk"], [()], id="everything, of somebody who may"),
        pytest.param(
            ["from: siro, to: ig-lead, tasks: [Buy]", "from: ig-lead, to: clerk, tasks: [Buy]"],
            [(), ("twice",)],
            id="handed on",
        ),
        pytest.param(
            ["from: siro, to: ig-lead, areas: [risk], tasks: [Buy]", "from: ig-lead, to: clerk, areas: [caldicott]"],
            [(), ()],
            id="something else is handed on",
        ),
        pytest.param(
            ["from: ig-lead, to: clerk, tasks: [Buy]", "from: clerk, to: ig-lead, tasks: [Buy]"],
            [("ring",), ("ring",)],
            id="a ring",
        ),
        pytest.param(["from: ig-lead, to: clerk, end: 2026-11-24"], [()], id="the last day"),
        pytest.param(["from: ig-lead, to: clerk, end: 2026-11-23"], [("ended",)], id="the day after"),
        pytest.param(
            ["from: ig-lead, to: clerk, end: 2026-11-23", "from: ig-lead, to: clerk, start: 2026-11-24"],
            [()],
            id="ended, with another in its place",
        ),
        pytest.param(["from: ig-lead, to: clerk, start: 2026-11-25"], [], id="not begun"),
        pytest.param(["from: ig-lead, to: clerk, start: 2026-11-24"], [()], id="begins today"),
    ],
)
def test_what_is_wrong_is_marked(rows: list[str], marks: list[tuple[str, ...]]) -> None:
    found = graph(*rows)
    assert [edge.marks for edge in found.edges] == marks
    assert any("Marks" in table.head for table in found.tables) is any(marks), "a column that nobody fills in"


def test_marks_are_words_in_every_format_and_broken_lines_besides() -> None:
    found = graph("from: siro, to: ig-lead, tasks: [Accept all risk]")
    assert "MAY NOT BE HANDED DOWN" in chart_text(found)
    assert "MAY NOT BE HANDED DOWN" in mermaid(found)
    assert "style=dashed" in dot(found)
    assert "stroke-dasharray" in svg(found)
    assert found.remarks == ("1 delegation", "1 that may not be handed down")


def test_a_part_of_it() -> None:
    rows = ("from: siro, to: ig-lead, areas: [risk]", "from: siro, to: deputy, areas: [governance]")
    assert [edge.end for edge in graph(*rows, area="risk").edges] == ["ig-lead"]
    assert [edge.end for edge in graph(*rows, unit="east").edges] == ["deputy"]
    assert graph(*rows, unit="east", area="risk").remarks == ("Nothing is handed down",)
    assert "Nothing is handed down" in chart_text(graph())
    with pytest.raises(IgregError, match="--area"):
        graph(*rows, area="rsk")


def test_without_names_nobody_is_told_of() -> None:
    found = graph("from: ig-lead, to: j-osei", names=False)
    text = chart_text(found) + svg(found) + dot(found)
    assert "osei" not in text.casefold()
    assert "A member of staff" in text


PAIRS = (("siro", "deputy"), ("ig-lead", "clerk"), ("siro", "clerk"), ("ig-lead", "deputy"), ("deputy", "clerk"))


class Pages(Roomy):
    """Finds that a page can be read which has two arrows at most, on any paper."""

    def fits_on(self, page: Graph, paper: tuple[float, float]) -> bool:
        return self.fits(page)


def test_of_many_those_of_one_giver_stand_together_and_none_is_lost() -> None:
    rows = [f"from: {giver}, to: {to}, tasks: [Task {i}]" for i, (giver, to) in enumerate(PAIRS)]
    found = delegation_pages(graph(*rows), Pages())
    assert [(page.name, page.headed) for page in found] == [
        ("delegation", "Delegation: from the IG lead"),
        ("delegation-siro", "Delegation: from the SIRO"),
        ("delegation-_roles", "Delegation: from roles that lead no area"),
    ]
    assert [len(page.edges) for page in found] == [len(page.tables[0].rows) for page in found] == [2, 2, 1]
    assert found[0].pages == {"delegation-siro": "from the SIRO", "delegation-_roles": "from roles that lead no area"}


@pytest.mark.parametrize("count", [1, 8, 40])
def test_every_page_can_be_read(count: int) -> None:
    takers = ("ig-lead", "deputy", "clerk", "j-osei", "a-reid", "ig-group", "home")
    rows = [f"from: siro, to: {takers[i % 7]}, tasks: [Task number {i} of many], end: 2027-03-31" for i in range(count)]
    for page in pages(graph(*rows), view(), drawer()):
        assert points(page) >= 8
