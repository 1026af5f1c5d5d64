"""The blocks of a paper as Word has them: headings as headings, lists as lists, tables with heads that come again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from docx.document import Document
from docx.enum.text import WD_BREAK, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from igreg.render.report.cells import is_wide
from igreg.render.report.pixels import Pictures, Pixels
from igreg.render.report.word import styles
from igreg.render.report.word.lists import Lists
from igreg.render.report.word.rows import Looks, clean, table_element
from igreg.render.report.word.turned import end_section
from igreg.render.report.word.vectors import put_vectors
from igreg.report.paper import (
    Block,
    Facts,
    Figure,
    Figures,
    Lines,
    Matrix,
    NewPage,
    Paper,
    Picture,
    Plot,
    Points,
    Said,
    Table,
)

_POINTS = 12_700
"""Of Word's own units so many are a point."""
_TWIP = 635
"""Of them so many are a twentieth of a point."""
_WIDE_PICTURE = 640.0
"""So does a picture that is wider, in points."""
_LONG = 9
"""A figure of more letters is written smaller."""
_BESIDE = 4
"""So many figures stand side by side."""


def body(document: Document, paper: Paper, pictures: Pictures) -> list[BaseOxmlElement]:
    """The parts of a paper as elements that belong to a document and stand nowhere in it yet."""
    root = document.element.body
    before = set(root)
    writer = _Writer(document, pictures)
    writer.write(paper)
    made = [one for one in root if one not in before]
    for one in made:
        root.remove(one)
    return [writer.tables.get(one, one) for one in made]


