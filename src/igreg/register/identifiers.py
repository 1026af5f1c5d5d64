"""Numbers and dates that identify a person, found in the text of files (fine print A34, A88, A89)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from string import ascii_letters
from typing import NamedTuple

from igreg.findings import Place

_TEN = re.compile(r"(?<![0-9])(?:[0-9]{10}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{4})(?![0-9])")
_FIRST = "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_INSURANCE = re.compile(
    rf"(?<![0-9A-Za-z]){_FIRST}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[0-9]{{2}}[ -]?[A-D](?![0-9A-Za-z])",
    re.IGNORECASE,
)
_BIRTH_WORDS = (b"born", b"dob", b"d.o.b", b"irth")
_BIRTH = re.compile(r"\b(?:born|dob|d\.o\.b\.?|date[\s_-]+of[\s_-]+birth)(?![A-Za-z])", re.IGNORECASE)
_ORDINALS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|(?:ten|eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th|twelfth|twentieth|thirtieth"
)
_DAY = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|\b(?:{_ORDINALS}))"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:[0-9]{4}|'?[0-9]{2}|nineteen[ -][a-z]+|two thousand)"
_FORMS = (
    r"[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:[0-9]{4}|[0-9]{2})",
    r"[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}",
    rf"{_DAY}(?: of)?[ ./-]{_MONTH}[ ,./-]+{_YEAR}",
    rf"{_MONTH} (?:the )?{_DAY},? {_YEAR}",
    r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}",
)
_DATE = re.compile(rf"(?<![0-9])(?:{'|'.join(_FORMS)})(?![0-9])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w'’]*[^\W_])?")
_NEAR = 6
"""How many words stand between the word and the date at most: a few."""
_REACH = 120
"""How many characters such words take at most."""

_SHAPE = bytes.maketrans(b"012345678" + ascii_letters.encode(), b"9" * 9 + b"A" * len(ascii_letters))
_SHAPES = (b"9999999999", b"AA999999A")
"""Letters and digits as they stand in such numbers without spaces and hyphens; no day is among them, nor most ids."""


class Hit(NamedTuple):
    """A number that identifies a person: what it is, where it starts and where it ends in the text."""

    what: str
    start: int
    end: int


class Seen(NamedTuple):
    """Such a number as it may be shown: what it is, its first two characters, and where it stands."""

    what: str
    shown: str
    place: Place


def seen(text: str) -> Iterator[Seen]:
    """The numbers of a whole file, with their lines; the text is gone through once, however many there are."""
    line, counted = 1, 0
    for what, start, end in sorted(person_numbers(text), key=lambda hit: hit.start):
        line += text.count("\n", counted, start)
        counted = start
        begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        yield Seen(what, masked(text[start:end]), Place(line, start - begin + 1, end - begin + 1))


def person_numbers(text: str) -> Iterator[Hit]:
    """NHS, CHI, H&C and National Insurance numbers."""
    if not may_hold_numbers(text):
        return
    for match in _TEN.finditer(text):
        digits = match[0].replace(" ", "").replace("-", "")
        if _check_digit(digits):
            yield Hit(_kind(digits), match.start(), match.end())
    for match in _INSURANCE.finditer(text):
        yield Hit("a National Insurance number", match.start(), match.end())


def masked(text: str) -> str:
    """A text with all but the first two characters of such numbers taken out."""
    for hit in sorted(person_numbers(text), key=lambda hit: hit.start, reverse=True):
        text = f"{text[: hit.start + 2]}{'.' * 6}{text[hit.end :]}"
    return text


def suspected(texts: Mapping[str, str], may_hold: Callable[[str], bool], together: int = 200_000) -> Iterator[str]:
    """The files that may hold something; small ones are looked at many together first.

    What seems to stand where two files meet is in neither, and is ruled out by the look at each.
    """
    batch: list[str] = []
    size = 0
    for file, text in texts.items():
        batch.append(file)
        size += len(text)
        if size > together:
            yield from _among(batch, texts, may_hold)
            batch, size = [], 0
    yield from _among(batch, texts, may_hold)


def _among(batch: list[str], texts: Mapping[str, str], may_hold: Callable[[str], bool]) -> Iterator[str]:
    if len(batch) == 1 or may_hold("\n".join([texts[file] for file in batch])):
        yield from (file for file in batch if may_hold(texts[file]))


def may_hold_numbers(text: str) -> bool:
    """One quick pass: whether the shape of such a number is anywhere in the text."""
    shape = text.encode("utf-8", "replace").translate(_SHAPE, b" -")
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
    data = text.encode("utf-8", "replace").lower()
    return any(word in data for word in _BIRTH_WORDS)


def birth_dates(text: str) -> list[str]:
    """Dates within a few words of `born`, `dob` or `date of birth` (fine print A89)."""
    if not may_hold_birth_dates(text):
        return []
    return [
        date[0]
        for word in _BIRTH.finditer(text)
        for date in _DATE.finditer(text, max(0, word.start() - _REACH), min(len(text), word.end() + _REACH))
        if _near(text, word.span(), date.span())
    ]


def _near(text: str, word: tuple[int, int], date: tuple[int, int]) -> bool:
    """Whether only a few words stand between the two."""
    (_, begin), (end, _) = sorted((word, date))
    return len(_WORD.findall(text, begin, max(begin, end))) <= _NEAR
