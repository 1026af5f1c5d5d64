"""A picture in a Word document as vectors: SVG beside the PNG, which programs show that do not know SVG."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.image import ImagePart
from docx.shape import InlineShape

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OF_PICTURES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""By this name Word knows that a picture has an SVG beside it."""


def put_vectors(document: Document, shape: InlineShape, svg: str) -> None:
    """Put the SVG of a picture beside its pixels; Word and LibreOffice show it in their place."""
    part = document.part
    taken = {str(one.partname) for one in part.package.iter_parts()}
    number = next(number for number in range(1, len(taken) + 2) if _name(number) not in taken)
    made = ImagePart(PackURI(_name(number)), "image/svg+xml", _whole(svg))
    id = part.relate_to(made, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(
        parse_xml(
            f'<a:extLst xmlns:a="{_MAIN}"><a:ext uri="{_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" xmlns:r="{_OF_PICTURES}" r:embed="{id}"/></a:ext></a:extLst>'
        )
    )


def _name(number: int) -> str:
    return f"/word/media/drawing{number}.svg"


def _whole(svg: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'.encode()
