"""Words on lines that touch something else."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Edge, Graph, Message, Node
from igreg.drawing.crossing import crossed
from igreg.drawing.measured import measured
from igreg.drawing.places import Box, Curve, Places
from igreg.drawing.scene import Point

GRAPH = Graph(
    "communication",
    "communication",
    "T",
    "S",
    "",
    nodes=(Node("a", "role", "A"), Node("b", "role", "B")),
    edges=tuple(Edge(start, end, "routine", Message("News")) for start, end in (("a", "b"), ("b", "a"))),
)
FAR: Box = (900, 900, 950, 950)


def straight(y: float, words: Point | None) -> Curve:
    return Curve(((0, y), (100, y), (200, y), (300, y)), words=words)


@pytest.mark.parametrize(
    ("one", "other", "box", "said"),
    [
        pytest.param(straight(0, (150, -20)), straight(200, (150, 220)), FAR, False, id="all apart"),
        pytest.param(straight(0, (150, 0)), straight(200, (150, 220)), FAR, False, id="on its own line"),
        pytest.param(straight(0, (150, -20)), straight(200, (155, -22)), FAR, True, id="on other words"),
        pytest.param(straight(0, (150, 200)), straight(200, (150, 260)), FAR, True, id="on another line"),
        pytest.param(straight(0, (150, -20)), straight(200, (150, 220)), (140, -30, 300, -10), True, id="on a box"),
        pytest.param(straight(0, None), straight(0, None), FAR, False, id="no words"),
    ],
)
def test_words_that_touch(one: Curve, other: Curve, box: Box, said: bool) -> None:
    assert crossed(measured(GRAPH), Places(999, 999, {"a": FAR, "b": box}, (one, other))) is said
