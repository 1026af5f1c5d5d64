"""Pages on their side, for what is wide: sections of a document that are else as its last one."""

from __future__ import annotations

import copy
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

_NEAR = 240
"""So far, in twentieths of a point, may a tab stop be from the edge or the middle to be meant for it."""
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_ENDED = f"{qn('w:pPr')}/{qn('w:sectPr')}"


def end_section(document: Document, heads: dict[str, str], *, turned: bool) -> None:
    """End a section here: what stands before it is on pages of this kind, upright or on their side.

    `heads` keeps the heads and feet that were made for pages on their side, whose right edge is elsewhere.
    """
    last = document.element.body.sectPr
    section = copy.deepcopy(last)
    if turned:
        before = _room(section)
        turn(section)
        for reference in section.iter(*_REFERENCES):
            id = reference.get(qn("r:id"))
            if id not in heads:
                heads[id] = _moved(document, id, before, _room(section))
            reference.set(qn("r:id"), heads[id])
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


def _room(section: Any) -> int:
    """How wide the text of a section is, in twentieths of a point; nothing where that is not said."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 0
    sides = (int(margins.get(qn(name)) or 0) for name in ("w:left", "w:right"))
    return int(size.get(qn("w:w")) or 0) - sum(sides)


def _moved(document: Document, id: str, before: int, now: int) -> str:
    """A head or foot whose tab stops at the right edge and in the middle are where these are now; gives its id."""
    part = document.part.related_parts[id]
    element = copy.deepcopy(part.element)
    moved = False
    for stop in element.iter(qn("w:tab")):
        at = stop.get(qn("w:pos"))
        for sort, share in (("right", 1.0), ("center", 0.5)):
            if at is not None and stop.get(qn("w:val")) == sort and abs(int(at) - before * share) <= _NEAR:
                stop.set(qn("w:pos"), str(int(now * share)))
                moved = True
                break
    if not moved:
        return id
    name = str(part.partname).replace(".xml", "-turned.xml")
    made = XmlPart(PackURI(name), part.content_type, element, part.package)
    for relation in part.rels.values():
        target = relation.target_ref if relation.is_external else relation.target_part
        made.load_rel(relation.reltype, target, relation.rId, relation.is_external)
    reltype = next(one.reltype for one in document.part.rels.values() if one.rId == id)
    return document.part.relate_to(made, reltype)


def settle(root: Any) -> None:
    """Where nothing follows the last section that was ended, let it be the last of the document: no empty page."""
    last = root[-1] if len(root) else None
    before = last.getprevious() if last is not None and last.tag == qn("w:sectPr") else None
    ended = before.find(_ENDED) if before is not None and before.tag == qn("w:p") else None
    if ended is not None:
        root.replace(last, ended)
