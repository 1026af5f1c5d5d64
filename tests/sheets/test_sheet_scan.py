"""A sheet is looked through quickly where it is written as programs write it, and comes to what a close look says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.sheets.elements import closely
from igreg.sheets.scanned import Odd
from igreg.sheets.sheet_scan import scan

SHEET = '<worksheet xmlns="urn:m" xmlns:x="urn:x"><cols><col min="2" max="2" hidden="1"/></cols><sheetData>{}</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>'
BODIES = [
    "<v>1</v>",
    "<f>A1+1</f><v>2</v>",
    "<f>A1+1</f>",
    "<f>A1+1</f><v></v>",
    '<f t="shared" si="0"/><v/>',
    '<f t="shared" si="0"/><v>3</v>',
    "<is><t>a &lt; b</t></is>",
    "",
]
KINDS = ["", ' t="e"', ' s="3" t="e"', ' t="str"', ' t="s"', ' t="inlineStr"', ' cm="1"']
ROWS = ["", ' hidden="1"', ' hidden="0"', ' x:dy="0.2" hidden="true" spans="1:3"', ' ht="12"']

cells = st.tuples(st.integers(0, 30), st.sampled_from(KINDS), st.sampled_from(BODIES))


@given(
    st.lists(st.tuples(st.sampled_from(ROWS), st.lists(cells, max_size=4, unique_by=lambda one: one[0])), max_size=6)
)
def test_a_quick_look_says_what_a_close_one_does(rows: list[tuple[str, list[tuple[int, str, str]]]]) -> None:
    text = ""
    for number, (more, found) in enumerate(rows, 1):
        inside = "".join(f'<c r="{chr(65 + at % 26)}{number}"{kind}>{body}</c>' for at, kind, body in found)
        text += f'<row r="{number}"{more}>{inside}</row>' if inside else f'<row r="{number}"{more}/>'
    xml = SHEET.format(text).encode()
    assert scan(xml) == closely(xml)
    assert scan(xml.replace(b'"', b"'")) == closely(xml)


def test_single_quotes_are_as_good_as_double_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also mixed ones; only what is written in no usual way is looked at element by element."""
    rows = "<row r='1'><c r='A1' t=\"e\"><v>#N/A</v></c><c r=\"B1\" t='e'><v>it's</v></c></row><row r='2' hidden='1'/>"
    xml = SHEET.format(rows).encode()
    expected, seen = closely(xml), list[bytes]()
    monkeypatch.setattr("igreg.sheets.sheet_scan.closely", lambda some: (seen.append(some), closely(some))[1])
    assert scan(xml) == expected
    assert expected.errors == {(1, 0): "#N/A", (1, 1): "it's"}
    assert all(b"#N/A" not in some for some in seen)


@pytest.mark.parametrize(
    "cell", ["<c r='A1' t='e'><v>#N/A</v></c>", '<c t="e" r="A1"><v>#N/A</v></c>', "<c t='e'><v>#N/A</v></c>"]
)
def test_what_is_written_otherwise_is_looked_at_closely(cell: str) -> None:
    assert scan(SHEET.format(f'<row r="1">{cell}</row>').encode()).errors == {(1, 0): "#N/A"}


def test_a_row_that_does_not_say_its_number_counts_on() -> None:
    found = scan(SHEET.format('<row r="3"><c r="A3"/></row><row hidden="1"><c/></row>').encode())
    assert (found.hidden_rows, found.rows) == ({4}, (3, 4))


def test_broken_xml_in_what_is_hidden_is_odd() -> None:
    with pytest.raises(Odd):
        scan(SHEET.format('<row r="1" hidden="1" hidden="1"><c r="A1"/></row>').encode())
