"""A paper as PDF: tagged, with bookmarks, and every text of it as it is."""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from igreg.errors import IgregError
from igreg.render.report import pdf
from igreg.render.report.pdf import pieces, report_pdf
from igreg.report.paper import Block, Column, NewPage, Paper, Part, Picture, Said, Table
from igreg.store.raster import covered, font_files
from tests.render.report.papers import chart, every_block, paper

HOSTILE = """{}#eval("1+1")*b*_i_`c`$x$<l>@ref[[]]//c/*d*/\\#"'= #import "x" \u202e\x1b"""


def bytes_of(found: Paper) -> bytes:
    return report_pdf(found, {"structure": chart(1), "large": chart(1, width=900.0)}, font_files(), covered)


def read(found: Paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(bytes_of(found)))


def said(reader: pypdf.PdfReader) -> str:
    """All words without blanks: where lines end is not what is asked."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))


@pytest.fixture(scope="module")
def whole() -> pypdf.PdfReader:
    """A paper of every block, in four parts more, so that it has a table of contents."""
    parts = [Part(f"Part {n}", (Said("Text."),)) for n in range(2, 6)]
    return read(paper(Part("Every block", every_block()), *parts, unread="Not everything could be read: roles.yaml."))


def tags(node: Any) -> Iterator[str]:
    """The sort of everything in the tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from tags(node["/K"])


def test_it_says_what_it_is_and_in_which_language(whole: pypdf.PdfReader) -> None:
    root: Any = whole.trailer["/Root"]
    assert whole.metadata is not None
    assert whole.metadata.title == "For the board – Wendle Valley"
    assert whole.metadata.author == "Wendle Valley"
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_its_parts_are_bookmarks(whole: pypdf.PdfReader) -> None:
    assert [one.title for one in whole.outline] == ["Every block", "Part 2", "Part 3", "Part 4", "Part 5"]  # type: ignore[union-attr]


def test_its_structure_is_tagged(whole: pypdf.PdfReader) -> None:
    found = [*tags(whole.trailer["/Root"]["/StructTreeRoot"])]  # type: ignore[index]
    assert found.count("/H1") == 5
    assert {"/Table", "/THead", "/TH", "/TD", "/Caption", "/L", "/LI", "/Figure", "/P", "/TOC"} <= set(found)


def test_every_text_of_it_is_there(whole: pypdf.PdfReader) -> None:
    words = said(whole)
    for text in (
        "As on 24 November 2026. Quarter two", "Not everything could be read: roles.yaml.", "Read this first.",
        "1. First step", "Incidents 3 late 2 before", "Course People Share By Cost",
        "Induction 1,204 91.5% 24 November 2026 £1,200.50", "Nothing: There is none of it.", "wanted: 95", "Signed",
    ):  # fmt: skip
        assert re.sub(r"\s+", "", text) in words, text


def test_each_sheet_has_the_organisation_the_day_and_its_number(whole: pypdf.PdfReader) -> None:
    count = len(whole.pages)
    assert count > 2
    for number, page in enumerate(whole.pages, 1):
        text = page.extract_text()
        assert "Wendle Valley" in text and "As on 24 November 2026" in text and f"Page {number} of {count}" in text


def test_a_plot_is_drawn_with_lines_and_words_and_not_as_a_picture_of_points(whole: pypdf.PdfReader) -> None:
    assert [image for page in whole.pages for image in page.images] == []


def test_the_same_paper_is_the_same_bytes() -> None:
    found = paper(Part("One", every_block()))
    assert bytes_of(found) == bytes_of(found)
    assert bytes_of(found) != bytes_of(replace(found, day=dt.date(2026, 11, 25)))


def test_texts_are_data() -> None:
    shown = re.sub(r"\s+", "", HOSTILE.replace("\u202e", r"\u202e").replace("\x1b", r"\x1b"))
    found = replace(paper(Part(HOSTILE, every_block(HOSTILE)), unread=HOSTILE), title=HOSTILE, about=HOSTILE)
    words = said(read(replace(found, organisation=HOSTILE)))
    assert words.count(shown.removeprefix("{}")) > 20
    assert shown.replace("{}", "R1") in words and shown.replace("{}", "Induction") in words


def table(rows: int, columns: int = 2, text: str = "word") -> Table:
    heads = tuple(Column(f"Head {n}") for n in range(columns))
    return Table("Many", heads, tuple((f"row {n}", *(text,) * (columns - 1)) for n in range(rows)), "None.")


def test_a_table_over_several_sheets_repeats_its_heads() -> None:
    pages = read(paper(Part("One", (table(120),)))).pages
    assert len(pages) > 2
    assert all("Head 0" in page.extract_text() for page in pages)


