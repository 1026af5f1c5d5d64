"""Which sheets a workbook lists: their names, their parts, and whether they are hidden."""

from __future__ import annotations

import pytest

from igreg.sheets.book import Shown
from igreg.sheets.scanned import Odd
from igreg.sheets.sheet_list import Listed, listed

BOOK, RELATIONS, ONE, TWO = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/a.xml",
    "xl/worksheets/b.xml",
)


def parts(sheets: str, *targets: str, kind: str = "worksheet") -> dict[str, bytes]:
    """The parts of a workbook with these sheets, whose relations are called r0, r1 and so on."""
    lines = "".join(f'<Relationship Id="r{n}" Type="urn:x/{kind}" Target="{to}"/>' for n, to in enumerate(targets))
    book = f'<workbook xmlns:r="urn:r"><sheets>{sheets}</sheets></workbook>'
    return {BOOK: book.encode(), RELATIONS: f"<Relationships>{lines}</Relationships>".encode(), ONE: b"", TWO: b""}


def test_sheets_are_listed_in_their_order_with_their_parts() -> None:
    found = parts(
        '<sheet name="B" r:id="r1" state="veryHidden"/><sheet name="A" r:id="r0"/><sheet name="C" r:id="r2"/>',
        *("worksheets/a.xml", "/xl/worksheets/b.xml", "worksheets/c.xml"),
    )
    found["xl/worksheets/c.xml"] = b""
    assert listed(found) == [
        Listed("B", TWO, Shown.VERY_HIDDEN),
        Listed("A", ONE, Shown.VISIBLE),
        Listed("C", "xl/worksheets/c.xml", Shown.VISIBLE),
    ]


def test_a_sheet_of_charts_has_no_cells() -> None:
    assert listed(parts('<sheet name="A" r:id="r0"/>', "worksheets/a.xml", kind="chartsheet")) == []


@pytest.mark.parametrize(
    "found",
    [
        pytest.param({BOOK: b"<workbook/>"}, id="no relations"),
        pytest.param({RELATIONS: b"<Relationships/>"}, id="no workbook"),
        pytest.param(parts('<sheet name="A" r:id="r0"/>', "worksheets/none.xml"), id="no part"),
        pytest.param(
            parts('<sheet name="A" r:id="r0"/><sheet name="B" r:id="r0"/>', "worksheets/a.xml"), id="one for two"
        ),
        pytest.param(
            parts('<sheet name="A" r:id="r0"/><sheet name="A" r:id="r1"/>', "worksheets/a.xml", "worksheets/b.xml"),
            id="one name for two",
        ),
        pytest.param(parts("<sheet", "worksheets/a.xml"), id="broken"),
    ],
)
def test_what_does_not_say_which_sheets_there_are_is_odd(found: dict[str, bytes]) -> None:
    with pytest.raises(Odd):
        listed(found)
