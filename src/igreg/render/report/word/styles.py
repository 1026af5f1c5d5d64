"""The styles by which a report is written, each put into a document that lacks it; one that has it keeps its own."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

INK = RGBColor(0x1B, 0x1B, 0x1B)
BLUE = RGBColor(0x00, 0x3C, 0x8A)
GREY = RGBColor(0x42, 0x4F, 0x5A)
RED = RGBColor(0x8F, 0x10, 0x20)

LEAD, NOTE, LABEL, FIGURE, ATTENTION, UNREAD, CELL, BRIEF = (
    "Report Lead",
    "Report Note",
    "Report Label",
    "Report Figure",
    "Report Attention",
    "Report Incomplete",
    "Report Cell",
    "Report Brief",
)
TABLE = "Report Table"
CAPTION, TITLE, SUBTITLE = "Caption", "Title", "Subtitle"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")

# Name, points, bold, colour, points above and below, and whether it stays with what follows.
_PARAGRAPHS = (
    (LEAD, 13, False, INK, 0, 8, False),
    (NOTE, 9.5, False, GREY, 0, 0, False),
    (LABEL, 9.5, True, GREY, 0, 0, True),
    (FIGURE, 22, True, BLUE, 0, 0, True),
    (ATTENTION, 10, True, RED, 0, 0, True),
    (UNREAD, 11, True, RED, 6, 10, False),
    (CELL, 10, False, INK, 1, 1, False),
    (BRIEF, 9.5, False, INK, 0, 3, False),
    (CAPTION, 10, True, INK, 10, 4, True),
    (TITLE, 18, True, BLUE, 0, 2, True),
    (SUBTITLE, 11, False, GREY, 0, 6, False),
)
_CLOSE = frozenset({NOTE, LABEL, FIGURE, ATTENTION, CELL, BRIEF, CAPTION})
"""Those whose lines stand close, as in a table."""
_HEADED = dict(zip(HEADINGS, ((16, 18, 6), (13, 14, 4), (11, 10, 3)), strict=True))
_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="{TABLE}"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr><w:tblStyleRowBandSize w:val="1"/>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="003C8A"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="003C8A"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="C5CDD4"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="003C8A"/></w:tcBorders>
      <w:shd w:val="clear" w:color="auto" w:fill="E8EDF3"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def put_styles(document: Document) -> None:
    """Put in the styles that a document lacks."""
    there = {style.name for style in document.styles}
    for name, size, bold, colour, above, below, keeps in _PARAGRAPHS:
        if name not in there:
            _paragraph(document, name, size, bold=bold, colour=colour, above=above, below=below, keeps=keeps)
    for level, name in enumerate(HEADINGS):
        if name not in there:
            size, above, below = _HEADED[name]
            _paragraph(document, name, size, bold=True, colour=BLUE, above=above, below=below, keeps=True)
            outline = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
            document.styles[name].element.get_or_add_pPr().append(outline)
    if TABLE not in there:
        document.styles.element.append(parse_xml(_TABLE))


def neat(document: Document) -> None:
    """Give the styles that Word has of its own the look of those of a report; for a document of ours."""
    for name, size, bold, colour, above, below, keeps in _PARAGRAPHS:
        if name in (CAPTION, TITLE, SUBTITLE):
            document.styles[name].delete()
            _paragraph(document, name, size, bold=bold, colour=colour, above=above, below=below, keeps=keeps)
    for name in HEADINGS:
        document.styles[name].delete()
    put_styles(document)


def _paragraph(
    document: Document, name: str, size: float, *, bold: bool, colour: RGBColor, above: float, below: float, keeps: bool
) -> None:
    # Word knows its own styles by names in small letters; python-docx finds them by those of its menus.
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not name.startswith("Report"))
    normal = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    if normal is not None:
        style.base_style = normal
        if not name.startswith("Report"):
            style.next_paragraph_style = normal
    style.quick_style, style.hidden = True, False
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold or None, colour
    form = style.paragraph_format
    if name in _CLOSE:
        form.line_spacing = 1.0
    form.space_before, form.space_after, form.keep_with_next = Pt(above), Pt(below), keeps
