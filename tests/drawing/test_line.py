"""Lines of accountability have two corners where there is room, and do not run into one another."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Edge
from igreg.drawing.line import bends, draw_curve, draw_line
from igreg.drawing.line_looks import LOOKS
from igreg.drawing.pen import Pen
from igreg.drawing.places import Box, Curve, Places
from igreg.drawing.scene import Polygon, Ring, Stroke

LEFT: Box = (0, 0, 100, 20)
LOWER: Box = (0, 40, 100, 60)
ONE: Box = (160, 0, 260, 20)
TWO: Box = (160, 40, 260, 60)


def lines(*ends: str) -> list[Edge]:
    return [Edge(*pair.split(), "accountable") for pair in ends]


@pytest.mark.parametrize(
    ("edges", "boxes", "found"),
    [
        pytest.param(lines("a b"), {"a": LEFT, "b": ONE}, {("a", "b"): 151}, id="just before the lower box"),
        pytest.param(
            lines("a b", "a c"), {"a": LEFT, "b": ONE, "c": TWO}, {("a", "b"): 151, ("a", "c"): 151}, id="one box, one"
        ),
        pytest.param(
            lines("a c", "b d"),
            {"a": LEFT, "b": LOWER, "c": TWO, "d": ONE},
            {("a", "c"): 151, ("b", "d"): 145},
            id="lines that would meet keep clear",
        ),
        pytest.param(lines("a b"), {"a": LEFT, "b": (105, 0, 200, 20)}, {}, id="no room for corners"),
        pytest.param(lines("a b"), {"a": LEFT}, {}, id="an end that is not drawn"),
        pytest.param([Edge("a", "b", "reports")], {"a": LEFT, "b": ONE}, {}, id="another kind of line"),
    ],
)
def test_where_lines_bend(edges: list[Edge], boxes: dict[str, Box], found: dict[tuple[str, str], float]) -> None:
    assert bends(edges, boxes) == found


def turned(box: Box) -> Box:
    return (box[1], box[0], box[3], box[2])


def test_from_the_top_down_lines_bend_as_from_left_to_right_with_the_axes_exchanged() -> None:
    boxes = {"a": turned(LEFT), "b": turned(LOWER), "c": turned(TWO), "d": turned(ONE)}
    assert bends(lines("a c", "b d"), boxes, True) == {("a", "c"): 151, ("b", "d"): 145}
    pen = Pen()
    draw_line(pen, Edge("a", "c", "accountable"), Curve(()), Places(100, 300, boxes, ()), {("a", "c"): 151}, True)
    (drawn,) = pen.items
    assert isinstance(drawn, Stroke)
    assert [points[0] for _, points in drawn.steps] == [(10, 100), (10, 151), (50, 151), (50, 160)]


def test_a_line_with_corners_runs_from_box_to_box() -> None:
    pen, places = Pen(), Places(300, 100, {"a": LEFT, "b": TWO}, ())
    draw_line(pen, Edge("a", "b", "accountable"), Curve(()), places, {("a", "b"): 151})
    (drawn,) = pen.items
    assert isinstance(drawn, Stroke)
    assert [points[0] for _, points in drawn.steps] == [(100, 10), (151, 10), (151, 50), (160, 50)]


@pytest.mark.parametrize(
    ("kind", "tail", "heads"),
    [
        pytest.param("accountable", None, [], id="none"),
        pytest.param("incident", None, [Polygon], id="a full head"),
        pytest.param("incident", (-10.0, 0.0), [Polygon, Polygon], id="both ways"),
        pytest.param("advises", None, [Stroke, Polygon], id="an open head"),
        pytest.param("supports", None, [Ring], id="a ring"),
    ],
)
def test_heads(kind: str, tail: tuple[float, float] | None, heads: list[type]) -> None:
    pen = Pen()
    tip = None if kind == "accountable" else (100.0, 0.0)
    draw_curve(pen, LOOKS[kind], Curve(((0, 0), (30, 0), (60, 0), (90, 0)), tip, tail))  # type: ignore[index]
    assert [type(item) for item in pen.items] == [Stroke, *heads]


def test_a_line_without_places_is_not_drawn() -> None:
    pen = Pen()
    draw_curve(pen, LOOKS["incident"], Curve(()))
    assert pen.items == ()
