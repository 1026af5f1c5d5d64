"""Bytes -> text: UTF-8, UTF-16 with a mark, Windows-1252; what may be something else is refused (ruling X28)."""

from __future__ import annotations

import codecs
import re

from igreg.errors import IgregError

AS_UTF8 = "save it again as CSV UTF-8"
_NEVER = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_LETTER = rb"[A-Za-z\xc0-\xff]"
_APOSTROPHE = rb"(?<=%b[a-z\xe0-\xff])\x92(?!(?:[A-Z]|(?:s|t|d|m|ll|re|ve)(?!%b)))" % (_LETTER, _LETTER)
_BETWEEN = re.compile(rb"%b(?:[\x80-\x91\x93-\x9f]|%b)%b" % (_LETTER, _APOSTROPHE, _LETTER))
"""Signs of Windows-1252 where no sign belongs. The apostrophe (92) does behind a first letter and before an ending, as
in O'Neill and Jane's; between other letters it is what a Mac writes for an i with an accent."""
_AT_THE_END = re.compile(rb"(?<=[a-z\xe0-\xff])[\x82\x84\x88\x8a\x8c\x8e\x91\x93\x9f](?!%b)" % _LETTER)
"""The same behind the last letter of a word: a capital, or a sign that opens a quotation, as in names of a Mac."""
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """The text and what it is written in. Raises IgregError where that cannot be told for sure."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise IgregError(f"{name} is written in UTF-32", AS_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError:
            raise IgregError(
                f"{name} is written in UTF-16 and broken", f"it may have been cut off; {AS_UTF8}"
            ) from None
    if b"\x00" in data:
        wide = data.count(0) * 4 > len(data)
        raise IgregError(
            f"{name} is written in UTF-16, with no mark that says so" if wide else f"{name} is no text and no workbook",
            AS_UTF8 if wide else "export it as .xlsx or .csv",
        )
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        return _other(name, data, error)


def _other(name: str, data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    odd = data[error.start]
    row = data.count(b"\n", 0, error.start) + 1
    if data.startswith(codecs.BOM_UTF8) or _SEQUENCE.search(data):
        raise IgregError(
            f"{name} is written in UTF-8, and breaks in line {row}: the byte 0x{odd:02x} is none of it",
            f"two files may have been put together; {AS_UTF8}",
        )
    odd_ones = [one.search(data) for one in (_NEVER, _BETWEEN, _AT_THE_END)]
    first = min((found.start() for found in odd_ones if found is not None), default=None)
    if first is not None:
        row = data.count(b"\n", 0, first) + 1
        raise IgregError(
            f"in which letters {name} is written cannot be told: it is no UTF-8, and line {row} would be odd in "
            "Windows-1252, as files of older Macs are",
            AS_UTF8,
        )
    return data.decode("cp1252"), "Windows-1252"
