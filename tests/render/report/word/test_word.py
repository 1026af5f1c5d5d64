"""A paper through a Word document: what stands in it, as Word reads it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Whole
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Length, Mm

from igreg.errors import IgregError
from igreg.render.report.drawn import drawn
from igreg.render.report.pixels import Pictured, Pixels
from igreg.render.report.template.values import for_template
from igreg.render.report.word.filled import fill_word
from igreg.render.report.word.styles import RED
from igreg.report.asked import Head
from igreg.report.paper import Column, Figure, Figures, Matrix, NewPage, Paper, Part, Picture, Plot, Points, Said, Table
from igreg.report.period import Period
from igreg.store.report_templates import shipped_word
from tests.render.report import papers

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300050001ff5d1e9a170000000049454e44ae426082"
)


def made(paper: Paper, template: bytes | None = None, name: str = "report.docx") -> bytes:
    head = Head(paper.organisation, paper.day, Period(paper.day, paper.day), paper.unread, "")
    names = for_template(papers.Values(head, ("Ann", "<Bo>")), paper)
    blocks = [one for part in paper.parts for one in part.blocks if isinstance(one, Plot | Matrix | Picture)]
    pictures = {}
    for one in blocks:
        shown = drawn(one, {"structure": papers.chart(2)}, "x")
        pictures[one] = Pictured(
            (Pixels(PNG, 400, 300, "<svg/>"),) * len(shown.scenes), shown.table, shown.table_called, shown.note
        )
    return fill_word(name, template or shipped_word(), paper, names, pictures, "board")


def opened(data: bytes) -> Whole:
    return Document(io.BytesIO(data))


def own(change: Callable[[Whole], Any]) -> bytes:
    """A Word document of somebody's own."""
    page = Document()
    change(page)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


EVERY = papers.paper(Part("All", papers.every_block()), unread="staff.yaml could not be read.")


def lines(page: Whole) -> list[tuple[str, str]]:
    return [(one.style.name if one.style else "", one.text) for one in page.paragraphs if one.text]


def test_headings_lists_and_texts() -> None:
    assert lines(opened(made(EVERY))) == [
        ("Title", "For the board"),
        ("Subtitle", "Wendle Valley, as on 24 November 2026"),
        ("Subtitle", "Quarter two"),
        ("Report Incomplete", "staff.yaml could not be read."),
        ("Heading 1", "All"),
        ("Report Lead", "Read this first."),
        ("Normal", "A paragraph."),
        ("Normal", "One point"),
        ("Normal", "Another"),
        ("Normal", "First step"),
        ("Normal", "Second step"),
        ("Caption", "Courses"),
        ("Caption", "Nothing"),
        ("Normal", "There is none of it."),
        ("Caption", "Share"),
        ("Report Note", "It rises."),
        ("Caption", "The same numbers as a table: Share, per cent; wanted: 95"),
        ("Caption", "Counts"),
        ("Report Note", "Two a month."),
        ("Caption", "The same numbers as a table: Counts, incidents"),
        ("Caption", "Risks"),
        ("Report Note", "Two are high."),
        ("Caption", "The same as a table: Risks"),
        ("Normal", "Signed: \t"),
        ("Normal", "Date: \t"),
    ]


def test_tables_have_heads_that_come_again() -> None:
    facts, figures, courses, *_ = opened(made(EVERY)).tables
    assert [cell.text for cell in facts.rows[0].cells] == ["For", "decision", "From", "the SIRO"]
    assert [cell.text for cell in figures.rows[0].cells] == ["Incidents\n3\nlate\n2 before", "Audits\n1"]
    assert [[cell.text for cell in row.cells] for row in courses.rows] == [
        ["Course", "People", "Share", "By", "Cost"],
        ["Induction", "1,204", "91.5%", "24 November 2026", "£1,200.50"],
        ["Refresher", "3", "4%", "", "£20"],
    ]
    heads = [row._tr.trPr.findall(qn("w:tblHeader")) != [] for row in courses.rows]
    look = courses._tbl.tblPr.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1"), (
        "a head above, one before each row"
    )
    assert heads == [True, False, False]
    assert courses._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Courses"
    assert courses.style is not None and courses.style.name == "Report Table"


