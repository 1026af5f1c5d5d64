"""Pages of a data flow map: each can be read at A3, and none of them loses an arrow."""

from __future__ import annotations

import pytest

from igreg.chart.data_flows import data_flows
from igreg.chart.graph import Graph
from igreg.chart.view import View
from igreg.drawing.data_flow_pages import numbered
from igreg.drawing.pages import pages
from igreg.wording.arrows import SORTS
from tests.chart.registers import view
from tests.drawing.drawn import drawer, points, svg


def flows(count: int) -> View:
    """So many data flows from assets to bodies, each with words of its own."""
    sorts = ("personal_data: true", "special_category: true", "personal_data: false")
    text = [
        f"- {{id: f{i}, title: F{i}, from: a{i % 7}, to: [b{i % 11}, a{(i + 1) % 7}], what: papers no {i}, "
        f"by: [secure e-mail], every: 1 week, {sorts[i % 3]}, outside_uk: {'true' if i % 5 == 0 else 'false'}}}\n"
        for i in range(count)
    ]
    assets = "".join(f"- {{id: a{i}, name: Records of ward {i}, owner: r}}\n" for i in range(7))
    bodies = "".join(f"- {{id: b{i}, name: Partner {i}}}\n" for i in range(11))
    files = {"assets.yaml": assets, "bodies.yaml": bodies, "data-flows.yaml": "".join(text)}
    return view({"organisation.yaml": "name: Big Trust\ntype: nhs-trust\n", **files})


def said(page: Graph) -> str:
    """All words of a page about its arrows: on them, or in a table."""
    rows = " ".join(" ".join(row) for table in page.tables for row in table.rows)
    return rows if page.tables else " ".join(edge.message.what for edge in page.edges if edge.message)


@pytest.mark.thorough
@pytest.mark.parametrize("count", [2, 12, 70])
def test_every_page_can_be_read_at_a3_and_no_arrow_is_lost(count: int) -> None:
    whole_view = flows(count)
    whole = data_flows(whole_view)
    found = pages(whole, whole_view, drawer())
    assert (len(found) == 1) == (count < 12)
    for page in found:
        assert points(page) >= 8, page.name
    words = f" {' '.join(map(said, found))} "
    assert all(f" papers no {i} " in words for i in range(count))
    assert {name for page in found for name in page.pages} <= {page.name for page in found}
    assert len({page.name for page in found}) == len(found)


def test_a_table_says_once_what_goes_from_one_to_several() -> None:
    page = numbered(data_flows(flows(2)))
    (table,) = page.tables
    assert table.rows == (
        (
            "1",
            "papers no 1",
            "Records of ward 1",
            "Partner 1",
            "every week",
            "secure e-mail",
            SORTS["special"],
            "no agreement in force",
        ),
        (
            "2",
            "papers no 1",
            "Records of ward 1",
            "Records of ward 2",
            "every week",
            "secure e-mail",
            SORTS["special"],
            "",
        ),
        (
            "3",
            "papers no 0",
            "Records of ward 0",
            "Partner 0",
            "every week",
            "secure e-mail",
            SORTS["personal"],
            "no agreement in force, leaves the UK",
        ),
        (
            "4",
            "papers no 0",
            "Records of ward 0",
            "Records of ward 1",
            "every week",
            "secure e-mail",
            SORTS["personal"],
            "leaves the UK",
        ),
    )
    assert [edge.numbers for edge in page.edges] == [(1,), (2,), (3,), (4,)]


def test_the_legend_has_what_the_map_has() -> None:
    drawn = svg(data_flows(flows(2)))
    assert "no agreement or contract in force (broken, in capitals)" in drawn
    assert "special category data (thick, framed)" in drawn and "information asset" in drawn
    assert "tells as a routine" not in drawn


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    whole = data_flows(view({"data-flows.yaml": "- {id: f, title: F, from: public, to: [all-staff], what: letters}\n"}))
    (table,) = numbered(whole).tables
    assert (table.head, table.rows) == (("No.", "What", "From", "To"), (("1", "letters", "The public", "All staff"),))
