"""A file's bytes -> a book: which format it is in is told by what is in it, and not by its name (ruling X27)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from igreg.errors import IgregError
from igreg.sheets import archive
from igreg.sheets.book import Book

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ODF = "application/vnd.oasis.opendocument."


def read_book(name: str, data: bytes, *, only: str | None = None, leave: Collection[str] = ()) -> Book:
    """The sheets of a file that somebody exported: CSV and its kin, .xlsx (.xlsm as data), .ods; with `only` that one.

    Those named by `leave` need not be read.

    Raises IgregError (2), with what to do, for any other format, for a password, for what is broken or too large, and
    for a workbook that has no sheet of the name.
    """
    found = _read(name, data, leave)
    if only is None or found.form == "csv":
        return found
    sheets = [one for one in found.sheets if one.name == only]
    if not sheets:
        known = ", ".join(repr(one.name) for one in found.sheets)
        raise IgregError(f"{name} has no sheet {only!r}", f"one of: {known}")
    return replace(found, sheets=sheets)


def _read(name: str, data: bytes, leave: Collection[str]) -> Book:
    if not data:
        raise IgregError(f"{name} is empty", "export it again")
    if data.startswith(_ZIP):
        return _zipped(name, data, leave)
    if data.startswith(_OLE):
        if _PACKAGE in data:
            raise archive.locked(name)
        raise IgregError(f"{name} is in the old format .xls", "open it in Excel or LibreOffice and save it as .xlsx")
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")):
        raise IgregError(f"{name} is no spreadsheet", "export the list itself as .xlsx or .csv")
    from igreg.sheets.text_table import read_text

    return read_text(name, data)


def _zipped(name: str, data: bytes, leave: Collection[str]) -> Book:
    found = archive.names(name, data)
    lower = {part.lower() for part in found}
    if "xl/workbook.bin" in lower:
        raise IgregError(f"{name} is in the format .xlsb", "open it in Excel and save it as .xlsx")
    if "xl/workbook.xml" in lower:
        from igreg.sheets.xlsx import read_xlsx

        return read_xlsx(name, data, leave)
    if "mimetype" in lower:
        sort = archive.parts(name, data, lambda part: part == "mimetype").get("mimetype", b"")[:100]
        if sort.decode("ascii", "replace").startswith(f"{_ODF}spreadsheet"):
            from igreg.sheets.ods import read_ods

            return read_ods(name, data)
    if any(part.endswith(".iwa") for part in lower):
        raise IgregError(f"{name} is a spreadsheet of Numbers", "in Numbers, export it as Excel (.xlsx) or CSV")
    if "word/document.xml" in lower:
        raise IgregError(f"{name} is a Word document", "export the list itself as .xlsx or .csv")
    raise IgregError(f"{name} is an archive, and no spreadsheet", "unpack it, and name the spreadsheet in it")
