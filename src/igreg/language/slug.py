"""A name as an id can hold it: plain letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

from igreg.pattern import pattern

_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n"}
)
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "-"))
_APOSTROPHES = pattern("['\u2019\u2018\u02bc`\u00b4]")


def slug(text: str) -> str:
    """A title in lower-case letters, digits and hyphens, at most 40 characters and cut between words."""
    found = plain_letters(text)
    if len(found) > 40:
        found = found[:41].rpartition("-")[0] or found[:40]
    return found


def plain_letters(text: str) -> str:
    """A text in lower-case letters, digits and hyphens; empty where its script has no plain letters."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED).translate(_HYPHENS))
    ascii_only = _APOSTROPHES.sub("", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
