"""A workbook: what stands in its cells, what never becomes a formula, and that it is the same every time."""

from __future__ import annotations

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from igreg.render.escape.xlsx import LONGEST, Sheet, workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def texts(data: bytes) -> list[str]:
    """Every text of a workbook."""
    root = ET.fromstring(parts(data)["xl/sharedStrings.xml"])
    return ["".join(one.text or "" for one in entry.iter(f"{MAIN}t")) for entry in root.iter(f"{MAIN}si")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "{=1}", "https://x.example", "mailto:a@x.example", "1"])
def test_text_is_text(text: str) -> None:
    """Never a formula, a link, or a number."""
    found = parts(workbook([Sheet("S", [text], [[text]])]))
    page = found["xl/worksheets/sheet1.xml"]
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert re.findall(r' t="(\w+)"', page) == ["s", "s"]
    assert texts(workbook([Sheet("S", [], [[text]])])) == [text]


def test_other_values_stay_what_they_are() -> None:
    page = parts(workbook([Sheet("S", ["a"], [[1, 2.5, True, dt.date(2026, 3, 31), None]])]))[
        "xl/worksheets/sheet1.xml"
    ]
    assert re.findall(r"<v>([^<]+)</v>", page) == ["0", "1", "2.5", "1", "46112"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a\nb"),
        ("a\x07b\x1b[31m", "a\\x07b\\x1b[31m"),
        ("\u202eevil", "\\u202eevil"),
        ("\ud800x", "�x"),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_hostile_text_is_shown(text: str, shown: str) -> None:
    assert texts(workbook([Sheet("S", [], [[text]])])) == [shown]


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    assert texts(workbook([Sheet("S", [], [["x" * LONGEST], ["y" * (LONGEST + 1)]])])) == [
        "x" * LONGEST,
        "y" * (LONGEST - 6) + " [cut]",
    ]


def test_names_of_sheets_are_those_that_excel_takes() -> None:
    names = ["A/B [c]", "a b  c", "", "x" * 40, "x" * 50, "'q'", "History"]
    book = parts(workbook([Sheet(name, [], []) for name in names]))["xl/workbook.xml"]
    found = re.findall(r'<sheet name="([^"]+)"', book)
    assert len({name.lower() for name in found}) == len(names)
    assert "History" not in found
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in found)


def test_the_same_sheets_are_the_same_bytes() -> None:
    assert workbook([Sheet("S", ["a"], [["b"]])]) == workbook([Sheet("S", ["a"], [["b"]])])
