"""What stands around a drawing: areas, tables and links to other pages, none of which runs out of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from igreg.chart.about import OtherPage
from igreg.chart.graph import AreaRow, Table
from igreg.chart.lines import Holds, Vacant
from igreg.drawing import colours as colour
from igreg.drawing.frame import area_strip, page_links, tables
from igreg.drawing.metrics import width
from igreg.drawing.pen import Pen
from igreg.drawing.scene import Group, Item, Rectangle, Words

ACROSS = 720.0


def words(items: Sequence[Item]) -> Iterator[Words]:
    for item in items:
        if isinstance(item, Group):
            yield from words(item.items)
        elif isinstance(item, Words):
            yield item


@pytest.mark.parametrize(
    ("rows", "grounds"),
    [
        pytest.param((), [], id="no areas"),
        pytest.param((AreaRow("Risk", "SIRO", (Holds("Jo Osei"),), False),), [colour.ROLE], id="led"),
        pytest.param((AreaRow("Risk", None, (), True),), [colour.GAP], id="a gap"),
        pytest.param(
            (AreaRow("Risk", "SIRO", (Holds("Jo Osei"),), False), AreaRow("Risk", "Deputy", (Vacant(),), True)),
            [colour.GAP],
            id="one cell for an area, and a gap if one is vacant",
        ),
    ],
)
def test_a_cell_for_each_area_says_whether_it_has_somebody(rows: tuple[AreaRow, ...], grounds: list[str]) -> None:
    pen = Pen()
    area_strip(pen, rows, ("Risk",), 0, ACROSS)
    assert [item.fill for item in pen.items if isinstance(item, Rectangle) and item.stroke] == grounds


@pytest.mark.parametrize("count", [1, 4, 5, 9])
def test_cells_share_the_width(count: int) -> None:
    pen = Pen()
    area_strip(pen, [AreaRow(f"Area {i}", "Role", (Holds("Jo"),), False) for i in range(count)], (), 0, ACROSS)
    cells = [item for item in pen.items if isinstance(item, Rectangle) and item.stroke]
    assert len(cells) == count
    assert max(cell.x + cell.width for cell in cells) == pytest.approx(ACROSS)
    assert len({round(cell.width, 6) for cell in cells}) == 1


@pytest.mark.parametrize("areas", [["Risk"], ["Risk", "An area with a name of very many words, so that it wraps"]])
def test_words_of_a_cell_stand_as_far_from_its_left_edge_as_below_its_name(areas: list[str]) -> None:
    pen = Pen()
    area_strip(pen, [AreaRow(one, "Role", (Holds("Jo Osei"),), False) for one in areas], (), 0, 300)
    boxes = [item for item in pen.items if isinstance(item, Rectangle)]
    said = list(words(pen.items))
    for cell, head in zip(boxes[::2], boxes[1::2], strict=True):
        inside = [one for one in said if cell.y <= one.y < cell.y + cell.height]
        assert {one.x - head.x for one in inside} == {5}
        below = [one for one in inside if one.y > head.y + head.height]
        assert below[0].y - below[0].size == pytest.approx(head.y + head.height + 5)
        assert cell.y + cell.height - below[-1].y > 5
        named = [one for one in inside if one.y < head.y + head.height]
        assert head.y + head.height - named[-1].y == pytest.approx(5)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("1", "Report", "Jo"), id="few words"),
        pytest.param(("1", "A report of many words " * 20, "Jo"), id="one long cell"),
        pytest.param(("1", "A report of many words " * 20, "Somebody with a long title " * 20), id="two long cells"),
        pytest.param(("x" * 200, "y" * 200, "z" * 200), id="words without a blank"),
    ],
)
def test_columns_of_a_table_fit_the_page_and_lose_nothing(row: tuple[str, ...]) -> None:
    pen = Pen()
    tables(pen, [Table("Title", ("No.", "What", "From"), (row,))], 0, ACROSS)
    found = list(words(pen.items))
    assert all(item.x + width(item.text, item.size, item.bold) <= ACROSS for item in found)
    said = "".join(item.text for item in found).replace(" ", "")
    assert said == "".join(("Title", "No.", "What", "From", *row)).replace(" ", "")


@pytest.mark.parametrize("count", [0, 1, 15, 16, 60])
def test_each_page_has_its_link_within_the_width(count: int) -> None:
    pen = Pen()
    page_links(pen, {f"structure-u{i}": f"Directorate of services {i}" for i in range(count)}, 0, ACROSS)
    links = [item for item in pen.items if isinstance(item, Group)]
    assert [link.link for link in links] == [OtherPage(f"structure-u{i}") for i in range(count)]
    assert all(item.x + width(item.text, item.size) <= ACROSS for item in words(links))
