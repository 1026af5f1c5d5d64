"""Workbooks made for tests: plainly by a library, or part by part for what no library writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl

ROWS = (
    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>{}</sheetData></worksheet>"
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(fill: Callable[[Any], None]) -> bytes:
    """A workbook as openpyxl writes it; `fill` is given the workbook, with its one sheet."""
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows(*lines: list[Any], title: str = "Staff") -> bytes:
    """A workbook of one sheet with these rows."""

    def fill(book: Any) -> None:
        book.active.title = title
        for line in lines:
            book.active.append(line)

    return workbook(fill)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def xlsx(sheet: str, **more: str | bytes) -> bytes:
    """A workbook whose one sheet is just this XML; `more` are parts by their names, to add or in place of others."""
    target = f"{_OFFICE}/worksheet"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f"<Types xmlns='{_TYPES}'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='{_MAIN}.sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='{_MAIN}.worksheet+xml'/></Types>",
        "_rels/.rels": f"<Relationships xmlns='{_RELATIONS}'><Relationship Id='rId1' Type='{_OFFICE}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='{_OFFICE}'><sheets><sheet name='Staff' sheetId='1' r:id='rId1'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{_RELATIONS}'><Relationship Id='rId1' Type='{target}' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='{_OFFICE}/sharedStrings' Target='sharedStrings.xml'/></Relationships>",
        "xl/sharedStrings.xml": "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>",
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped(parts | more)


def ods(table: str) -> bytes:
    """An OpenDocument workbook with this XML for its tables."""
    names = " ".join(
        f"xmlns:{short}='urn:oasis:names:tc:opendocument:xmlns:{short}:1.0'"
        for short in ("office", "table", "text", "style")
    )
    content = f"<office:document-content {names}><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": "<manifest/>",
        }
    )