@pytest.mark.parametrize("block", [table(3, 9), Picture("large", "Structure", "Who answers to whom.")])
def test_what_is_wide_stands_on_a_sheet_across_with_its_heading(block: Block) -> None:
    pages = read(paper(Part("First", (Said("Text."),)), Part("Across", (block,)), Part("Last", (Said("Text."),)))).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]
    assert "Across" in pages[1].extract_text()


def test_a_paper_that_begins_with_what_is_wide_has_its_title_on_that_sheet() -> None:
    wide = paper(Part("Across", (table(3, 9),)))
    [page] = read(wide).pages
    assert page.mediabox.width > page.mediabox.height
    assert [word for word in (wide.title, "Across", "Head 8") if word not in page.extract_text()] == []


def test_a_wide_table_without_rows_is_a_sentence_and_turns_no_sheet() -> None:
    [page] = read(paper(Part("First", (Said("Text."),)), Part("Second", (table(0, 9),)))).pages
    assert page.mediabox.width < page.mediabox.height
    assert "Many: None." in page.extract_text()


def test_a_column_to_write_in_is_left_room() -> None:
    long = "What was found, by whom, and what will be done about it by the end of the next quarter. " * 2
    columns = (Column("What"), Column("Why"), Column("Remarks"))
    wide = {}
    for by_hand in (False, True):
        some = (*columns[:2], replace(columns[2], by_hand=by_hand))
        made = pdf._table(Table("Points", some, ((long, long, None),) * 3, "None."), pdf.TEXT)
        wide[by_hand] = made["columns"][2]
        assert sum(made["columns"]) == pytest.approx(pdf.UPRIGHT)
    assert wide[False] < 70 < 110 < wide[True]


def test_a_chart_is_a_drawing_and_its_words_are_a_table() -> None:
    [page] = read(paper(Part("One", (Picture("structure", "Structure chart", "Who answers to whom."),)))).pages
    assert page.extract_text().count("Data Protection Officer") == 3
    assert "Accountable to" in page.extract_text()


def test_a_heading_and_what_is_said_below_it_go_with_the_table() -> None:
    """Neither stands alone at the foot of a sheet: wherever the table begins, both stand on that sheet above it."""
    table = Table("The table", (Column("A"),), tuple((f"row {n}",) for n in range(12)), "")
    for lines in range(24, 36, 3):
        before = Part("Before", tuple(Said(f"Line {n}.") for n in range(lines)))
        pages = [
            page.extract_text() for page in read(paper(before, Part("After", (Said("Right above."), table)))).pages
        ]
        (at,) = (number for number, text in enumerate(pages) if "The table" in text)
        assert "After" in pages[at] and "Right above." in pages[at], lines


def test_a_part_that_begins_on_a_new_page_does_so() -> None:
    pages = read(paper(Part("One", (Said("Text."),)), Part("Two", (NewPage(), Said("More."))))).pages
    assert ["Two" in page.extract_text() for page in pages] == [False, True]


def test_a_text_longer_than_a_sheet_is_broken() -> None:
    pages = read(paper(Part("One", (table(1, 2, "word " * 6000),)))).pages
    assert sum(page.extract_text().count("word") for page in pages) == 6000


def test_a_letter_that_no_font_has_does_not_stop_the_paper() -> None:
    assert b"%PDF" in bytes_of(paper(Part("One", (Said("\U0001300f and \u6f22"),))))


def test_what_cannot_be_set_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_paper", lambda paper, charts: {})
    with pytest.raises(IgregError, match="the PDF cannot be set"):
        bytes_of(paper())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("Information governance", ["Information governance"]),
        ("to ig.team@wendle.nhs.example", ["to", " ", "ig.", "team@", "wendle.", "nhs.", "example"]),
        ("bo@example.org", ["bo@example.org"]),
        ("x" * 26, [{"anywhere": "x" * 26}]),
        ("so " + "x" * 5000, ["so", " ", {"anywhere": "x" * 5000}]),
        ("Confidentiality-lead", ["Confidentiality-", "lead"]),
    ],
)
def test_where_a_line_may_end(text: str, wanted: list[str | dict[str, str]]) -> None:
    """A word of thousands of letters is one piece: as a piece a letter it took seconds to set."""
    assert pieces(text) == wanted


def test_a_word_is_broken_between_letters_and_every_letter_is_there() -> None:
    word = "w" * 300 + "e\u0301" * 40
    told: list[str] = []
    rows = ((word, "ann"), ("b", "c"))
    data = report_pdf(
        paper(Part("One", (Said(word), Table("T", (Column("What"), Column("Who")), rows, "")))),
        {},
        font_files(),
        covered,
        told.append,
    )
    assert told == [] and b"pdfuaid" in data
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    said = re.sub(r"[\s\u200b]", "", unicodedata.normalize("NFC", "".join(pages)))
    assert said.count("w" * 300 + "\xe9" * 40) == 2
