"""A report through a Word document: gaps in its text are filled, and the report stands where it asks for it."""

from __future__ import annotations

import copy
import datetime as dt
import io
import re
from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from markupsafe import Markup

from igreg.errors import IgregError
from igreg.render.escape.terminal import plain
from igreg.render.report.pixels import Pictures
from igreg.render.report.template.meter import Meter
from igreg.render.report.template.sandbox import Sandbox
from igreg.render.report.template.text import BODY
from igreg.render.report.template.told import told, where
from igreg.render.report.template.writing import WRITES
from igreg.render.report.word.blocks import body
from igreg.render.report.word.package import looked_at
from igreg.render.report.word.packed import packed
from igreg.render.report.word.rows import clean
from igreg.render.report.word.turned import settle
from igreg.report.paper import Paper

_PLACE = "igreg:the-report-stands-here"
_MARK = Markup(f"<w:p><w:r><w:t>{_PLACE}</w:t></w:r></w:p>")


def fill_word(
    file: str, document: bytes, paper: Paper, names: Mapping[str, Any], pictures: Pictures, report: str
) -> bytes:
    """The document filled in; the same report gives the same bytes.

    Raises IgregError for one that is no Word document, or holds what it may not, and for a mistake in its gaps.
    """
    whole = _opened(looked_at(document, file), file)
    made = body(whole.docx, paper, pictures)
    known = {**names, BODY: _MARK}
    try:
        whole.render(known, Sandbox({}, WRITES["docx"], Meter()), autoescape=True)
    except _Wrong as error:
        raise told(error.cause, file, known, report, error.near) from None
    except Exception as error:
        raise told(error, file, known, report) from None
    _refuse_elsewhere(whole.docx, file)
    _put(whole.docx, made, file)
    _properties(whole.docx, paper)
    out = io.BytesIO()
    whole.docx.save(out)
    return packed(out.getvalue())


def _opened(document: bytes, file: str) -> _Whole:
    """The document as python-docx reads it, which may find faults of its own."""
    whole = _Whole(io.BytesIO(document))
    try:
        whole.init_docx()
    except Exception as error:
        raise IgregError(
            f"the template {plain(file)} is damaged ({type(error).__name__})", "open it in Word and save it anew"
        ) from None
    return whole


class _Wrong(Exception):
    """A mistake in one of the texts of a document, and the words about it."""

    def __init__(self, cause: Exception, near: str) -> None:
        super().__init__(str(cause))
        self.cause, self.near = cause, near


class _Whole(DocxTemplate):  # type: ignore[misc]
    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """One text of the document; of a mistake the paragraph is kept in which it stands."""
        try:
            return str(super().render_xml_part(src_xml, part, context, jinja_env))
        except Exception as error:
            raise _Wrong(error, _near(src_xml, where(error, "")[1])) from None


def _near(xml: str, line: int | None) -> str:
    """The words of the paragraph on a line, as docxtpl counts them: each paragraph begins one."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", xml).split("\n")
    if line is None or not 0 < line <= len(lines):
        return ""
    for one in lines[line - 1 :: -1]:
        text = " ".join(re.sub(r"<[^>]*>", "", one).split())
        if text:
            return text
    return ""


def _refuse_elsewhere(document: Document, file: str) -> None:
    """Raise IgregError where the report is asked for in a head, a foot or a note: it would not go in there."""
    for part in document.part.package.iter_parts():
        if part is not document.part and str(part.partname).endswith(".xml") and _PLACE.encode() in part.blob:
            raise IgregError(
                f"the template {plain(file)} asks for body outside its text, in {plain(str(part.partname)[1:])}",
                "write {{p body }} into the text, in a paragraph of its own",
            )


def _put(document: Document, made: list[Any], file: str) -> None:
    """The report in place of each paragraph that asks for it. Raises IgregError where words beside it would be lost."""
    root = document.element.body
    for number, text in enumerate([one for one in root.iter(qn("w:t")) if one.text == _PLACE]):
        place = text
        for above in text.iterancestors(qn("w:p")):
            place = above
        beside = " ".join("".join(one.text or "" for one in place.iter(qn("w:t"))).replace(_PLACE, " body ").split())
        if beside.replace("body", "").strip() or place.find(f".//{qn('w:drawing')}") is not None:
            raise IgregError(
                f"the template {plain(file)} has more in the paragraph of body, near {plain(beside)[:60]!r}",
                "write {{p body }} in a paragraph of its own",
            )
        cell = place.getparent()
        for one in made if not number else copy.deepcopy(made):
            place.addprevious(one)
        cell.remove(place)
        if cell is root:
            settle(root)
        else:
            for ended in [one for new in made for one in new.iter(qn("w:sectPr"))]:
                ended.getparent().remove(ended)
        if cell.tag == qn("w:tc") and (not len(cell) or cell[-1].tag != qn("w:p")):
            cell.append(OxmlElement("w:p"))


def _properties(document: Document, paper: Paper) -> None:
    """What a document says of itself: its title, from whom it is, of which day, in which language."""
    core = document.core_properties
    core.title = clean(paper.title)[:255]
    core.author = core.last_modified_by = clean(paper.organisation)[:255]
    core.language = core.language or "en-GB"
    core.created = core.modified = dt.datetime.combine(paper.day, dt.time())
    core.revision = 1
    core.comments = ""
