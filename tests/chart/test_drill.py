"""The drill: the way of a breach report, its total against 72 hours, out of hours, and with somebody away."""

from __future__ import annotations

import pytest

from igreg.chart.drill import drill
from igreg.chart.graph import Graph
from igreg.chart.lines import NotReached
from igreg.errors import IgregError
from igreg.wording.arrows import arrow_words
from tests.chart.registers import HOME, view

ROLES = (
    HOME["roles.yaml"]
    .replace("id: dpo,", "id: dpo, function: dpo,")
    .replace("function: chief-executive", "function: siro")
)
FILES = HOME | {"roles.yaml": ROLES}


def table(graph: Graph, title: str) -> tuple[tuple[str, ...], ...]:
    return next(found.rows for found in graph.tables if found.title == title)


def test_the_way_and_its_total() -> None:
    graph = drill(view(FILES))
    assert [(edge.start, edge.end) for edge in graph.edges] == [
        ("all-staff", "ig-lead"),
        ("ig-lead", "dpo"),
        ("ig-lead", "owner"),
        ("dpo", "ico"),
    ]
    assert graph.remarks == ("Regulator told within 52 hours of 72",)
    assert table(graph, "How long until each is told") == (
        ("Data Protection Officer", "28 hours", "in time, 44 hours to spare", "not reached"),
        ("Owner", "28 hours", "in time, 44 hours to spare", "not reached"),
        ("Information Commission", "52 hours", "in time, 20 hours to spare", "not reached"),
    )


def test_the_longest_and_the_weakest_step_are_marked() -> None:
    graph = drill(view(FILES))
    steps = {(edge.start, edge.end): edge for edge in graph.edges}
    longest = steps["ig-lead", "dpo"]
    assert "longest" in longest.marks
    assert [edge for edge in graph.edges if "weakest" in edge.marks]
    assert longest.by_then == 28
    assert {"LONGEST STEP", "by then 28 hours"} <= set(arrow_words(longest))


@pytest.mark.parametrize(
    ("within", "said"),
    [
        pytest.param("44 hours", "in time, 0 hours to spare", id="72 hours exactly is in time"),
        pytest.param("45 hours", "too late by 1 hour", id="73 hours is not"),
        pytest.param("2 days", "too late by 4 hours", id="days count 24 hours"),
    ],
)
def test_against_72_hours(within: str, said: str) -> None:
    flows = HOME["flows.yaml"].replace(
        "to: [ico], trigger: incident, within: 24 hours", f"to: [ico], trigger: incident, within: {within}"
    )
    rows = table(drill(view(FILES | {"flows.yaml": flows})), "How long until each is told")
    assert rows[2][2] == said


def test_somebody_away_without_a_deputy_breaks_the_way() -> None:
    graph = drill(view(FILES, without=("m-lewis",)))
    assert graph.title == "Drill: how a breach is reported, with Max Lewis away"
    assert graph.remarks[0].startswith("Not reached: Data Protection Officer and Information Commission")
    missed = graph.node("dpo")
    assert missed is not None
    assert missed.lines == (NotReached(),)


def test_a_deputy_stands_in() -> None:
    rows = table(drill(view(FILES, without=("j-osei",))), "How long until each is told")
    assert rows[2][1] == "52 hours"


def test_those_whose_absence_breaks_it_are_named() -> None:
    rows = dict(table(drill(view(FILES)), "If one person is away"))
    assert rows["Max Lewis"].startswith("Data Protection Officer is not reached")
    assert "Jo Osei" not in rows


def test_an_unknown_person_is_a_clear_word() -> None:
    with pytest.raises(IgregError, match="no member of staff 'j-ossei'") as caught:
        drill(view(FILES, without=("j-ossei",)))
    assert caught.value.hint == "did you mean 'j-osei'?"


def test_an_empty_register_says_so() -> None:
    graph = drill(view({"organisation.yaml": "name: X\ntype: other\n"}))
    assert graph.remarks == ("The register has no DPO, no SIRO and no regulator",)


SITES = {
    "organisation.yaml": "name: Home\ntype: other\n",
    "units.yaml": "- {id: oak, name: Oak}\n- {id: elm, name: Elm}\n",
    "staff.yaml": "- {id: a, name: A, unit: oak}\n- {id: b, name: B, unit: elm}\n",
    "roles.yaml": """
- {id: dpo, title: DPO, function: dpo, holders: [{staff: a, from: 2020-01-01}, {staff: b, from: 2020-01-01}]}
- {id: rm-oak, title: RM Oak, holders: [{staff: a, from: 2020-01-01}]}
- {id: rm-elm, title: RM Elm, holders: [{staff: b, from: 2020-01-01}]}
""",
    "groups.yaml": "[]\n",
    "bodies.yaml": "[]\n",
}
OAK = "- {id: r1, title: R, from: oak, to: [rm-oak], trigger: incident, within: 1 hour}\n"
ELM = "- {id: r2, title: R, from: elm, to: [rm-elm], trigger: incident, within: 2 hours}\n"
UP = "- {id: u1, title: U, from: rm-oak, to: [dpo], trigger: incident, within: 4 hours}\n"
UP_TOO = "- {id: u2, title: U, from: rm-elm, to: [dpo], trigger: incident, within: 4 hours}\n"


def test_the_drill_begins_at_every_unit_and_the_slowest_counts() -> None:
    graph = drill(view(SITES | {"flows.yaml": OAK + ELM + UP + UP_TOO}))
    assert table(graph, "How long until each is told") == (
        ("DPO", "6 hours (from Elm)", "in time, 66 hours to spare", "not reached"),
    )
    assert {(edge.start, edge.by_then) for edge in graph.edges} == {
        ("oak", 1),
        ("elm", 2),
        ("rm-oak", 5),
        ("rm-elm", 6),
    }
    assert graph.remarks == ()
    assert table(graph, "If one person is away") == (
        ("A", "DPO is not reached from Oak"),
        ("B", "DPO is not reached from Elm"),
    )


def test_from_where_there_is_no_way_on() -> None:
    graph = drill(view(SITES | {"flows.yaml": OAK + ELM + UP}))
    assert graph.remarks == ("Not reached: DPO from Elm", "Told, and passing nothing on: RM Elm")
    assert table(graph, "How long until each is told") == (
        ("DPO", "not reached from Elm", "not reached", "not reached"),
    )
    node = graph.node("dpo")
    assert node is not None and NotReached() not in node.lines


def test_a_receiver_among_several_who_passes_nothing_on_is_named() -> None:
    everybody = "- {id: r, title: R, from: all-staff, to: [rm-oak, rm-elm], trigger: incident, within: 1 hour}\n"
    graph = drill(view(SITES | {"flows.yaml": everybody + UP}))
    assert graph.remarks == ("Told, and passing nothing on: RM Elm",)
    assert table(graph, "Who is told and passes nothing on") == (("RM Elm", "All staff"),)


def test_who_is_away_begins_nothing() -> None:
    night = "- {id: n, title: N, from: rm-elm, to: [dpo], trigger: incident, within: 9 hours}\n"
    files = SITES | {"flows.yaml": OAK.replace("oak,", "all-staff,") + UP + night}
    rows = table(drill(view(files)), "How long until each is told")
    assert rows[0][1] == "9 hours (from RM Elm)"
    rows = table(drill(view(files, without=("b",))), "How long until each is told")
    assert rows[0][1] == "5 hours"
