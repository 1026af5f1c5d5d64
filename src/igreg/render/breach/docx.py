"""The desk as a Word document, for whoever passes it on by hand. The same desk gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

from docx import Document
from docx.document import Document as Whole
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from igreg.breach.desk import Desk
from igreg.render.breach.phrases import MISSING, NOTHING_SENT, OUTSIDE, RING, SHEET, WAITS, Words, worded
from igreg.render.escape.terminal import plain

_INK = RGBColor(0x1B, 0x1B, 0x1B)
_RED = RGBColor(0x8F, 0x10, 0x20)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_THEN = (1980, 1, 1, 0, 0, 0)
"""The moment that every part of the file bears: the earliest that a zip knows."""


def breach_docx(desk: Desk) -> bytes:
    """The whole desk as a document with headings, lists and no names but those that the register has."""
    words = worded(desk)
    page = Document()
    page.styles["Normal"].font.name = "Arial"
    page.styles["Normal"].font.size = Pt(11)
    for rank in (1, 2, 3):
        page.styles[f"Heading {rank}"].font.color.rgb = _INK
    page.core_properties.title = _clean(words.title)
    page.core_properties.author = _clean(desk.organisation)
    page.core_properties.language = "en-GB"
    page.core_properties.created = page.core_properties.modified = desk.now.replace(tzinfo=None, microsecond=0)
    page.core_properties.comments = ""
    page.add_heading(_clean(words.title), 1)
    for text in (desk.organisation, words.now, words.known):
        page.add_paragraph(_clean(text))
    for text in words.remarks:
        _paint(page.add_paragraph(style="Intense Quote"), text)
    _inside(page, words)
    _outside(page, words)
    _missing(page, words)
    _sheet(page, words)
    page.add_paragraph().add_run(NOTHING_SENT).bold = True
    return _fixed(page)


def _inside(page: Whole, desk: Words) -> None:
    page.add_heading(RING, 2)
    for post, lines in desk.ring:
        page.add_heading(_clean(post), 3)
        for label, text in lines:
            _labelled(page, label, text)


def _outside(page: Whole, desk: Words) -> None:
    page.add_heading(OUTSIDE, 2)
    for row in desk.told:
        page.add_heading(_clean(row.headline), 3)
        for label, text in row.lines:
            _labelled(page, label, text)


def _missing(page: Whole, desk: Words) -> None:
    page.add_heading(MISSING, 2)
    if not desk.steps:
        page.add_paragraph("Nothing that anybody asks for tonight.")
    for due_by, wanted in desk.steps:
        page.add_heading(_clean(due_by), 3)
        for paths, asks in wanted:
            page.add_paragraph(_clean(f"{paths}: {asks}"), style="List Bullet")
    page.add_heading(WAITS, 2)
    for text in desk.may_wait or ("Nothing.",):
        page.add_paragraph(_clean(text), style="List Bullet")


def _sheet(page: Whole, desk: Words) -> None:
    page.add_heading(SHEET, 2)
    page.add_paragraph(_clean(desk.sheet_note))
    for number, answer in enumerate(desk.sheet, 1):
        page.add_heading(_clean(f"{number}. {answer.asks}"), 3)
        for text in answer.lines:
            page.add_paragraph(_clean(text))
        for path in answer.missing:
            _paint(page.add_paragraph(), f"Missing: {path}")
        if not answer.lines and not answer.missing:
            page.add_paragraph("Nothing in the record.")


def _labelled(page: Whole, label: str, text: str) -> None:
    paragraph = page.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    if label:
        paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(_clean(text))


def _paint(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(_clean(text))
    run.bold = True
    run.font.color.rgb = _RED


def _clean(text: str) -> str:
    """Text that XML can hold: what a terminal would obey is shown, and what XML has not is replaced."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", plain(text))


def _fixed(page: Whole) -> bytes:
    """The document as bytes, without the moment at which it was packed."""
    given, out = io.BytesIO(), io.BytesIO()
    page.save(given)
    with zipfile.ZipFile(given) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in packed.namelist():
            fixed.writestr(zipfile.ZipInfo(name, _THEN), packed.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
