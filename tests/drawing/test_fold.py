"""Smaller drawings of a structure: what stays, what is folded into a box, and what is said of it."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.chart.about import Address, OtherPage
from igreg.chart.graph import Edge, Graph, Node
from igreg.chart.lines import Said
from igreg.drawing.branches import Branches
from igreg.drawing.fold import compact, contents, leaf_line, linked, overview, page_name, unit_page

VACANT = Said("vacant", "Vacant")


def tree(*lines: str, **nodes: Any) -> Graph:
    """A chart of `upper lower` lines; the nodes have what is given by their id."""
    ids = dict.fromkeys(id for line in lines for id in line.split())
    made = tuple(
        Node(id, kind=nodes.get(id, {}).get("kind", "role"), title=id.upper(), **_rest(nodes, id)) for id in ids
    )
    edges = tuple(Edge(*line.split(), "accountable") for line in lines if " " in line)
    return Graph("structure", "structure", "T", "S", "Source", made, edges, area_order=("Risk", "Security"))


def _rest(nodes: dict[str, Any], id: str) -> dict[str, Any]:
    return {name: value for name, value in nodes.get(id, {}).items() if name != "kind"}


def shown(graph: Graph) -> list[str]:
    return [node.id for node in graph.nodes]


@pytest.mark.parametrize(
    ("chart", "left"),
    [
        pytest.param(tree("a b", "a c", "a d"), ["a", "below-a"], id="leaves in one box"),
        pytest.param(tree("a b"), ["a", "b"], id="a single leaf stays"),
        pytest.param(tree("a b", "a c", "a d", b={"areas": ("Risk",)}), ["a", "below-a", "b"], id="a lead stays"),
        pytest.param(tree("a b", "a c", "a d", b={"kind": "group"}), ["a", "below-a", "b"], id="a group stays"),
        pytest.param(tree("a b", "b c", "b d", "a e"), ["a", "b", "below-b", "e"], id="below whom they answer to"),
        pytest.param(tree("a", "b", "c"), ["below-"], id="what hangs on nothing"),
        pytest.param(tree("a b", "b a"), ["a", "b"], id="a loop"),
    ],
)
def test_leaves_are_listed_in_one_box(chart: Graph, left: list[str]) -> None:
    assert shown(compact(chart)) == left


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        ("rr", "2 roles"),
        ("rrr", "3 roles"),
        ("gg", "2 groups"),
        ("rg", "1 role, 1 group"),
        ("rrg", "2 roles, 1 group"),
        ("rgg", "1 role, 2 groups"),
    ],
)
def test_a_box_says_how_many_roles_and_groups_are_in_it(kinds: str, title: str) -> None:
    names = "cdef"[: len(kinds)]
    nodes = {id: {"kind": {"r": "role", "g": "group"}[kind]} for id, kind in zip(names, kinds, strict=True)}
    graph = overview(tree("a b", *(f"a {id}" for id in names), b={"areas": ("Risk",)}, **nodes), {}, {}, 0)
    (box,) = [node for node in graph.nodes if node.kind == "fold"]
    assert box.title.removeprefix("+ ").removeprefix("+") == title
    assert box.told == f"{title} below A: {'; '.join(names.upper())}"


@pytest.mark.parametrize(
    ("x", "thrift", "left"),
    [
        pytest.param({}, 0, ["top", "below-top", "mid", "below-mid", "lead"], id="a lead and all above it"),
        pytest.param({}, 3, ["top", "below-top", "lead"], id="with most thrift no line between"),
        pytest.param(
            {"is_ig_group": True}, 0, ["top", "mid", "below-mid", "lead", "x", "w"], id="the group that answers for IG"
        ),
        pytest.param(
            {"over": "Information governance"},
            0,
            ["top", "below-top", "mid", "below-mid", "lead"],
            id="no group by its words",
        ),
    ],
)
def test_the_overview_keeps_leads_and_the_group_that_answers_for_ig(
    x: dict[str, Any], thrift: int, left: list[str]
) -> None:
    chart = tree("top mid", "mid lead", "mid y", "mid z", "top x", "top w", lead={"areas": ("Risk",)}, x=x)
    assert shown(overview(chart, {}, {}, thrift)) == left


@pytest.mark.parametrize(
    ("lines", "kind", "text"),
    [
        pytest.param((), "list", "Clerk", id="nobody said"),
        pytest.param((Said("person", "Jo"),), "list", "Clerk: Jo", id="held"),
        pytest.param((Said("person", "Jo"), Said("note", "unit 3")), "list", "Clerk: Jo", id="notes are left out"),
        pytest.param((Said("acting", "Jo, acting"), VACANT), "vacant", "Clerk: Jo, acting; Vacant", id="gravest mark"),
        pytest.param((Said("risk", "No deputy"),), "risk", "Clerk: No deputy", id="risk"),
        pytest.param((Said("acting", "Jo, acting"),), "absent", "Clerk: Jo, acting", id="acting"),
    ],
)
def test_a_role_as_one_line(lines: tuple[Said, ...], kind: str, text: str) -> None:
    assert leaf_line(Node("clerk", "role", "Clerk", lines)) == Said(kind, text)  # type: ignore[arg-type]


def test_the_page_of_a_unit_has_its_posts_and_their_line_up() -> None:
    chart = tree("top head", "head a", "head b", "top other", a={"lines": (VACANT,)})
    page = unit_page(Branches(chart), "ward", "Ward", ["head", "a", "b"])
    assert shown(page) == ["top", "head", "below-head"]
    assert (page.name, page.headed) == ("structure-ward", "T: Ward")
    assert page.remarks == ("3 roles and groups, 1 vacant",)
    assert page.own == ("head", "a", "b")


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        pytest.param(None, ["a", "b", "c", "d"], id="the whole line"),
        pytest.param(2, ["b", "c", "d"], id="two steps"),
        pytest.param(0, ["d"], id="none"),
    ],
)
def test_a_long_line_up_is_drawn_by_so_many_steps(steps: int | None, left: list[str]) -> None:
    chart = tree("a b", "b c", "c d", d={"areas": ("Risk",)})
    assert shown(unit_page(Branches(chart), "u", "U", ["d"], steps=steps)) == left


@pytest.mark.parametrize(
    ("number", "name"),
    [pytest.param(n, s, id=f"part {n}") for n, s in ((0, "structure-u"), (1, "structure-u"), (2, "structure-u~2"))],
)
def test_names_of_pages(number: int, name: str) -> None:
    assert page_name("u", number) == name


def test_boxes_lead_to_the_page_that_they_stand_on() -> None:
    chart = tree("a b", "a c", c={"link": Address("https://c.example")})
    page = unit_page(Branches(chart), "u", "U", ["b", "c"])
    assert [node.link for node in linked(chart, [page]).nodes] == [
        None,
        OtherPage("structure-u"),
        Address("https://c.example"),
    ]


def test_many_pages_are_listed_on_several() -> None:
    found = contents(tree("a b"), {f"p{i}": f"Page {i}" for i in range(5)}, most=2)
    assert [page.headed for page in found] == ["T: pages 1 to 2", "T: pages 3 to 4", "T: pages 5 to 5"]
    assert list(found[1].pages) == ["structure", "p2", "p3"]
