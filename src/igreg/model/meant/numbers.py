"""What was meant by a sum of money or a number that is written in another way: £1,200, 10k, about 20, two."""

from __future__ import annotations

import re

from igreg.model.meant.form import Meant
from igreg.model.meant.spans import COUNT_OF
from igreg.pattern import pattern

_SUM = pattern(r"(?:£|GBP ?)?(\d{1,3}(?:,\d{3})+|\d{1,24})(\.\d{1,6})?(?: ?GBP)?", re.ASCII)
_SHORT_SUM = pattern(r"(?:£ ?)?(\d{1,6})(?:\.(\d{1,3}))? ?(k|m|thousand|million)", re.ASCII | re.IGNORECASE)


def sum_of_money(text: str) -> Meant | None:
    """A sum with its sign, its commas or in quotation marks; never certain, since a currency may go with it."""
    found = _SUM.fullmatch(text)
    if found is None and (short := _SHORT_SUM.fullmatch(text)) is not None:
        noughts = 3 if short[3][0].lower() in "kt" else 6
        return Meant((short[1] + (short[2] or "").ljust(noughts, "0")).lstrip("0") or "0", certain=False)
    return Meant(found[1].replace(",", "") + (found[2] or ""), certain=False) if found else None


_NUMBER = pattern(
    r"(?:about |approx(?:imately|\.)? |ca?\. ?|~ ?|circa |around )?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?"
    r"(?: ?/ ?\d{1,2}| out of \d{1,2}| [a-z]+(?: [a-z]+)?|h|hrs)?",
    re.ASCII,
)


_SHARE_OF_A_POST = pattern(r"\b(?:w\.?t\.?e|f\.?t\.?e|full[- ]time|part[- ]time|sessions?)\b")
"""How much of a post somebody fills, which says nothing of hours."""


_HOURS_AND_MINUTES = pattern(r"(\d{1,3}) ?h(?:ours?|rs?)? ?([0-5]\d)(?: ?m(?:in(?:ute)?s?)?)?", re.ASCII)


def number(text: str, *, whole: bool) -> Meant | None:
    """A number in words, with its commas, or with what it counts: `two`, `1,200`, `about 20`, `37,5`, `42 people`."""
    word = text.lower()
    if _SHARE_OF_A_POST.search(word):
        return None  # 0.5 WTE are no hours
    if not whole and (
        clock := re.fullmatch(r"(\d{1,3}) ?h(?:ours?|rs?)? ?(\d{2})(?: ?m(?:in(?:ute)?s?)?)?", word, re.ASCII)
    ):
        return Meant(f"{int(clock[1]) + int(clock[2]) / 60:.2f}".rstrip("0").rstrip("."), certain=False)
    if not whole and (odd := _in_parts(word)) is not None:
        return Meant(odd, certain=False)
    if (of := re.fullmatch(r"(\d{1,6}) of (?:the |our )?\d{1,6}", word, re.ASCII)) is not None:
        return Meant(of[1], certain=False)
    if re.fullmatch(r"[\dol]{2,6}", word, re.ASCII) and any(map(str.isdigit, word)) and not word.isdigit():
        return Meant(word.translate(_LETTERS_FOR_DIGITS), certain=False)
    if word[:1] in "<>\u2264\u2265":
        return None  # nobody can tell how many
    first, _, unit = word.partition(" ")
    if unit.isalpha() and first in COUNT_OF and first not in ("a", "an", "other", "half", "second"):
        return Meant(str(COUNT_OF[first]), certain=False)
    if word in COUNT_OF and word not in ("a", "an", "other", "half", "second"):
        return Meant(str(COUNT_OF[word]), certain=False)
    if (between := re.fullmatch(r"\d{1,6} ?(?:-|to|or) ?(\d{1,6})", word, re.ASCII)) is not None:
        return Meant(between[1], certain=False)
    found = _NUMBER.fullmatch(word) or _only_number(word)
    if found is None or (whole and found[2]):
        return None
    return Meant(found[1].replace(",", "") + (f".{found[2]}" if found[2] else ""), certain=False)


_LETTERS_FOR_DIGITS = str.maketrans("ol", "01")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", " 1/2": ".5", " 1/4": ".25", " 3/4": ".75"}
_WITH_FRACTION = pattern(r"(\d{1,3}) ?(½|¼|¾|(?<= )[13]/[24])(?: [a-z]+)*|(\d{1,3}):([0-5]\d)(?: ?[a-z]+)*", re.ASCII)


def _in_parts(text: str) -> str | None:
    """A number with a fraction, or of hours and minutes: `37½`, `37 1/2`, `37:30`."""
    found = _WITH_FRACTION.fullmatch(text)
    if found is None:
        return None
    if found[1]:
        part = _FRACTIONS.get(found[2]) or _FRACTIONS.get(f" {found[2]}")
        return found[1] + part if part else None
    return f"{int(found[3]) + int(found[4]) / 60:.2f}".rstrip("0").rstrip(".")


_DIGITS = pattern(r"(?<![\w.,/-])(\d{1,9})(?:[.,](\d{1,2}))?(?![\w%/-])", re.ASCII)


def _only_number(text: str) -> re.Match[str] | None:
    """The one number that stands among other words: `2 - unlikely`, `Category 3`, `42 (with bank)`."""
    found = list(_DIGITS.finditer(text))
    return (
        found[0]
        if len(found) == 1 and sum(map(str.isdigit, text)) == len("".join(filter(None, found[0].groups())))
        else None
    )
