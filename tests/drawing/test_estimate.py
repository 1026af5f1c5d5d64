"""What a page takes at least is never more than what the engine gives it, and is told of the pages that it is for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from igreg.chart.graph import Edge, Graph, Message, Node
from igreg.drawing.draw import drawn, height_with
from igreg.drawing.drawer import Drawer
from igreg.drawing.estimate import least, may_fit
from igreg.drawing.measured import measured
from igreg.drawing.paper import A3, A4, SMALLEST, printed
from igreg.drawing.skeleton import placed, skeleton
from igreg.store.layout_engine import LayoutEngine


def some_page(chance: random.Random) -> Graph:
    """A page of any shape: who tells whom, with words or numbers, roomy or tight, across or down."""
    only = chance.random() < 0.7
    tell, told = chance.randint(1, 4), chance.randint(1, 9)
    nodes = [Node(f"n{i}", "role", "Role " * chance.randint(1, 9)) for i in range(tell + told)]
    if chance.random() < 0.3:
        nodes[-1] = replace(nodes[-1], kind="body", edge=True)
    if chance.random() < 0.3:
        at = 0 if only else -2
        nodes[at] = replace(nodes[at], kind="audience", edge=True)
    numbered = chance.random() < 0.3
    edges = []
    for i in range(chance.randint(1, 24)):
        start = chance.randrange(tell if only else tell + told)
        end = chance.randrange(tell, tell + told)
        words = Message("Something to tell " * chance.randint(1, 3))
        edge = Edge(f"n{start}", f"n{end}", "routine", None if numbered else words, numbers=(i,) if numbered else ())
        edges.append(edge)
    down, tight = chance.random() < 0.3, chance.random() < 0.5
    return Graph("communication", "c", "Title", "S", "Source", tuple(nodes), tuple(edges), down=down, tight=tight)


def pages() -> Iterator[Graph]:
    chance = random.Random(7)
    for _ in range(60):
        yield some_page(chance)


def test_no_page_takes_less_than_it_takes_at_least() -> None:
    told = 0
    for page in pages():
        sized = measured(page)
        found = placed(sized, LayoutEngine().layout(skeleton(sized)))
        wide, high = least(sized)
        assert (wide <= found.width + 1, high <= found.height + 1) == (True, True), page
        told += high > max(size[1] for _, _, size in sized.nodes)
    assert told > 20  # of these more was known than the largest box


def test_a_page_that_can_be_read_is_never_given_up() -> None:
    seen = {True: 0, False: 0}
    for page in pages():
        sized = measured(page)
        scene = drawn(sized, placed(sized, LayoutEngine().layout(skeleton(sized))))
        for paper in (A4, A3):
            hope = may_fit(sized, paper)
            assert hope or printed(scene.width, scene.height, paper) < SMALLEST
            seen[hope] += 1
    assert min(seen.values()) > 5


def test_a_column_of_words_higher_than_any_sheet_is_not_laid_out() -> None:
    nodes = (Node("a", "role", "From"), Node("b", "role", "To"))
    lines = tuple(Edge("a", "b", "routine", Message(f"News of sort {i}")) for i in range(90))
    page = Graph("communication", "c", "Title", "S", "Source", nodes, lines)

    class Asked:
        """An engine that may not be asked."""

        def layout(self, dot: str) -> dict[str, object]:
            raise AssertionError("the engine was asked")

    assert not Drawer(Asked()).fits(page)
    back = replace(page, edges=(*lines, Edge("b", "a", "routine", Message("An answer"))))
    with pytest.raises(AssertionError, match="the engine was asked"):  # it may rank these as it likes
        Drawer(Asked()).fits(back)


def test_a_page_is_as_high_as_it_is_drawn() -> None:
    for page in pages():
        sized = measured(page)
        places = placed(sized, LayoutEngine().layout(skeleton(sized)))
        scene = drawn(sized, places)
        assert height_with(page, places.height, scene.width) == pytest.approx(scene.height)
        assert height_with(page, places.height, 300) == float("inf")
