"""A hostile text in every field of every kind, through every report and format, each opened by a parser of its own.

Nothing of it is obeyed (no tag, link, formula, macro or field comes of it), and what a paper says stands there as text.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import cmarkgfm
import docx
import openpyxl
import pypdf
import pytest
from lxml import etree

from igreg.publish.report import charts, report_bytes
from igreg.render.report.html import report_html
from igreg.render.report.json import report_json
from igreg.render.report.markdown import report_markdown
from igreg.render.report.xlsx import report_xlsx
from igreg.report.asked import Asked
from igreg.report.catalogue import reports
from igreg.report.paper import Figures, Paper, Points, Said, Table
from tests.report.asking import asked
from tests.report.sweep import HOSTILE, spoilt

OF = {"handover": "j-osei"}
NAMES = tuple(reports())
SET = ("board", "risks", "leads", "handover", "departures")
"""Reports in which every block of a paper stands: those are set as PDF and as a Word document, which takes a while."""
BUILT = frozenset(
    {"h1", "h2", "h3", "h4", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd"}
)
"""Of these elements a page has as many whatever the texts are."""
TOKEN = re.compile(r"q\d+q")
WHOLE = tuple(one for one in HOSTILE if one.isascii() and one.isprintable() and len(one) < 200)
"""Texts that stand in every format as they were written, letter by letter."""


@cache
def _asked(name: str) -> Asked:
    return asked(spoilt(), "2026-10-15", of=OF.get(name), period="last quarter")


@cache
def _values(name: str) -> object:
    return reports()[name].values(_asked(name))


@cache
def _paper(name: str, format: str = "html") -> Paper:
    return reports()[name].paper_for(_values(name), format)


def _texts(paper: Paper) -> Iterator[str]:
    """Every text of a paper, but for those of drawings: what is too long there is cut."""
    yield from (paper.title, paper.organisation, paper.about)
    for part in paper.parts:
        yield part.title
        for block in part.blocks:
            match block:
                case Said(text):
                    yield text
                case Points(items):
                    yield from items
                case Figures(items):
                    yield from (text for one in items for text in (one.label, one.value, one.note, one.attention))
                case Table() if block.rows:
                    yield from (cell for row in block.rows for cell in row if isinstance(cell, str))


def _tokens(paper: Paper) -> set[str]:
    return {one for text in _texts(paper) for one in TOKEN.findall(text)}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _all_there(paper: Paper, shown: str) -> None:
    """What the paper says stands in what is shown: each token, and each hostile text that is plain letters whole."""
    assert _tokens(paper) <= set(TOKEN.findall(shown))
    shown = _one_line(shown)
    for text in _texts(paper):
        for one in WHOLE:
            if one in text:
                assert _one_line(one) in shown


class Page(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in BUILT:
            self.counts[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action")}
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def said(self) -> str:
        """Its words."""
        return "".join(self.words)


@cache
def _plain_asked(name: str) -> Asked:
    return asked(spoilt(None), "2026-10-15", of=OF.get(name), period="last quarter")


@cache
def _plain_paper(name: str, format: str) -> Paper:
    wanted = reports()[name]
    return wanted.paper_for(wanted.values(_plain_asked(name)), format)


@cache
def _plain(name: str) -> Page:
    paper = _plain_paper(name, "html")
    return Page(report_html(paper, charts(paper, _plain_asked(name))))


def test_every_field_is_filled_and_every_record_read() -> None:
    """A register of which half were left out would prove nothing."""
    plain = spoilt(None)
    assert not plain.unread and not spoilt().unread
    filled = json.dumps([sorted(record.__dict__.items(), key=str) for record in spoilt().records()], default=str)
    assert len(set(TOKEN.findall(filled))) > 600
    shown = set().union(*(_tokens(_paper(name)) for name in NAMES))
    assert len(shown) > 150


@pytest.mark.parametrize("name", NAMES)
def test_a_page(name: str) -> None:
    page = Page(report_html(_paper(name), charts(_paper(name), _asked(name))))
    plain = _plain(name)
    assert page.tags <= plain.tags | {"tspan"} and page.attributes <= plain.attributes
    assert all(one.startswith("#") for one in page.links)
    assert page.counts == plain.counts
    _all_there(_paper(name), page.said)


@pytest.mark.parametrize("name", NAMES)
def test_markdown_as_github_shows_it(name: str) -> None:
    written = report_markdown(_paper(name, "markdown"))
    page = Page(cmarkgfm.github_flavored_markdown_to_html(written))
    allowed = {"h1", "h2", "p", "ul", "ol", "li", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
    assert page.tags <= allowed
    assert page.attributes <= {"align", "start"} and not page.links
    assert page.said.count("igreg chart") == written.count("`igreg chart")
    plain = Page(cmarkgfm.github_flavored_markdown_to_html(report_markdown(_plain_paper(name, "markdown"))))
    assert page.counts == plain.counts
    _all_there(_paper(name, "markdown"), page.said.replace("\u200b", ""))


@pytest.mark.parametrize("name", NAMES)
def test_json(name: str) -> None:
    found = json.loads(report_json(name, _values(name)))
    assert found["report"] == name
    assert any(one in json.dumps(found, ensure_ascii=False) for one in TOKEN.findall(" ".join(_texts(_paper(name)))))


@pytest.mark.parametrize("name", [name for name, one in reports().items() if "xlsx" in one.formats])
def test_a_workbook(name: str) -> None:
    paper = _paper(name, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(paper)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f" or _leads_out(cell)]
    assert not book.defined_names.values() or all("Print" in one for one in book.defined_names)
    _all_there(paper, "\n".join(str(cell.value) for cell in cells))


def _leads_out(cell: Any) -> bool:
    """Whether a cell is a link out of the workbook; from its first sheet links lead to the others."""
    return cell.hyperlink is not None and cell.hyperlink.target is not None


@pytest.mark.thorough
@pytest.mark.parametrize("name", SET)
def test_a_word_document(name: str) -> None:
    data = report_bytes(name, reports()[name], _asked(name), "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        parts = {one: found.read(one) for one in found.namelist()}
    trees = {one: etree.fromstring(text) for one, text in parts.items() if one.endswith((".xml", ".rels"))}
    outside = [
        one for tree in trees.values() for one in tree.iter() if dict(one.attrib).get("TargetMode") == "External"
    ]
    assert not outside and not [one for one in parts if "vba" in one.lower() or "embed" in one.lower()]
    body = trees["word/document.xml"]
    assert _shape(data) == _shape(report_bytes(name, reports()[name], _plain_asked(name), "docx"))
    fields = ["".join(one.itertext()) for one in body.iter("{*}instrText")]
    assert not [one for one in fields if not re.fullmatch(r"\s*(PAGE|NUMPAGES|TOC|SEQ|PAGEREF)\b[^q]*", one)]
    said = "\n".join("".join(one.itertext("{*}t")) for one in body.iter("{*}p"))
    _all_there(_paper(name, "docx"), said + "".join("".join(one.itertext()) for one in trees.values()))


def _shape(data: bytes) -> tuple[list[str], list[tuple[int, int]]]:
    """The headings of a Word document by their styles, and the rows and columns of its tables."""
    found = docx.Document(io.BytesIO(data))
    styles = [one.style.name for one in found.paragraphs if one.style is not None]
    headings = [one for one in styles if one is not None and one.startswith(("Heading", "Title"))]
    return headings, [(len(one.rows), len(one.columns)) for one in found.tables]


@pytest.mark.thorough
@pytest.mark.parametrize("name", SET)
def test_a_pdf(name: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(report_bytes(name, reports()[name], _asked(name), "pdf")))
    assert not {"/JavaScript", "/OpenAction", "/AA", "/AcroForm", "/EmbeddedFiles"} & set(_keys(reader))
    actions = {
        str(one.get_object().get("/A", {}).get("/S", "/GoTo"))
        for page in reader.pages
        for one in page.annotations or ()
    }
    assert actions <= {"/GoTo"}
    plain = pypdf.PdfReader(io.BytesIO(report_bytes(name, reports()[name], _plain_asked(name), "pdf")))
    assert len(reader.outline) == len(plain.outline) > 0
    said = re.sub(r"\s+|-\s*\n", "", "".join(page.extract_text() for page in reader.pages))
    assert _tokens(_paper(name, "pdf")) <= set(TOKEN.findall(said))


def _keys(reader: pypdf.PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    yield from root
    yield from (root.get("/Names") or {})
