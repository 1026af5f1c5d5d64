"""A structure chart of few boxes runs from left to right or from the top down: as asked, or as it reads best."""

from __future__ import annotations

import pytest

from igreg.chart.graph import Graph
from igreg.chart.structure import structure
from igreg.chart.view import View
from igreg.drawing.drawer import Drawer
from igreg.drawing.pages import MOST_DOWN, Direction, pages
from igreg.drawing.paper import A3, A4, PAPERS, Paper
from igreg.render.chart.dot import dot
from igreg.render.chart.mermaid import mermaid
from igreg.render.chart.svg import chart_svg
from igreg.store.layout_engine import LayoutEngine
from tests.chart.registers import view


def firm(below: int, *, deep: bool = False) -> View:
    """A role with so many below it, side by side or in four lines."""
    roles = "".join(
        f"- {{id: r{i}, title: Role {i}, areas: [risk], accountable_to: {f'r{i - 4}' if deep and i > 3 else 'top'}}}\n"
        for i in range(below)
    )
    return view(
        {"organisation.yaml": "name: A\ntype: other\ntop: top\n", "roles.yaml": "- {id: top, title: Top}\n" + roles}
    )


def tree() -> str:
    """25 roles, six below the first and three below each of those."""
    upper = [0, *[0] * 6, *(1 + i // 3 for i in range(18))]
    return "".join(f"- {{id: r{i}, title: Role {i}, accountable_to: r{above}}}\n" for i, above in enumerate(upper))


def drawn(one: View, direction: Direction = "auto", papers: tuple[Paper, ...] = PAPERS["auto"]) -> tuple[Graph, Drawer]:
    drawer = Drawer(LayoutEngine(), papers)
    return pages(structure(one), one, drawer, direction)[0], drawer


@pytest.mark.parametrize(
    ("direction", "below", "down"),
    [
        pytest.param("across", 3, False, id="from left to right"),
        pytest.param("down", 3, True, id="from the top down"),
        pytest.param("across", MOST_DOWN - 1, False, id="25 boxes, from left to right"),
        pytest.param("down", MOST_DOWN, False, id="26 boxes have no choice"),
    ],
)
def test_the_direction_that_is_asked_for(direction: Direction, below: int, down: bool) -> None:
    assert drawn(firm(below), direction)[0].down == down


def test_25_boxes_may_run_from_the_top_down() -> None:
    one = view({"organisation.yaml": "name: A\ntype: other\ntop: r0\n", "roles.yaml": tree()})
    page, drawer = drawn(one, "down")
    assert page.down
    assert drawer.fits_on(page, A3)


@pytest.mark.parametrize("below", [1, 2, 4, 6, 9])
@pytest.mark.parametrize("deep", [True, False])
def test_unasked_it_is_the_one_whose_words_are_larger_on_the_smallest_sheet(below: int, deep: bool) -> None:
    one = firm(below, deep=deep)
    page, drawer = drawn(one)
    paper = next(paper for paper in (A4, A3) if drawer.fits_on(page, paper))
    for direction in ("across", "down"):
        other, _ = drawn(one, direction, (paper,))
        if drawer.fits_on(other, paper) and (other.tight, other.slim) == (page.tight, page.slim):
            assert drawer.points(page, paper) >= drawer.points(other, paper)


def test_what_cannot_be_read_from_the_top_down_runs_from_left_to_right() -> None:
    page, _ = drawn(firm(MOST_DOWN - 1), "down", (A4,))
    assert not page.down


def test_every_format_turns_with_it() -> None:
    page, drawer = drawn(firm(3), "down")
    assert "rankdir=TB" in dot(page)
    assert "flowchart TD" in mermaid(page)
    assert "the upper end is above" in chart_svg(drawer.scene(page))
