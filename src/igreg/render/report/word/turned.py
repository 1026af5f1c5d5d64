"""Pages on their side, for what is wide: sections of a document that are else as its last one."""

from __future__ import annotations

import copy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

_ENDED = f"{qn('w:pPr')}/{qn('w:sectPr')}"


def end_section(document: Document, *, turned: bool) -> None:
    """End a section here: what stands before it is on pages of this kind, upright or on their side."""
    last = document.element.body.sectPr
    section = copy.deepcopy(last)
    if turned:
        turn(section)
    held = last.getprevious()
    if held is None or held.tag != qn("w:p") or held.find(_ENDED) is not None:
        held = document.add_paragraph()._p
    held.get_or_add_pPr().append(section)


def turn(section: Any) -> None:
    """Lay the pages of a section on their side, or set them up again."""
    size = section.find(qn("w:pgSz"))
    if size is None:
        return
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), height)
    size.set(qn("w:h"), width)
    if size.get(qn("w:orient")) == "landscape":
        del size.attrib[qn("w:orient")]
    else:
        size.set(qn("w:orient"), "landscape")


def settle(root: Any) -> None:
    """Where nothing follows the last section that was ended, let it be the last of the document: no empty page."""
    last = root[-1] if len(root) else None
    before = last.getprevious() if last is not None and last.tag == qn("w:sectPr") else None
    ended = before.find(_ENDED) if before is not None and before.tag == qn("w:p") else None
    if ended is not None:
        root.replace(last, ended)
