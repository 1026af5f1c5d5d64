"""Who stands above and below whom in a structure chart, and any part of it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

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
    assert list(TREE.line(id)) == line


def test_who_stands_directly_below() -> None:
    assert {id: TREE.lower.get(id, []) for id in ("top", "head", "a")} == {"top": ["head"], "head": ["a", "b"], "a": []}


def test_the_nearest_above_among_some() -> None:
    assert TREE.nearest(["a", "b"], {"top", "head"}) == {"a": "head", "b": "head"}
    assert TREE.nearest(["a", "head"], {"top", "b"}) == {"a": "top", "head": "top"}
    assert TREE.nearest(["a", "x"], {"b"})["a"] == ""
    assert TREE.nearest(["x", "y"], {"b"}) == {"x": "", "y": ""}


def test_some_with_all_above_them() -> None:
    assert TREE.with_lines(["b"]) == {"b", "head", "top"}


def test_a_part_has_the_edges_between_its_nodes_in_their_order() -> None:
    part = TREE.part({"b", "top", "a", "unknown"})
    assert [node.id for node in part.nodes] == ["top", "a", "b"]
    assert [(edge.start, edge.end) for edge in part.edges] == [("b", "top"), ("a", "b")]


def by_chance(seed: int) -> Branches:
    """Some nodes, each below another one or none: lines, trees and loops."""
    chance = random.Random(seed)
    ids = [str(number) for number in range(chance.randrange(2, 12))]
    edges = tuple(Edge(chance.choice(ids), id, "accountable") for id in ids if chance.random() < 0.8)
    return Branches(replace(GRAPH, nodes=tuple(Node(id, "role", id) for id in ids), edges=edges))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_gone_up_once_is_what_each_line_says(seed: int) -> None:
    tree = by_chance(seed)
    lines = {id: list(tree.line(id)) for id in tree.nodes}
    some = set(list(tree.nodes)[::2])
    others = [id for id in tree.nodes if id not in some]
    nearest = {id: next((upper for upper in lines[id] if upper in some), "") for id in others}
    assert {id: tree.nearest(others, some)[id] for id in others} == nearest
    assert tree.with_lines(some) == some | {upper for id in some for upper in lines[id]}
    assert {id: tree.steps[id] for id in tree.nodes} == {id: len(line) for id, line in lines.items()}


class Counted(dict[str, str]):
    """Who stands above whom, and how often that was asked."""

    asked = 0

    def get(self, id: str, otherwise: Any = None) -> Any:
        """Who stands above."""
        self.asked += 1
        return super().get(id, otherwise)


@pytest.mark.parametrize("count", [100, 1_000])
def test_a_long_line_is_gone_up_once(count: int) -> None:
    ids = [str(number) for number in range(count)]
    tree = Branches(replace(GRAPH, nodes=tuple(Node(id, "role", id) for id in ids)))
    upper = tree.__dict__["upper"] = Counted(zip(ids[1:], ids, strict=False))
    tree.with_lines(ids)
    tree.nearest(ids[1:], {"0"})
    assert len(tree.steps) == count
    assert upper.asked < 6 * count