class _Writer:
    def __init__(self, document: Document, pictures: Pictures) -> None:
        self.document, self.pictures = document, pictures
        self.brief = False
        styles.put_styles(document)
        self.lists = Lists(document)
        self.breaks = self.turned = False
        self.heads: dict[str, str] = {}
        """Of each head and foot the one that pages on their side have, by the ids of both."""
        self.tables: dict[BaseOxmlElement, BaseOxmlElement] = {}
        """Tables by the paragraph that keeps their place: to take a long one out of a document again takes minutes."""
        self.measure()

    def measure(self) -> None:
        """The room on the pages that are written on now."""
        section = self.document.sections[-1]
        sides = (section.page_width or Pt(595), section.page_height or Pt(842))
        width, height = sides[::-1] if self.turned else sides
        self.width = Emu(width - (section.left_margin or 0) - (section.right_margin or 0))
        self.height = Emu(height - (section.top_margin or 0) - (section.bottom_margin or 0))
        table, cell = (self.document.styles[name].style_id for name in (styles.TABLE, styles.CELL))
        self.looks = Looks(table, cell, int(self.width / _TWIP), small=self.brief)

    def turn(self, *, wide: bool) -> None:
        """Go on on pages that are upright, or on their side; a part is on one sort of page as a whole."""
        if wide != self.turned:
            end_section(self.document, self.heads, turned=self.turned)
            self.turned, self.breaks = wide, False
            self.measure()

    def wide(self, block: Block) -> bool:
        """Whether a block needs pages on their side."""
        match block:
            case Table():
                return bool(block.rows) and is_wide(block.columns)
            case Plot() | Matrix() | Picture():
                return any(one.width > _WIDE_PICTURE for one in self.pictures[block].pictures)
        return False

    def write(self, paper: Paper) -> None:
        """What could not be read, and the parts."""
        self.brief = paper.brief
        wide = [any(map(self.wide, part.blocks)) for part in paper.parts]
        self.turned = bool(wide) and wide[0]  # then the title is on such a page too
        self.measure()
        if paper.unread:
            self.paragraph(paper.unread, styles.UNREAD)
        for part, turned in zip(paper.parts, wide, strict=True):
            blocks = part.blocks
            if blocks and isinstance(blocks[0], NewPage):
                self.breaks, blocks = True, blocks[1:]
            self.turn(wide=turned)
            self.heading(part.title)
            for block, after in zip(blocks, (*blocks[1:], None), strict=True):
                self.block(block, keeps=isinstance(after, Table | Plot | Matrix | Picture))
        if self.turned:
            end_section(self.document, self.heads, turned=True)

    def heading(self, text: str) -> None:
        """A part's heading; where a new page was asked for just before, it begins it."""
        made = self.paragraph(text, styles.HEADINGS[0])
        made.paragraph_format.page_break_before = True if self.breaks else None
        if self.brief:
            made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(8), Pt(2)
            made.runs[0].font.size = Pt(13)
        self.breaks = False

    def paragraph(self, text: str, style: str | None = None) -> Paragraph:
        """A paragraph of plain text."""
        if self.breaks and style != styles.HEADINGS[0]:
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            self.breaks = False
        return self.document.add_paragraph(clean(text), style=style or (styles.BRIEF if self.brief else None))

    def apart(self, points: float) -> None:
        """Room between a table and what follows."""
        made = self.paragraph("")
        made.paragraph_format.space_after = Pt(0 if self.brief else points)
        if self.brief:
            made.paragraph_format.line_spacing = Pt(4)

    def block(self, block: Block, *, keeps: bool = False) -> None:
        """One block; what is said right above a table or a picture `keeps` with it."""
        match block:
            case Said(text, leads):
                made = self.paragraph(text, styles.LEAD if leads else None)
                made.paragraph_format.keep_with_next = keeps or None
                if leads and self.brief:
                    made.paragraph_format.space_after, made.runs[0].font.size = Pt(3), Pt(11)
            case Points(items, numbered):
                number = self.lists.begin(numbered=numbered)
                for item in items:
                    self.lists.put(self.paragraph(item), number, Pt(1 if self.brief else 4))
            case Figures(items):
                rows = -(-len(items) // _BESIDE) or 1
                beside = -(-len(items) // rows)
                for first in range(0, len(items), beside or 1):
                    self.figures(items[first : first + beside])
            case Facts():
                self.facts(block)
            case Table():
                self.table(block)
            case Plot() | Matrix() | Picture():
                self.drawn(block)
            case Lines(labels):
                for label in labels:
                    self.line(label)
            case NewPage():
                self.breaks = True

    def drawn(self, block: Plot | Matrix | Picture) -> None:
        """The pictures of a block under its title, the words on them, and the same as a table."""
        made = self.pictures[block]
        self.paragraph(block.title, styles.CAPTION).paragraph_format.keep_with_next = True
        for number, one in enumerate(made.pictures, 1):
            part = f" ({number} of {len(made.pictures)})" if len(made.pictures) > 1 else ""
            self.picture(one, block.title, block.description + part)
        shown = not (isinstance(block, Plot) and block.low)
        # A caption stays with its table, and a table without one with its plot; more in one piece than a page holds
        # would be broken where it should not be.
        self.paragraph(block.description, styles.NOTE).paragraph_format.keep_with_next = bool(made.note) or not shown
        if made.note:
            self.paragraph(made.note, styles.NOTE)
        called = f"{made.table_called}: {made.table.caption}"
        self.table(replace(made.table, caption=called), shown=shown)

    def picture(self, one: Pixels, title: str, description: str) -> None:
        """A picture that fits the page, with words for whoever does not see it."""
        scale = min(1.0, self.width / (one.width * _POINTS), self.height * 0.8 / (one.height * _POINTS))
        held = self.paragraph("")
        held.paragraph_format.keep_with_next = True
        shape = held.add_run().add_picture(io.BytesIO(one.png), width=Emu(int(one.width * _POINTS * scale)))
        if one.svg:
            put_vectors(self.document, shape, one.svg)
        properties = shape._inline.docPr
        properties.set("name", clean(title)[:80])
        properties.set("descr", clean(description))

    def line(self, label: str) -> None:
        """A line to write on by hand."""
        made = self.paragraph(f"{label}: ")
        made.add_run().add_tab()
        made.paragraph_format.space_before = Pt(12 if self.turned else 18)
        made.paragraph_format.tab_stops.add_tab_stop(self.width, leader=WD_TAB_LEADER.LINES)

    def facts(self, block: Facts) -> None:
        """Names, each with its text beside it, two pairs in a row."""
        pairs = -(-len(block.items) // 2)
        table = self.document.add_table(pairs, 4)
        parts = (0.16, 0.33, 0.18, 0.33)
        _widths(table._tbl, [Emu(int(self.width * part)) for part in parts])
        _tell(table._tbl, "This paper", "; ".join(f"{one.label}: {one.text}" for one in block.items))
        for number, one in enumerate(block.items):
            label, text = table.rows[number // 2].cells[number % 2 * 2 : number % 2 * 2 + 2]
            label.paragraphs[0].text, label.paragraphs[0].style = clean(one.label), styles.LABEL
            text.paragraphs[0].text, text.paragraphs[0].style = clean(one.text), styles.CELL
        self.apart(2)

    def figures(self, items: Sequence[Figure]) -> None:
        """Figures side by side, each read as a whole: its label, its value, and what it is compared with."""
        if not self.brief:
            self.paragraph("").paragraph_format.space_after = Pt(0)
        table = self.document.add_table(1, len(items))
        _widths(table._tbl, [self.width // len(items)] * len(items))
        described = "; ".join(f"{one.label}: {one.value}" for one in items)
        _tell(table._tbl, "Figures", described)
        for cell, one in zip(table.rows[0].cells, items, strict=True):
            first = cell.paragraphs[0]
            first.text, first.style = clean(one.label), styles.LABEL
            value = cell.add_paragraph(clean(one.value), style=styles.FIGURE)
            if len(one.value) > _LONG or self.brief:
                value.runs[0].font.size = Pt(14)
            if one.attention and self.brief:
                self.beside(value, one.attention)
            elif one.attention:
                cell.add_paragraph(clean(one.attention), style=styles.ATTENTION)
            if one.note:
                cell.add_paragraph(clean(one.note), style=styles.NOTE)
        self.apart(4)

    def beside(self, value: Paragraph, attention: str) -> None:
        """A word that calls for attention on the line of its value, as its own style has it: a brief paper has room."""
        like = cast(ParagraphStyle, self.document.styles[styles.ATTENTION]).font
        run = value.add_run(f"  {clean(attention)}")
        run.font.size, run.font.bold = like.size, like.bold
        if like.color.rgb is not None:
            run.font.color.rgb = like.color.rgb

    def table(self, table: Table, *, shown: bool = True) -> None:
        """A table under its caption, or the sentence that says why there is none.

        The caption of one that stands right below its plot is for whoever hears it: it is not `shown`.
        """
        caption = self.paragraph(table.caption, styles.CAPTION) if shown or not table.rows else None
        if caption is not None and table.rows:
            caption.paragraph_format.keep_with_next = True  # a style of somebody's own may not say so
        if self.brief and caption is not None:
            caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(4), Pt(2)
        if not table.rows:
            self.paragraph(table.empty)
            return
        self.tables[self.paragraph("")._p] = table_element(table, self.looks)
        self.apart(4)


def _tell(table: BaseOxmlElement, title: str, description: str) -> None:
    """What a table is, for whoever does not see it."""
    properties = table.tblPr
    for name, text in (("w:tblCaption", title), ("w:tblDescription", description)):
        if text:
            element = OxmlElement(name)
            element.set(qn("w:val"), clean(text)[:2000])
            properties.append(element)


def _widths(table: BaseOxmlElement, widths: Sequence[int]) -> None:
    """How wide each column is; Word reads it of the cells, others of the grid."""
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Emu(width)
    for row in table.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Emu(width)
