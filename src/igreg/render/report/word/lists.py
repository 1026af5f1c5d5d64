"""Lists as Word knows them: numbers that it counts itself, each list from one."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_LEVEL = """
<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>
</w:abstractNum>"""


class Lists:
    """The lists of a document; those that it has already stay as they are."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[bool, int] = {}

    def begin(self, *, numbered: bool) -> int:
        """A new list; gives its number."""
        root = self._root()
        if numbered not in self.known:
            self.known[numbered] = self._sort(root, numbered=numbered)
        id = _free(root, "w:num", "w:numId")
        begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if numbered else ""
        of = f'<w:abstractNumId w:val="{self.known[numbered]}"/>{begins}'
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{id}">{of}</w:num>'))
        return id

    def put(self, paragraph: Paragraph, number: int, apart: Pt = Pt(4)) -> None:
        """Let a paragraph be an item of a list; `apart` is the room below it."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number
        paragraph.paragraph_format.space_after = apart

    def _root(self) -> BaseOxmlElement:
        """Where the lists of a document are described; a document that never had one has no such place."""
        part = self.document.part
        for one in part.rels.values():
            if one.reltype == RELATIONSHIP_TYPE.NUMBERING:
                return cast(BaseOxmlElement, cast(XmlPart, one.target_part).element)
        made = NumberingPart(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            parse_xml(f"<w:numbering {nsdecls('w')}/>"),
            part.package,
        )
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return cast(BaseOxmlElement, made.element)

    def _sort(self, root: BaseOxmlElement, *, numbered: bool) -> int:
        """A sort of list; all sorts stand before all lists."""
        id = _free(root, "w:abstractNum", "w:abstractNumId")
        form, text = ("decimal", "%1.") if numbered else ("bullet", "•")
        made = parse_xml(_LEVEL.format(ns=nsdecls("w"), id=id, form=form, text=text))
        sorts = root.findall(qn("w:abstractNum"))
        root.insert(root.index(sorts[-1]) + 1 if sorts else 0, made)
        return id


def _free(root: BaseOxmlElement, tag: str, attribute: str) -> int:
    """A number that none of its like has."""
    taken = (int(one.get(qn(attribute)) or 0) for one in root.findall(qn(tag)))
    return max(taken, default=0) + 1
