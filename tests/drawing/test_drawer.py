"""Pages drawn: the engine is asked once for each shape, never for what could not be read, and nothing is drawn twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from igreg.chart.graph import Edge, Graph, Message, Node
from igreg.chart.structure import structure
from igreg.drawing.drawer import MOST_BOXES, MOST_LINES, Drawer
from igreg.drawing.scene import Group, Item, Words
from igreg.errors import IgregError
from igreg.store.layout_engine import LayoutEngine
from tests.chart.registers import view


class Counted(Drawer):
    """Draws, as its own engine, and counts how often that was asked."""

    def __init__(self) -> None:
        self.asked = 0
        super().__init__(self)

    def layout(self, dot: str) -> Any:
        self.asked += 1
        return LayoutEngine().layout(dot)


class Elsewhere:
    """An engine that answers about another chart."""

    def layout(self, dot: str) -> Any:
        return {"bb": "0,0,10,10", "objects": []}


def page(nodes: int, edges: int = 0, title: str = "Role") -> Graph:
    boxes = tuple(Node(f"n{i}", "role", title) for i in range(nodes))
    lines = tuple(Edge("n0", "n1", "routine", Message("News")) for _ in range(edges))
    return Graph("structure", "structure", "T", "S", "Source", boxes, lines)


def test_so_many_boxes_and_lines_are_tried_at_most() -> None:
    assert (MOST_BOXES, MOST_LINES) == (150, 300)


def test_pages_of_one_shape_are_laid_out_once() -> None:
    drawer = Counted()
    assert drawer.fits(page(3))
    assert drawer.fits(replace(page(3), title="Another"))
    assert drawer.asked == 1


def test_a_page_that_fits_is_not_drawn_again() -> None:
    drawer, small = Counted(), page(3)
    assert drawer.fits(small)
    assert drawer.scene(small) is drawer.scene(small)


@pytest.mark.parametrize(
    ("large", "asked"),
    [
        pytest.param(page(MOST_BOXES + 1), 0, id="one box too many"),
        pytest.param(page(2, MOST_LINES + 1), 0, id="one line too many"),
        pytest.param(page(MOST_BOXES, title="A title of very many words " * 20), 0, id="boxes larger than the sheet"),
        pytest.param(page(MOST_BOXES), 1, id="as many boxes as are ever tried"),
    ],
)
def test_what_is_plainly_too_large_is_not_laid_out(large: Graph, asked: int) -> None:
    drawer = Counted()
    drawer.fits(large)
    assert drawer.asked == asked


def test_an_answer_about_another_chart_is_refused() -> None:
    with pytest.raises(IgregError, match="boxes are missing"):
        Drawer(Elsewhere()).scene(page(1))


def words(items: tuple[Item, ...]) -> list[str]:
    """Every word of a scene, in reading order."""
    out: list[str] = []
    for item in items:
        out += words(item.items) if isinstance(item, Group) else [item.text] if isinstance(item, Words) else []
    return out


def test_a_scene_says_what_the_chart_says() -> None:
    scene = Drawer(LayoutEngine()).scene(structure(view()))
    said = " ".join(words(scene.items))
    for text in ("Information governance structure", "Caldicott Guardian", "Jo Osei", "No role is named as lead"):
        assert text in said
    assert scene.width > 720
    assert scene.title == "Information governance structure: " + structure(view()).subtitle
