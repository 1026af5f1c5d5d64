"""Numbers and dates that identify a person, found in the text of files (fine print A34, A88, A89)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.findings import Place

_TEN = re.compile(r"(?<![0-9])([0-9]{3})([ -]?)([0-9]{3})\2([0-9]{4})(?![0-9])")
_FIRST = "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_INSURANCE = re.compile(
    rf"(?<![0-9A-Za-z]){_FIRST}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[A-D](?![0-9A-Za-z])",
    re.IGNORECASE,
)
_BIRTH_WORDS = (
    *("born", "Born", "BORN", "dob", "Dob", "DOB", "d.o.b", "D.o.b", "D.O.B", "D.O.b"),
    *("ate of birth", "ATE OF BIRTH", "ate of Birth", "ate Of Birth"),
)
_BIRTH = re.compile(r"\b(?:born|dob|d\.o\.b\.?|date of birth)(?![A-Za-z])", re.IGNORECASE)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_FORMS = (
    r"[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:[0-9]{4}|[0-9]{2})",
    r"[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}",
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS},? [0-9]{{4}}",
    rf"{_MONTHS} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}",
)
_DATE = re.compile(rf"(?<![0-9])(?:{'|'.join(_FORMS)})(?![0-9])", re.IGNORECASE)
_NEAR = 40
"""How many characters lie between the word and the date at most: a few words."""

_SHAPE = {ord(digit): "9" for digit in "012345678"}
_SHAPES = ("999999", "999 999 9999", "999-999-9999", "99 99 99", "-99-99-99-")
"""Digits as they stand in such a number; a day such as 2026-11-24 has none of these shapes."""


def person_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """NHS, CHI, H&C and National Insurance numbers: what it is, where it starts and where it ends."""
    if not _may_hold_numbers(text):
        return
    for match in _TEN.finditer(text):
        digits = match[1] + match[3] + match[4]
        if _check_digit(digits):
            yield _kind(digits), match.start(), match.end()
    for match in _INSURANCE.finditer(text):
        yield "a National Insurance number", match.start(), match.end()


def _may_hold_numbers(text: str) -> bool:
    """One quick pass: whether the shape of such a number is anywhere in the text."""
    shape = text.translate(_SHAPE)
    return any(form in shape for form in _SHAPES)


def _check_digit(digits: str) -> bool:
    """The mod 11 check of a ten-digit number."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = 11 - total % 11
    return check != 10 and int(digits[9]) == check % 11


def _kind(digits: str) -> str:
    """What a valid ten-digit number may be."""
    if "32" <= digits[:2] <= "39":
        return "an H&C number (Northern Ireland), or an NHS number"
    day, month = int(digits[:2]), int(digits[2:4])
    if 1 <= day <= 31 and 1 <= month <= 12:
        return "a CHI number (Scotland), or an NHS number"
    return "an NHS number"


def may_hold_birth_dates(text: str) -> bool:
    """One quick pass over a file: whether any of the words is in it."""
    return any(word in text for word in _BIRTH_WORDS)


def birth_dates(text: str) -> list[str]:
    """Dates within a few words of `born`, `dob` or `date of birth` (fine print A89)."""
    if not may_hold_birth_dates(text):
        return []
    return [
        date[0]
        for word in _BIRTH.finditer(text)
        for date in _DATE.finditer(text, max(0, word.start() - _NEAR), min(len(text), word.end() + _NEAR))
    ]


def place_of(text: str, start: int, end: int) -> Place:
    """The line and column of an offset."""
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line = text.count("\n", 0, start) + 1
    return Place(line, start - line_start + 1, end - line_start + 1)