def test_in_a_brief_paper_a_word_that_calls_for_attention_stands_beside_its_value() -> None:
    figure = Figures((Figure("Requests", "0 of 1", "2 received", "1 <late>"),))
    for brief, texts in (
        (False, ["Requests", "0 of 1", "1 <late>", "2 received"]),
        (True, ["Requests", "0 of 1  1 <late>", "2 received"]),
    ):
        cell = opened(made(replace(papers.paper(Part("Part", (figure,))), brief=brief))).tables[0].rows[0].cells[0]
        assert [one.text for one in cell.paragraphs] == texts
    value, attention = cell.paragraphs[1].runs
    assert (attention.font.color.rgb, attention.font.bold) == (RED, True) and attention.font.size < value.font.size


def test_lists_are_lists_and_each_counts_from_one() -> None:
    page = opened(
        made(papers.paper(Part("P", (Points(("a",), numbered=True), Points(("b",), numbered=True), Points(("c",))))))
    )
    numbers = [one._p.pPr.numPr.numId.val for one in page.paragraphs if one.text in "abc" and one.text]
    assert len(set(numbers)) == 3
    assert page.part.numbering_part.element.xpath("count(//w:startOverride)") == 2


def test_pictures_say_what_they_show() -> None:
    blocks = (*papers.every_block(), Picture("structure", "Structure", "Who answers to whom."))
    page = opened(made(papers.paper(Part("All", blocks))))
    shapes = [one._inline.docPr for one in page.inline_shapes]
    assert [one.get("descr") for one in shapes] == [
        *("It rises.", "Two a month.", "Two are high."),
        *("Who answers to whom. (1 of 2)", "Who answers to whom. (2 of 2)"),
    ]
    assert all(one.width <= (page.sections[0].page_width or 0) for one in page.inline_shapes)
    assert page.tables[-1].cell(1, 0).text == "Data Protection Officer"


def test_a_new_page_begins_with_the_heading() -> None:
    page = opened(
        made(
            papers.paper(
                Part("One", (Said("a"), NewPage())),
                Part("Two", (Said("b"),)),
                Part("Three", (NewPage(), Said("c"), NewPage(), Said("d"))),
            )
        )
    )
    breaks = {one.text: bool(one.paragraph_format.page_break_before) for one in page.paragraphs if one.text}
    assert breaks["Two"] and breaks["Three"] and not breaks["One"]
    assert len(page.element.body.findall(f".//{qn('w:br')}")) == 1


def test_head_foot_language_and_title() -> None:
    page = opened(made(EVERY))
    assert page.sections[0].header.paragraphs[0].text == "Wendle Valley\tFor the board, 24 November 2026"
    foot = page.sections[0].footer._element.xml
    assert " PAGE " in foot and " NUMPAGES " in foot
    core = page.core_properties
    assert (core.title, core.author, core.language) == ("For the board", "Wendle Valley", "en-GB")
    assert 'w:lang w:val="en-GB"' in page.styles.element.xml


def test_the_same_paper_gives_the_same_bytes_without_a_clock() -> None:
    first = made(EVERY)
    assert first == made(EVERY)
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened(first).core_properties.modified.date() == papers.DAY  # type: ignore[union-attr]


@pytest.mark.parametrize("say", ["{}<w:p/>&amp;", "{}\x00\x07\u202e\n\t\f", "{} {{ 7 * 7 }} {%p if x %}", "{_{ {} }_}"])
def test_texts_are_data(say: str) -> None:
    page = opened(made(papers.paper(Part(say, papers.every_block(say)))))
    assert len(page.tables) == 6
    assert any("A paragraph." in text for _, text in lines(page)), say
    assert "49" not in "".join(text for _, text in lines(page))


