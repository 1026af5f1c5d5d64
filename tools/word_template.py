"""Make `templates/report.docx`: the Word document that reports are filled into where an organisation has no own."""

from __future__ import annotations

import datetime as dt
import io

from docx import Document
from docx.document import Document as Whole
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from igreg.render.report.word.packed import packed
from igreg.render.report.word.styles import GREY, INK, neat

_THEN = dt.datetime.combine(dt.date(2026, 1, 1), dt.time())
_FONT = "Arial"


def word_template() -> bytes:
    """The document, the same bytes each time."""
    page = Document()
    _paper(page)
    normal = page.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = _FONT, Pt(11), INK
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.15
    fonts = normal.element.rPr.rFonts
    for name in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(name), _FONT)
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]
    neat(page)
    page.add_paragraph("{{ paper.title }}", style="Title")
    page.add_paragraph("{{ paper.organisation }}, as on {{ paper.day | day }}", style="Subtitle")
    page.add_paragraph("{%p if paper.about %}")
    page.add_paragraph("{{ paper.about }}", style="Subtitle")
    page.add_paragraph("{%p endif %}")
    page.add_paragraph("{{p body }}")
    _head(page)
    _foot(page)
    core = page.core_properties
    core.title, core.author, core.language, core.comments = "{{ paper.title }}", "{{ paper.organisation }}", "en-GB", ""
    core.created = core.modified = _THEN
    out = io.BytesIO()
    page.save(out)
    return packed(out.getvalue())


def _paper(page: Whole) -> None:
    """A4 with margins of two centimetres and a half, in British English."""
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.1), Cm(1.9)
    section.header_distance = section.footer_distance = Cm(1.1)
    defaults = page.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'))


def _head(page: Whole) -> None:
    """The organisation at the left, the day at the right."""
    line = page.sections[0].header.paragraphs[0]
    _small(line, "{{ paper.organisation }}\t{{ paper.title }}, {{ paper.day | day }}")


def _foot(page: Whole) -> None:
    """The number of the page, of how many."""
    line = page.sections[0].footer.paragraphs[0]
    _small(line, "\tPage ")
    _field(line, "PAGE")
    line.add_run(" of ")
    _field(line, "NUMPAGES")
    for run in line.runs:
        run.font.size, run.font.color.rgb = Pt(9), GREY


def _small(line: Paragraph, text: str) -> None:
    stops = line.paragraph_format.tab_stops
    if line.style is not None:
        line.style.paragraph_format.tab_stops.clear_all()
    stops.add_tab_stop(Cm(21 - 2 * 2.2), WD_TAB_ALIGNMENT.RIGHT)
    run = line.add_run(text)
    run.font.size, run.font.color.rgb = Pt(9), GREY


def _field(line: Paragraph, name: str) -> None:
    """Something that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    field.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r>'))
    line._p.append(field)
