"""Members at the top of the charts of structure and delegation: seats, terms, the next election, ballots."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igreg.chart.delegation import delegation
from igreg.chart.graph import Graph
from igreg.chart.members import voted
from igreg.chart.structure import structure
from igreg.drawing.pages import pages
from igreg.model.kinds.decisions import Ballot
from igreg.render.chart.dot import dot
from igreg.render.chart.mermaid import mermaid
from igreg.render.chart.text import chart_text
from igreg.wording.boxes import said
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view
from tests.drawing.drawn import drawer, svg

ORGANISATION = "name: Willow\ntype: mutual\ntop: council\nmutual: {members: 231, next_election: 2027-03-16}\n"
SEAT = "{seat: Nurses, by: all-staff, term: 3 years, last_election: 2024-03-12}"
BALLOT = "ballot: {entitled: 231, voted: 148, for: 131, against: 17}"


def files(
    seats: str = SEAT, top: str = "council", decisions: str = "[]", organisation: str = ORGANISATION
) -> dict[str, str]:
    """A small mutual with a council."""
    return HOME | {
        "organisation.yaml": organisation.replace("top: council", f"top: {top}"),
        "groups.yaml": f"- {{id: council, title: Council, elected: [{seats}]}}\n",
        "decisions.yaml": decisions,
    }


def drawn(*given: str, chart: Any = structure, day: dt.date = dt.date(2026, 11, 24), **options: Any) -> Graph:
    return worded(chart(view(files(*given), day=day), **options))


def box(graph: Graph, id: str) -> list[tuple[str, str]]:
    node = graph.node(id)
    return [(line.kind, said(line)) for line in node.lines] if node is not None else []


def test_members_stand_above_a_top_that_they_elect() -> None:
    found = drawn()
    assert [node.id for node in found.nodes][:2] == ["~members", "council"]
    assert ("~members", "council", "accountable") in [(edge.start, edge.end, edge.kind) for edge in found.edges]
    assert box(found, "~members") == [
        ("note", "Elect 1 seat"), ("list", "231 members"), ("list", "Next election: 16 March 2027"),
    ]  # fmt: skip
    assert box(found, "council") == [("list", "Nurses: elected by all staff for 3 years, until 12 March 2027")]
    assert chart_text(found).index("- Members") < chart_text(found).index("  - Council")
    for written in (dot(found), mermaid(found), svg(found)):
        assert "231 members" in written


def test_members_of_a_top_without_seats_stand_in_its_box() -> None:
    found = drawn("")
    assert found.node("~members") is None
    assert box(found, "council") == [("list", "231 members"), ("list", "Next election: 16 March 2027")]


@pytest.mark.parametrize("top", ["owner", "nobody"])
def test_no_members_where_the_top_is_no_group(top: str) -> None:
    found = drawn(SEAT, top)
    assert found.node("~members") is None
    assert box(found, "council")[0][1].startswith("Nurses")


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (dt.date(2027, 3, 12), ("list", "Nurses: elected by all staff for 3 years, until 12 March 2027")),
        (dt.date(2027, 3, 13), ("risk", "Nurses: elected by all staff for 3 years; term over since 12 March 2027")),
    ],
)
def test_a_term_is_over_the_day_after_its_last(day: dt.date, line: tuple[str, str]) -> None:
    assert box(drawn(day=day), "council") == [line]


@pytest.mark.parametrize(("day", "kind"), [(dt.date(2027, 3, 16), "list"), (dt.date(2027, 3, 17), "risk")])
def test_an_election_is_late_the_day_after(day: dt.date, kind: str) -> None:
    assert box(drawn(day=day), "~members")[2][0] == kind


@pytest.mark.parametrize(
    ("seat", "words"),
    [
        ("{seat: Public}", "Public: elected"),
        ("{seat: Public, term: 2 years}", "Public: elected for 2 years"),
        ("{seat: Public, by: ico, last_election: 2024-01-01}", "Public: elected by Information Commission"),
    ],
)
def test_what_is_not_written_of_a_seat_is_not_said(seat: str, words: str) -> None:
    assert box(drawn(seat), "council") == [("list", words)]


def test_ballots_up_to_the_day_stand_with_their_turnout() -> None:
    decisions = f"""
- {{id: D1, title: Two seats, asked: 2026-01-01, by: council, decided: 2026-11-24, {BALLOT}}}
- {{id: D2, title: Ahead, asked: 2026-01-01, by: council, decided: 2026-11-25, {BALLOT}}}
- {{id: D3, title: Not decided, asked: 2026-01-01, by: council, {BALLOT}}}
- {{id: D4, title: No ballot, asked: 2026-01-01, by: council, decided: 2026-11-01}}
"""
    found = drawn(SEAT, "council", decisions)
    last = "Ballot on 24 November 2026: Two seats: 148 of 231 voted (64.1 %), 131 for, 17 against"
    assert [text for _, text in box(found, "~members")][3:] == [last]
    tables = drawn(SEAT, "council", decisions, chart=delegation).tables
    assert [table.title for table in tables if table.title in ("Seats that are filled by election", "Ballots")] == [
        "Seats that are filled by election", "Ballots",
    ]  # fmt: skip
    assert tables[-1].rows == (
        ("Two seats", "24 November 2026", "Council", "148 of 231 voted (64.1 %), 131 for, 17 against"),
    )


@pytest.mark.parametrize(
    ("ballot", "words"),
    [
        ({}, "no figures"),
        ({"entitled": 0, "voted": 0}, "0 of 0 voted"),
        ({"entitled": 7}, "7 entitled"),
        ({"voted": 5}, "5 voted"),
        ({"entitled": 3, "voted": 3, "for": 3, "against": 0}, "3 of 3 voted (100.0 %), 3 for, 0 against"),
        ({"entitled": 3, "voted": 2}, "2 of 3 voted (66.7 %)"),
    ],
)
def test_how_a_vote_went(ballot: dict[str, int], words: str) -> None:
    assert voted(Ballot.model_validate(ballot)) == words


def test_members_stand_at_the_top_of_the_chart_of_delegation() -> None:
    found = drawn(chart=delegation)
    assert [node.id for node in found.nodes] == ["~members", "council"]
    assert [(edge.start, edge.end, edge.kind) for edge in found.edges] == [("~members", "council", "elects")]
    assert found.tables[0].rows == (("Election", "Members", "Council", "Nurses", "first seat 12 March 2027"),)
    assert found.remarks == ("Nothing is handed down",)
    assert pages(found, view(files()), drawer())[0].name == "delegation"
    assert delegation(view(files(), area="governance")).node("~members") is None


def test_a_chart_changes_when_a_term_ends() -> None:
    found = drawn(day=dt.date(2027, 3, 14))
    asof = worded(structure(view(files(), day=dt.date(2027, 3, 14), dated=False)))
    assert found.nodes == asof.nodes
    assert asof.subtitle.endswith("unchanged since 13 March 2027")
