"""The communication chart: one arrow for each who is told, and what it says."""

from __future__ import annotations

from igreg.chart.bundle import bundled, split
from igreg.chart.communication import communication
from igreg.chart.graph import Graph
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
    assert graph.edges[0].label == ("Incident seen", "within 4 hours", "phone, form", "out of hours too")
    assert graph.edges[4].label == ("Bulletin", "every 1 month", "email")
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
    flows = "- {id: f, title: CheckResult, from: all-staff, to: [nobody-here]}\n"
    node = communication(view(HOME | {"flows.yaml": flows})).node("nobody-here")
    assert node is not None
    assert (node.kind, node.over) == ("unknown", "Not in the register")


def test_area_and_unit_choose_flows() -> None:
    assert {edge.label[0] for edge in communication(view(area="governance")).edges} == {"Bulletin"}
    assert "Reportable breach" not in {edge.label[0] for edge in communication(view(unit="home")).edges}


def test_bundling_keeps_every_flow_in_numbers_and_tables() -> None:
    graph = bundled(communication(view()))
    assert [edge.label for edge in graph.edges] == [("1",), ("2",), ("2",), ("3",), *[("4",)] * 4]
    assert [table.title for table in graph.tables] == ["Incidents and near misses", "Routine"]
    assert graph.tables[1].rows == (
        (
            "4",
            "Bulletin",
            "Data Security and Protection Lead",
            "All staff, Service users, Carers and The public",
            "every 1 month",
            "email",
        ),
    )


def test_splitting_puts_incidents_on_the_main_page_and_loses_nothing() -> None:
    graph = communication(view())
    found = split(graph, lambda page: len(page.edges) <= 2)
    assert found[0].name == "communication"
    assert all(edge.kind == "incident" for edge in found[0].edges)
    assert sorted(arrow for page in found for arrow in arrows(page)) == sorted(arrows(graph))
    assert len({page.name for page in found}) == len(found)


def test_without_names_people_are_numbers_and_no_id_of_theirs_is_left() -> None:
    flows = "- {id: f, title: CheckResult, from: j-osei, to: [m-lewis, ig-lead, j-ossei]}\n"
    told = repr(communication(view(HOME | {"flows.yaml": flows}, names=False)))
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
    assert [edge.told for edge in communication(view(files)).edges] == [
        "Carers tell and hear from Owner: F",
        "The public tells Owner: G",
    ]
