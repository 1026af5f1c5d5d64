"""What stands in a box, by what the node is: outline, ground, badges and columns."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.chart.graph import Node
from igreg.chart.lines import Said
from igreg.drawing import colours as colour
from igreg.drawing.box import size_of
from igreg.drawing.label import WIDEST, edge_label, label_of
from igreg.drawing.metrics import width

VACANT = Said("vacant", "Vacant")


@pytest.mark.parametrize(
    ("node", "frame"),
    [
        pytest.param(Node("a", "role", "A"), (colour.ROLE, colour.LINE, 1, True, False), id="role"),
        pytest.param(Node("a", "role", "A", areas=("Risk",)), (colour.LEAD, colour.LINE, 2, True, False), id="lead"),
        pytest.param(Node("a", "group", "A"), (colour.GROUP, colour.LINE, 2, False, False), id="group"),
        pytest.param(Node("a", "unit", "A"), (colour.GROUP, colour.LINE, 1, True, False), id="unit"),
        pytest.param(Node("a", "body", "A", edge=True), (colour.OUTSIDE, colour.LINE, 1, False, False), id="body"),
        pytest.param(
            Node("a", "audience", "A", edge=True), (colour.OUTSIDE, colour.LINE, 2, True, False), id="audience"
        ),
        pytest.param(Node("a", "role", "A", (VACANT,)), (colour.PAPER, colour.GAP_INK, 3, True, True), id="vacant"),
        pytest.param(Node("a", "unknown", "A"), (colour.PAPER, colour.GAP_INK, 3, False, True), id="unknown"),
        pytest.param(Node("a", "role", "A", change="new"), (colour.ROLE, colour.LINE, 5, True, False), id="new"),
        pytest.param(
            Node("a", "group", "A", change="gone"),
            (colour.GROUP, colour.LINE, 5, False, False),
            id="a group that is gone",
        ),
        pytest.param(
            Node("a", "role", "A", (VACANT,), change="changed"),
            (colour.PAPER, colour.GAP_INK, 5, True, True),
            id="vacant and changed",
        ),
        pytest.param(Node("a", "fold", "A"), (colour.ROLE, colour.LINE, 1, False, False), id="list"),
    ],
)
def test_the_outline_says_what_a_box_is(node: Node, frame: tuple[Any, ...]) -> None:
    assert tuple(label_of(node).frame) == frame


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        pytest.param(5, 1, id="few"),
        pytest.param(34, 1, id="as many as a column takes"),
        pytest.param(35, 2, id="more"),
        pytest.param(400, 5, id="very many: five columns at most"),
    ],
)
def test_a_list_stands_in_columns(lines: int, columns: int) -> None:
    label = label_of(Node("a", "fold", "A", tuple(Said("list", f"Role {i}") for i in range(lines))))
    assert len(label.columns) == columns
    said = [line for column in label.columns for block in column.blocks for row in block for line in row.lines]
    assert said == [f"• Role {i}" for i in range(lines)]


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize(
    "node",
    [
        pytest.param(Node("a", "role", "Information Asset Owner for records of very many kinds"), id="a long title"),
        pytest.param(Node("a", "role", "x" * 200), id="a word of 200 letters"),
        pytest.param(Node("a", "role", "", (VACANT, Said("person", "Jo Osei " * 40))), id="no title, a long line"),
        pytest.param(Node("a", "group", "A", areas=("Risk", "An area with a name of many words", "")), id="badges"),
    ],
)
def test_every_line_is_narrower_than_its_box(node: Node, tight: bool) -> None:
    label = label_of(node, tight)
    wide, high = size_of(label)
    rows = [row for column in label.columns for block in column.blocks for row in block]
    assert all(width(line.rstrip(" "), row.size, row.bold) < wide for row in rows for line in row.lines)
    assert high > sum(row.size * len(row.lines) for row in rows)


def test_badges_stand_side_by_side_for_as_far_as_they_fit() -> None:
    areas = ("Risk", "Security", "Data protection and confidentiality", "Care")
    assert label_of(Node("a", "role", "A", areas=areas)).badges == (areas[:2], areas[2:3], areas[3:])


def test_words_at_an_incident_stand_in_a_frame_and_others_do_not() -> None:
    framed = edge_label(("Incident seen", "within 4 hours"), colour.INCIDENT, boxed=True)
    bare = edge_label(("Bulletin",), colour.ROUTINE)
    assert (framed.frame.weight, bare.frame.weight) == (1, 0)
    assert [row.bold for row in framed.columns[0].blocks[0]] == [True, False]
    assert size_of(framed)[0] < WIDEST
