"""What the layout engine is given and what it gives back: sizes and places, and no word of the register."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from igreg.chart.communication import communication
from igreg.chart.graph import Edge, Graph, Node
from igreg.chart.structure import structure
from igreg.drawing.measured import measured
from igreg.drawing.skeleton import placed, skeleton, spacing
from igreg.errors import IgregError
from tests.chart.registers import view

TWO = Graph(
    "structure",
    "structure",
    "Title",
    "Subtitle",
    "Source",
    (Node("a", "role", "Upper"), Node("b", "role", "Lower")),
    (Edge("a", "b", "accountable"),),
)
ANSWER: dict[str, Any] = {
    "bb": "0,0,300,100",
    "objects": [{"name": "0", "pos": "80,50"}, {"name": "1", "pos": "220,40"}],
    "edges": [{"id": "0", "pos": "e,140,40 100,50 110,50 120,40 130,40", "lp": "120,60"}],
}


@pytest.mark.parametrize("draw", [structure, communication])
def test_nothing_that_the_register_says_reaches_the_engine(draw: Any) -> None:
    graph = draw(view())
    text = skeleton(measured(graph))
    for said in ("owner", "ig-lead", "Osei", "Owner", "Willow", "Bulletin", "ico", graph.title):
        assert said not in text


def test_the_same_shape_is_the_same_text() -> None:
    other = replace(TWO, title="Another", nodes=(Node("x", "role", "Other"), Node("y", "role", "Names")))
    other = replace(other, edges=(Edge("x", "y", "accountable"),))
    assert skeleton(measured(other)) == skeleton(measured(TWO))


def test_places_are_points_from_the_upper_left() -> None:
    found = placed(measured(TWO), ANSWER)
    (wide, high), _ = (size for _, _, size in measured(TWO).nodes)
    assert (found.width, found.height) == (300, 100)
    assert found.boxes["a"] == (80 - wide / 2, 50 - high / 2, 80 + wide / 2, 50 + high / 2)
    assert (found.boxes["b"][1] + found.boxes["b"][3]) / 2 == 60
    (curve,) = found.curves
    assert curve.points == ((100, 50), (110, 50), (120, 60), (130, 60))
    assert (curve.tip, curve.tail, curve.words) == ((140, 60), None, (120, 40))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"bb": "0,0,1,1"}, id="no boxes"),
        pytest.param(ANSWER | {"objects": ANSWER["objects"][:1]}, id="one box too few"),
        pytest.param(ANSWER | {"objects": [{"name": "7", "pos": "1,1"}]}, id="a box of another chart"),
        pytest.param(ANSWER | {"bb": "wide"}, id="a size that is no number"),
        pytest.param(ANSWER | {"edges": [{"id": "7", "pos": ""}]}, id="a line of another chart"),
        pytest.param(ANSWER | {"edges": [{"id": "0", "pos": 7}]}, id="a line without places"),
    ],
)
def test_an_answer_that_is_not_about_this_chart_is_refused(answer: dict[str, Any]) -> None:
    with pytest.raises(IgregError, match="boxes are missing"):
        placed(measured(TWO), answer)


@pytest.mark.parametrize(
    ("tight", "kind", "room"),
    [
        pytest.param(False, "accountable", ("0.12", "0.45"), id="accountability alone"),
        pytest.param(False, "reports", ("0.25", "0.8"), id="lines beside it"),
        pytest.param(True, "reports", ("0.12", "0.3"), id="where room is short"),
    ],
)
def test_room_between_boxes(tight: bool, kind: Any, room: tuple[str, str]) -> None:
    found = spacing(replace(TWO, tight=tight, edges=(Edge("a", "b", kind),)))
    assert (found["nodesep"], found["ranksep"]) == room
