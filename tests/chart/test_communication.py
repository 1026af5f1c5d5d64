"""The communication chart: one arrow for each who is told, and what it says."""

from __future__ import annotations

from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.wording.arrows import arrow_words
from igreg.wording.worded import worded
from tests.chart.registers import HOME, view


def arrows(graph: Graph) -> list[tuple[str, str, str]]:
    return [(edge.start, edge.end, edge.kind) for edge in graph.edges]


def test_one_arrow_for_each_party_that_is_told_incidents_first() -> None:
    assert arrows(communication(view())) == [
        ("all-staff", "ig-lead", "incident"),
        ("ig-lead", "dpo", "incident"),
        ("ig-lead", "owner", "incident"),
        ("dpo", "ico", "incident"),
        ("ig-lead", "all-staff", "routine"),
        ("ig-lead", "service-users", "routine"),
        ("ig-lead", "carers", "routine"),
        ("ig-lead", "public", "routine"),
    ]


def test_an_arrow_says_what_when_and_how() -> None:
    graph = communication(view())
    assert arrow_words(graph.edges[0]) == ("Incident seen", "within 4 hours", "phone, form", "out of hours too")
    assert arrow_words(graph.edges[4]) == ("Bulletin", "every month", "email")
    assert [edge.both for edge in graph.edges[:4]] == [False, True, True, False]


def test_audiences_have_their_names_and_outsiders_stand_at_the_edge() -> None:
    nodes = {node.id: node for node in communication(view()).nodes}
    assert [nodes[a].title for a in ("all-staff", "service-users", "carers", "public")] == [
        "All staff",
        "Service users",
        "Carers",
        "The public",
    ]
    assert {id for id, node in nodes.items() if node.edge} == {"ico", "service-users", "carers", "public"}


def test_a_party_that_is_not_in_the_register_says_so() -> None:
    flows = "- {id: f, title: Report, from: all-staff, to: [nobody-here]}\n"
    node = communication(view(HOME | {"flows.yaml": flows})).node("nobody-here")
    assert node is not None
    assert (node.kind, node.over) == ("unknown", "Not in the register")


def test_area_and_unit_choose_flows() -> None:
    assert {edge.message.what for edge in communication(view(area="governance")).edges} == {"Bulletin"}
    assert "Reportable breach" not in {edge.message.what for edge in communication(view(unit="home")).edges}


def test_without_names_people_are_numbers_and_no_id_of_theirs_is_left() -> None:
    flows = "- {id: f, title: Report, from: j-osei, to: [m-lewis, ig-lead, j-ossei]}\n"
    told = repr(worded(communication(view(HOME | {"flows.yaml": flows}, names=False))))
    for secret in ("j-osei", "m-lewis", "j-ossei", "Osei", "Lewis"):
        assert secret not in told
    assert [
        (edge.start, edge.end) for edge in communication(view(HOME | {"flows.yaml": flows}, names=False)).edges
    ] == [
        ("_person-1", "_person-2"),
        ("_person-1", "ig-lead"),
        ("_person-1", "_person-3"),
    ]


def test_many_tell_and_one_tells() -> None:
    files = HOME | {
        "flows.yaml": "- {id: f, title: F, from: carers, to: [owner], two_way: true}\n"
        "- {id: g, title: G, from: public, to: [owner]}\n"
    }
    assert [edge.told for edge in worded(communication(view(files))).edges] == [
        "Carers tell and hear from Owner: F",
        "The public tells Owner: G",
    ]
