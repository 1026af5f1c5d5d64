"""Numbers that identify a person, patients' numbers before all, found in the text of files (rulings A34, A88)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from string import ascii_letters
from typing import NamedTuple

from igreg.findings import Place
from igreg.pattern import pattern

_TEN = pattern(r"(?<![0-9])(?:[0-9]{10}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{4})(?![0-9])")
_FIRST = "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_INSURANCE = pattern(
    rf"(?<![0-9A-Za-z]){_FIRST}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[A-D](?![0-9A-Za-z])",
    re.IGNORECASE,
)
_SHAPE = bytes.maketrans(b"012345678" + ascii_letters.encode(), b"9" * 9 + b"A" * len(ascii_letters))
_SHAPES = (b"9999999999", b"AA999999A")
"""Letters and digits as they stand in such numbers without spaces and hyphens; no day is among them, nor most ids."""

MOST_NUMBERS = 5_000
"""So many numbers of one file are told; where there are more, that is told once, and no later line is shown."""


class Stretch(NamedTuple):
    """A number that identifies a person: what it is, where it starts and where it ends in the text."""

    what: str
    start: int
    end: int


class PrivateNumber(NamedTuple):
    """Such a number as it may be shown: what it is, its first two characters, and where it stands."""

    what: str
    shown: str
    place: Place


def private_numbers(text: str, most: int = MOST_NUMBERS + 1) -> Iterator[PrivateNumber]:
    """The first numbers of a whole file, with their lines; the text is gone through once, however many there are."""
    line, counted, begin = 1, 0, 0
    for what, start, end in _stretches(text, most):
        line += text.count("\n", counted, start)
        begin = max(text.rfind("\n", counted, start) + 1, text.rfind("\r", counted, start) + 1, begin)
        counted = start
        yield PrivateNumber(what, masked(text[start:end]), Place(line, start - begin + 1, end - begin + 1))


def _stretches(text: str, most: int | None = None) -> list[Stretch]:
    """NHS, CHI, H&C and National Insurance numbers in the order of the text: all of them, or the first so many."""
    if not may_hold_numbers(text):
        return []
    tens = list(islice(_of_ten_digits(text), most))
    until = tens[-1].end if len(tens) == most else len(text)  # the last that counts, so what follows does not matter
    others = islice(_of_insurance(text, until), most)
    return sorted((*tens, *others), key=lambda found: found.start)[:most]


def _of_ten_digits(text: str) -> Iterator[Stretch]:
    for match in _TEN.finditer(text):
        digits = match[0].replace(" ", "").replace("-", "")
        if _check_digit(digits):
            yield Stretch(_kind(digits), match.start(), match.end())


def _of_insurance(text: str, until: int) -> Iterator[Stretch]:
    for match in _INSURANCE.finditer(text, 0, until):
        yield Stretch("a National Insurance number", match.start(), match.end())


def masked(text: str) -> str:
    """A text with all but the first two characters of such numbers taken out."""
    out: list[str] = []
    end = 0
    for found in _stretches(text):
        out += (text[end : found.start + 2], "." * 6)
        end = max(end, found.end)
    return "".join((*out, text[end:]))


def without_numbers(text: str, instead: str) -> str:
    """A text with other words in the place of each such number."""
    out: list[str] = []
    end = 0
    for found in _stretches(text):
        if found.start >= end:
            out += (text[end : found.start], instead)
        end = max(end, found.end)
    return "".join((*out, text[end:]))


def may_hold_numbers(text: str) -> bool:
    """One quick pass: whether the shape of such a number is anywhere in the text."""
    shape = text.encode("utf-8", "replace").translate(_SHAPE, b" -")
    return any(form in shape for form in _SHAPES)


def _check_digit(digits: str) -> bool:
    """The mod 11 check of a ten-digit number."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return int(digits[9]) == (11 - total % 11) % 11  # ten is no digit, so no number has it


def _kind(digits: str) -> str:
    """What a valid ten-digit number may be."""
    if "32" <= digits[:2] <= "39":
        return "an H&C number (Northern Ireland), or an NHS number"
    day, month = int(digits[:2]), int(digits[2:4])
    if 1 <= day <= 31 and 1 <= month <= 12:
        return "a CHI number (Scotland), or an NHS number"
    return "an NHS number"