def test_a_part_with_a_wide_table_is_on_pages_on_their_side() -> None:
    columns = tuple(Column(f"A long head of column {number}") for number in range(9))
    wide, slim = Part("P", (Table("T", columns, (("word",) * 9,), ""),)), Part("S", (Said("s"),))
    page = opened(made(papers.paper(wide)))
    table = page.tables[0]
    assert sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid) <= 14342
    assert table.cell(1, 1).paragraphs[0].runs[0].font.size.pt == 8  # type: ignore[union-attr]

    for parts, turned in (
        ((wide,), [True]),
        ((slim,), [False]),
        ((slim, wide), [False, True]),
        ((wide, wide, slim), [True, False]),
        ((slim, wide, slim), [False, True, False]),
    ):
        sections = opened(made(papers.paper(*parts))).sections
        assert [(one.page_width or 0) > (one.page_height or 0) for one in sections] == turned
        assert {one.header.paragraphs[0].text for one in sections} == {"Wendle Valley\tFor the board, 24 November 2026"}
        for one, on_its_side in zip(sections, turned, strict=True):
            room = (one.page_width or 0) - (one.left_margin or 0) - (one.right_margin or 0)
            for line in (one.header.paragraphs[0], one.footer.paragraphs[0]):
                [stop] = line.paragraph_format.tab_stops
                assert abs(stop.position - room) < 1000, on_its_side


def test_what_stands_at_the_middle_and_the_edge_of_an_own_head_moves_with_a_page_on_its_side() -> None:
    def change(page: Whole) -> None:
        section = page.sections[0]
        section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(25), Mm(25)
        section.page_height = Mm(297)
        line = section.header.paragraphs[0]
        for stop in (Mm(30), Mm(80), Mm(160)):
            line.paragraph_format.tab_stops.add_tab_stop(
                stop, {Mm(30): WD_TAB_ALIGNMENT.LEFT, Mm(80): WD_TAB_ALIGNMENT.CENTER}.get(stop, WD_TAB_ALIGNMENT.RIGHT)
            )
        line.add_run("Logo\tTrust\tPage").add_picture(io.BytesIO(PNG))
        page.add_paragraph("{{p body }}")

    columns = tuple(Column(f"A long head of column {number}") for number in range(9))
    parts = (Part("S", (Said("s"),)), Part("P", (Table("T", columns, (("word",) * 9,), ""),)), Part("E", (Said("e"),)))
    page = opened(made(papers.paper(*parts), own(change)))
    found = [
        [round(Length(stop.position).mm) for stop in one.header.paragraphs[0].paragraph_format.tab_stops]
        for one in page.sections
    ]
    assert found == [[30, 80, 160], [30, 124, 247], [30, 80, 160]]
    assert [len(one.header.part.related_parts) for one in page.sections] == [1, 1, 1]


def test_pictures_are_vectors_with_pixels_for_whatever_does_not_know_them() -> None:
    data = made(EVERY)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        texts = [packed.read(name) for name in sorted(packed.namelist()) if name.endswith(".svg")]
        types = packed.read("[Content_Types].xml").decode()
    assert texts == [b'<?xml version="1.0" encoding="UTF-8"?>\n<svg/>\n'] * 3 and "image/svg+xml" in types
    page = opened(data)
    for shape in page.inline_shapes:
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip
        [vectors] = [one for one in blip.iter() if one.tag.endswith("}svgBlip")]
        assert page.part.related_parts[vectors.get(qn("r:embed"))].content_type == "image/svg+xml"
        assert page.part.related_parts[blip.get(qn("r:embed"))].content_type == "image/png"


def test_an_organisation_has_its_own_document() -> None:
    def change(page: Whole) -> None:
        page.sections[0].header.paragraphs[0].text = "{{ head.organisation }}"
        page.add_paragraph("Dear board of {{ head.organisation }},")
        page.add_paragraph("{%p for one in people %}")
        page.add_paragraph("{{ loop.index }}: {{ one }}")
        page.add_paragraph("{%p endfor %}")
        cell = page.add_table(1, 1).cell(0, 0)
        cell.text = "{{p body }}"
        page.add_paragraph("Yours")

    page = opened(made(papers.paper(Part("All", (Said("x & y"),))), own(change)))
    assert [text for _, text in lines(page)] == ["Dear board of Wendle Valley,", "1: Ann", "2: <Bo>", "Yours"]
    assert [one.text for one in page.tables[0].cell(0, 0).paragraphs] == ["All", "x & y"]
    assert page.sections[0].header.paragraphs[0].text == "Wendle Valley"


