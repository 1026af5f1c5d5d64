"""What is drawn of a chart in a paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from igreg.chart.graph import Table
from igreg.render.report.drawn import MOST_PAGES, drawn
from igreg.report.paper import Picture
from tests.render.report.papers import chart

PICTURE = Picture("structure", "Structure", "Who answers to whom.")


@pytest.mark.parametrize(("pages", "shown"), [(1, 1), (MOST_PAGES, MOST_PAGES), (MOST_PAGES + 1, 1)])
def test_of_many_pages_the_first_is_shown_and_the_others_are_told(pages: int, shown: int) -> None:
    found = drawn(PICTURE, {"structure": chart(pages)}, "x")
    assert len(found.scenes) == shown
    assert (found.note != "") == (shown < pages)


def test_of_a_chart_without_a_box_nothing_is_drawn_whatever_stands_beside_it() -> None:
    one = chart(1)
    ((graph, scene),) = one.pages
    none = replace(graph, nodes=(), tables=(Table("Beside it", ("A",), (("b",),)),))
    found = drawn(PICTURE, {"structure": replace(one, whole=none, pages=((none, scene),))}, "x")
    assert (found.scenes, found.table.rows) == ((), ())
    assert found.table.empty == "Nothing is drawn."
