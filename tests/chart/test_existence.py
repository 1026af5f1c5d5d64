"""Posts, groups, units and flows on charts: drawn on their days, and on no other."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.chart.communication import communication
from igreg.chart.drill import drill
from igreg.chart.structure import structure
from igreg.chart.view import View
from igreg.errors import IgregError
from igreg.wording.boxes import all_said, said
from igreg.wording.worded import worded
from tests.analysis.registers import register

SPAN = "start: 2026-04-01, end: 2026-09-30"
MADE = register(
    organisation="name: Example\ntype: other\ntop: chief\nbreach_report_to: chief\n",
    staff="- {id: ann, name: Ann}\n",
    roles=f"""
- {{id: chief, title: Chief, advises: [cyber], holders: [{{staff: ann, from: 2020-01-01}}]}}
- {{id: cyber, title: Cyber, areas: [security], unit: lab, accountable_to: chief, {SPAN}, holders: [{{staff: ann, from: 2020-01-01}}]}}
- {{id: low, title: Low, accountable_to: cyber}}
""",
    units=f"- {{id: lab, name: Lab, {SPAN}}}\n- {{id: home, name: Home}}\n",
    groups=f"""
- {{id: team, title: Team, chair: cyber, secretary: cyber, members: [cyber, low, ann], accountable_to: chief, reports_to: [cyber]}}
- {{id: board, title: Board, chair: chief, {SPAN}}}
""",
    flows=f"""
- {{id: up, title: Up, from: all-staff, to: [cyber, chief], trigger: incident}}
- {{id: news, title: News, from: cyber, to: [all-staff]}}
- {{id: old, title: Old, from: chief, to: [all-staff], {SPAN}}}
""",
)
DAYS = [
    pytest.param("2026-03-31", False, id="the day before"),
    pytest.param("2026-04-01", True, id="the first day"),
    pytest.param("2026-09-30", True, id="the last day"),
    pytest.param("2026-10-01", False, id="the day after"),
]


def view(when: str, **more: object) -> View:
    return View(MADE, dt.date.fromisoformat(when), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_the_structure_has_the_posts_of_the_day(when: str, there: bool) -> None:
    graph = worded(structure(view(when)))
    assert {node.id for node in graph.nodes} == (
        {"chief", "cyber", "low", "team", "board"} if there else {"chief", "low", "team"}
    )
    nodes = {node.id: node for node in graph.nodes}
    team = [said(line) for line in nodes["team"].lines]
    assert team == (
        ["Chair: Cyber", "Secretary: Cyber", "Members: Cyber; Low; Ann"] if there else ["Members: Low; Ann"]
    )
    assert ("Cyber" in " ".join(node.told for node in graph.nodes if node.id != "low")) is there
    assert ("which is not there on this day" in all_said(nodes["low"])) is not there
    (security,) = (row for row in graph.areas if row.area == "Security")
    assert security.role == ("Cyber" if there else None)


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_communication_and_drill_have_the_ways_of_the_day(when: str, there: bool) -> None:
    arrows = {(edge.start, edge.end) for edge in communication(view(when)).edges}
    some = {("all-staff", "chief")}
    more = {("all-staff", "cyber"), ("cyber", "all-staff"), ("chief", "all-staff")}
    assert arrows == (some | more if there else some)
    assert {(edge.start, edge.end) for edge in drill(view(when)).edges} == some


@pytest.mark.parametrize(("when", "there"), DAYS)
def test_a_unit_is_drawn_on_its_days(when: str, there: bool) -> None:
    if there:
        assert {node.id for node in structure(view(when, unit="lab")).nodes} == {"chief", "cyber"}
    else:
        with pytest.raises(IgregError, match="Lab is not there on"):
            structure(view(when, unit="lab"))


@pytest.mark.parametrize(
    ("when", "since"),
    [("2026-03-31", "1 January 2020"), ("2026-09-30", "1 April 2026"), ("2026-10-01", "1 October 2026")],
)
def test_a_post_that_comes_or_goes_changes_the_chart(when: str, since: str) -> None:
    day = f"{int(when[-2:])} {'March' if '-03-' in when else 'September' if '-09-' in when else 'October'} 2026"
    assert view(when, dated=False).subtitle == f"Example, as on {day}, unchanged since {since}"