def test_a_column_to_write_in_is_left_room() -> None:
    long = "What was found, by whom, and what will be done about it by the end of the next quarter. " * 2
    wide = {}
    for by_hand in (False, True):
        columns = (Column("What"), Column("Why"), Column("Remarks", by_hand=by_hand))
        found = opened(made(papers.paper(Part("One", (Table("Points", columns, ((long, long, None),), "None."),)))))
        wide[by_hand] = found.tables[-1].columns[2].width
    assert wide[True] > 2 * wide[False]


def test_a_cell_in_which_nothing_stands_is_still_one() -> None:
    page = opened(
        made(papers.paper(), own(lambda page: setattr(page.add_table(1, 1).cell(0, 0), "text", "{{p body }}")))
    )
    assert [one.text for one in page.tables[0].cell(0, 0).paragraphs] == [""]


def test_the_report_may_stand_in_a_document_twice_and_without_p() -> None:
    page = opened(
        made(
            papers.paper(Part("All", (Said("x"),))),
            own(lambda page: (page.add_paragraph("{{ body }}"), page.add_paragraph("{{p body }}"))),
        )
    )
    assert [text for _, text in lines(page)] == ["All", "x", "All", "x"]


def test_words_beside_the_report_are_not_lost_in_silence() -> None:
    with pytest.raises(IgregError) as told:
        made(EVERY, own(lambda page: page.add_paragraph("Dear board, {{ body }}")), name="own.docx")
    assert told.value.sentence == ("the template own.docx has more in the paragraph of body, near 'Dear board, body'")


def test_the_report_does_not_go_into_a_head() -> None:
    def change(page: Whole) -> None:
        page.sections[0].header.paragraphs[0].text = "{{p body }}"

    with pytest.raises(IgregError, match=r"asks for body outside its text, in word/header\d*\.xml"):
        made(EVERY, own(change), name="own.docx")


def test_a_document_without_lists_or_styles_is_given_them() -> None:
    def change(page: Whole) -> None:
        for rel in [id for id, one in page.part.rels.items() if one.reltype.endswith("/numbering")]:
            page.part.drop_rel(rel)
            page.part.rels.pop(rel, None)
        for name in ("Caption", "Heading 1", "Title"):
            page.styles[name].delete()
        page.add_paragraph("{{p body }}")

    page = opened(made(papers.paper(Part("All", (Points(("a",)),))), own(change)))
    assert lines(page) == [("Heading 1", "All"), ("Normal", "a")]
    assert page.styles["Heading 1"].element.xpath("w:pPr/w:outlineLvl/@w:val") == ["0"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Hello {{ heed.organisation }} there",
            "the template own.docx near 'Hello {{ heed.organisation }} there': 'heed' is undefined",
        ),
        ("{{ head.x }}", "there is no 'x' here: it has organisation"),
        ("{% for one in people %}{{ one }}", "Unexpected end of template"),
        ("{{ people }}", "this is a list"),
        ("{{ one", "has a {{ that nothing closes"),
        ("}} one", "has a }} that closes nothing, near '}} one'"),
        ("{{ a {{ b }}", "has a {{ that nothing closes, near"),
        ("{% include 'x' %}", "a Word document includes none"),
        ("{% for a in 'aaaaaaaaaa' %}" * 9 + "{% endfor %}" * 9, "goes round for too long"),
        ("{{ ''.__class__ }}", "this is no record"),
        ("{{ people | nosuch }}", "No filter named 'nosuch'"),
    ],
)
def test_a_mistake_is_told_with_the_words_about_it(text: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.render.report.template.meter.STEPS", 50_000)
    with pytest.raises(IgregError) as told:
        made(EVERY, own(lambda page: page.add_paragraph(text)), name="own.docx")
    assert says in told.value.sentence and told.value.hint


def test_the_document_that_is_shipped_is_the_one_that_is_made() -> None:
    from igreg.render.report.word.package import looked_at
    from tools.word_template import word_template

    assert looked_at(word_template(), "a.docx") == looked_at(shipped_word(), "b.docx"), "write it anew with `make docs`"


def test_a_mistake_in_what_a_document_says_of_itself_is_told() -> None:
    def change(page: Whole) -> None:
        page.core_properties.title = "{{ heed }}"

    with pytest.raises(IgregError, match="'heed' is undefined"):
        made(EVERY, own(change))


def test_a_document_that_cannot_be_opened_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(shipped_word())) as given, zipfile.ZipFile(out, "w") as less:
        for name in given.namelist():
            if name != "word/document.xml":
                less.writestr(name, given.read(name))
    with pytest.raises(IgregError, match=r"own\.docx is damaged"):
        made(EVERY, out.getvalue(), name="own.docx")


