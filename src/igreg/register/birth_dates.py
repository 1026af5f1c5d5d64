"""Days of birth, found in a text: dates within a few words of `born`, `dob` or `date of birth` (ruling A89)."""

from __future__ import annotations

import re

from igreg.pattern import pattern

_BIRTH_WORDS = (b"born", b"dob", b"irth")
_LOWER = bytes(range(256)).lower()
_BIRTH = pattern(r"\b(?:born|dob|d\.o\.b\.?|date[\s_-]+of[\s_-]+birth)(?![A-Za-z])", re.IGNORECASE)
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
_DATE = pattern(rf"(?<![0-9])(?:{'|'.join(_FORMS)})(?![0-9])", re.IGNORECASE)
_WORD = pattern(r"[^\W_](?:[\w'’]*[^\W_])?")
_NEAR = 6
"""How many words stand between the word and the date at most: a few."""
_REACH = 120
"""How many characters such words take at most."""


def may_hold_birth_dates(text: str) -> bool:
    """One quick pass over a file: whether any of the words is in it."""
    data = text.encode("utf-8", "replace").translate(_LOWER, b".")
    return any(word in data for word in _BIRTH_WORDS)


def birth_dates(text: str) -> list[str]:
    """Dates within a few words of `born`, `dob` or `date of birth` (ruling A89)."""
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
