"""Who stands above and below whom in a structure chart, and any part of it."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Edge, Graph, Node
from igreg.drawing.branches import Branches

LINES = ("top head", "head a", "head b", "x y", "y x")
GRAPH = Graph(
    "structure",
    "structure",
    "T",
    "S",
    "Source",
    tuple(Node(id, "role", id.upper()) for id in ("top", "head", "a", "b", "x", "y")),
    (*(Edge(*line.split(), "accountable") for line in LINES), Edge("b", "top", "advises"), Edge("a", "b", "supports")),
)
TREE = Branches(GRAPH)


@pytest.mark.parametrize(
    ("id", "line"),
    [
        pytest.param("a", ["head", "top"], id="all above, nearest first"),
        pytest.param("top", [], id="nobody above"),
        pytest.param("x", ["y", "x"], id="a loop ends it"),
        pytest.param("nobody", [], id="one that is not there"),
    ],
)
def test_who_stands_above(id: str, line: list[str]) -> None:
    assert TREE.line(id) == line


def test_who_stands_directly_below() -> None:
    assert {id: TREE.lower.get(id, []) for id in ("top", "head", "a")} == {"top": ["head"], "head": ["a", "b"], "a": []}


def test_the_nearest_above_among_some() -> None:
    assert TREE.nearest("a", {"top", "head"}) == "head"
    assert TREE.nearest("a", {"top", "b"}) == "top"
    assert TREE.nearest("a", {"b"}) == ""


def test_some_with_all_above_them() -> None:
    assert TREE.with_lines(["b"]) == {"b", "head", "top"}


def test_a_part_has_the_edges_between_its_nodes_in_their_order() -> None:
    part = TREE.part({"b", "top", "a", "unknown"})
    assert [node.id for node in part.nodes] == ["top", "a", "b"]
    assert [(edge.start, edge.end) for edge in part.edges] == [("b", "top"), ("a", "b")]