def test_a_document_whose_pages_have_no_size_stays_as_it_is() -> None:
    def change(page: Whole) -> None:
        section = page.sections[0]._sectPr
        section.remove(section.find(qn("w:pgSz")))
        page.add_paragraph("{{p body }}")

    columns = tuple(Column(str(number)) for number in range(9))
    wide = Part("P", (Table("T", columns, (("word",) * 9,), ""),))
    assert len(opened(made(papers.paper(wide, Part("S", (Said("s"),))), own(change))).sections) == 2


def test_how_somebody_is_reached_leads_there() -> None:
    columns = (Column("Who"), Column("How", contact=True))
    told = "ig@wendlevalley.nhs.example, or 0300 123 4567 (<b>)"
    table = Table("Leads", columns, (("ann@wendlevalley.nhs.example", told),), "")
    page = opened(made(papers.paper(Part("One", (table,)))))
    cells = next(one for one in page.tables if one.cell(0, 0).text == "Who").rows[1].cells
    assert [one.text for one in cells] == ["ann@wendlevalley.nhs.example", told]
    assert [one.text for one in cells[0]._tc.iter(qn("w:instrText"))] == []  # as in a page: only a column of contacts
    assert [one.text.strip() for one in cells[1]._tc.iter(qn("w:instrText"))] == [
        'HYPERLINK "mailto:ig@wendlevalley.nhs.example"',
        'HYPERLINK "tel:03001234567"',
    ]
    marks = [one.get(qn("w:fldCharType")) for one in cells[1]._tc.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"] * 2


@pytest.mark.parametrize(
    ("room", "shown"), [(2, "ig@wendlevalley.nhs.example"), (6, "ig@\u200bwendlevalley.nhs.example")]
)
def test_an_address_in_a_narrow_column_is_broken_behind_its_sign(room: int, shown: str) -> None:
    columns = (*(Column(str(number)) for number in range(room)), Column("How", contact=True))
    row = (*["Responsibilities of governance"] * room, "ig@wendlevalley.nhs.example")
    page = opened(made(papers.paper(Part("One", (Table("Leads", columns, (row,), ""),)))))
    cell = page.tables[-1].rows[1].cells[-1]
    assert cell.text == shown
    assert next(cell._tc.iter(qn("w:instrText"))).text.strip() == 'HYPERLINK "mailto:ig@wendlevalley.nhs.example"'


def test_what_is_said_right_above_a_table_stays_with_it() -> None:
    table = Table("T", (Column("A"),), (("x",),), "")
    page = opened(made(papers.paper(Part("One", (Said("Above it."), table, Said("Below it."))))))
    keeps = {one.text: one.paragraph_format.keep_with_next for one in page.paragraphs}
    assert keeps["Above it."] is True and not keeps["Below it."]


def test_a_caption_stays_with_its_table_and_the_picture_above_does_not() -> None:
    """More in one piece than a page holds would be broken anywhere, and left the caption alone at the foot."""
    page = opened(made(papers.paper(Part("One", (Picture("structure", "Chart", "Who is who."),)))))
    texts = [one.text for one in page.paragraphs]
    caption = page.paragraphs[next(n for n, text in enumerate(texts) if text.startswith("The chart in words"))]
    assert caption.paragraph_format.keep_with_next  # whatever a style of one's own says
    words = page.paragraphs[texts.index("Who is who.")]
    assert not words.paragraph_format.keep_with_next
