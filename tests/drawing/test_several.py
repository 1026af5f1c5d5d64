"""One flow to several of one kind is one line to a box with their number; who they are stands in a table."""

from __future__ import annotations

import pytest

from igreg.chart.communication import communication
from igreg.chart.graph import Graph
from igreg.drawing.communication_rows import name_of
from igreg.drawing.several import gathered
from igreg.render.chart.dot import dot
from igreg.render.chart.text import chart_text
from tests.chart.registers import view
from tests.drawing.drawn import svg

ALL = range(1, 9)


def graph(to: str, *, category: str = "service", lead: str = "") -> Graph:
    """One flow to these parties of a register with eight of each kind."""
    files = {
        "organisation.yaml": "name: Trust\ntype: nhs-trust\n",
        "units.yaml": "".join(
            f"- {{id: u{i}, name: Service {i}, category: {category if i > 1 else 'service'}, lead: h{i}}}\n"
            for i in ALL
        ),
        "roles.yaml": "- {id: top, title: Top}\n"
        + "".join(
            f"- {{id: h{i}, title: Head {i}{lead if i == 1 else ''}}}\n- {{id: r{i}, title: R {i}}}\n" for i in ALL
        ),
        "groups.yaml": "".join(f"- {{id: g{i}, title: Group {i}}}\n" for i in ALL),
        "staff.yaml": "".join(f"- {{id: p{i}, name: Person {i}}}\n" for i in ALL),
        "bodies.yaml": "".join(f"- {{id: b{i}, name: B {i}, category: supplier}}\n" for i in ALL)
        + "".join(f"- {{id: n{i}, name: N {i}, category: national-body}}\n" for i in ALL),
        "flows.yaml": f"- {{id: f, title: News, from: top, to: [{to}], every: 1 month}}\n",
    }
    return communication(view(files))


def every(letter: str) -> str:
    return ", ".join(f"{letter}{i}" for i in ALL)


@pytest.mark.parametrize(
    ("to", "options", "boxes"),
    [
        pytest.param(every("u"), {}, ["Top", "8 services"], id="units of one category"),
        pytest.param(every("u"), {"category": "site"}, ["Top", "8 units"], id="units of several"),
        pytest.param(every("h"), {}, ["Top", "8 service leads"], id="those who lead services"),
        pytest.param(every("h"), {"category": "site"}, ["Top", "8 unit leads"], id="those who lead units"),
        pytest.param(every("r"), {}, ["Top", "8 roles"], id="other roles"),
        pytest.param(every("g"), {}, ["Top", "8 groups"], id="groups"),
        pytest.param(every("p"), {}, ["Top", "8 people"], id="people"),
        pytest.param(
            f"{every('b')}, {every('n')}", {}, ["Top", "8 suppliers", "8 national bodies"], id="bodies by sort"
        ),
        pytest.param("u1, u2, u3, u4", {}, ["Top", "4 services"], id="four are several"),
        pytest.param("u1, u2, u3", {}, ["Top", "Service 1", "Service 2", "Service 3"], id="three are not"),
        pytest.param("u1, u2, r1, r2", {}, ["Top", "R 1", "R 2", "Service 1", "Service 2"], id="not of one kind"),
        pytest.param(every("h"), {"lead": ", areas: [risk]"}, ["Top", "Head 1", "7 service leads"], id="a lead stays"),
    ],
)
def test_which_stand_in_one_box(to: str, options: dict[str, str], boxes: list[str]) -> None:
    assert [node.title for node in gathered(graph(to, **options)).nodes] == boxes


def test_nobody_is_lost() -> None:
    whole = graph(every("u"))
    small = gathered(whole)
    who = "Service 1, Service 2, Service 3, Service 4, Service 5, Service 6, Service 7 and Service 8"
    (table,) = small.tables
    assert table.rows == (("News", "Top", f"8 services: {who}"),)
    assert [(edge.start, edge.end, edge.told) for edge in small.edges] == [
        ("top", "several-1", f"Top to 8 services ({who}): News")
    ]
    assert name_of(small.nodes[1]) == f"8 services: {who}"
    for said in (chart_text(whole), dot(whole), svg(small)):
        assert all(f"Service {i}" in said for i in ALL)


def test_flows_that_go_to_the_same_share_a_box_and_others_have_their_own() -> None:
    flows = (
        f"- {{id: f1, title: One, from: a, to: [{every('r')}]}}\n- {{id: f2, title: Two, from: a, to: [{every('r')}]}}\n"
        "- {id: f3, title: Three, from: a, to: [r1, r2, r3, r4], two_way: true}\n"
    )
    roles = "- {id: a, title: A}\n" + "".join(f"- {{id: r{i}, title: R {i}}}\n" for i in ALL)
    small = gathered(communication(view({"roles.yaml": roles, "flows.yaml": flows})))
    assert [(edge.end, edge.both) for edge in small.edges] == [
        ("several-1", False),
        ("several-1", False),
        ("several-2", True),
    ]
