"""A name as an id can hold it: plain letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n"}
)
_APOSTROPHES = re.compile("['\u2019\u2018\u02bc`\u00b4]")
_BEFORE = "mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady sister br fr"
_WITHIN = (
    "van der den de von zu la las los da das do dos du le di del della ap ab ferch al el bin ibn ben mac st ter ten"
)
_BEHIND = "jr sr ii iii iv rgn rmn rn phd md mbe obe cbe msc bsc ma ba frcp frcs frcgp mrcgp mrcp qc kc jp"
_TITLES, _PARTICLES, _AFTER = (frozenset(words.split()) for words in (_BEFORE, _WITHIN, _BEHIND))


def slug(text: str) -> str:
    """A title in lower-case letters, digits and hyphens, at most 40 characters and cut between words."""
    found = _plain(text)
    if len(found) > 40:
        found = found[:41].rpartition("-")[0] or found[:40]
    return found


def person(name: str) -> str:
    """The id of a person: the initial of the first given name, then the family name with its particles.

    Titles before and letters after a name do not count, an apostrophe goes, a name of one word is itself. A name in a
    script that has no plain letters gives `person-1`.
    """
    words = [word for word in name.replace(",", " ").split() if _plain(word)]
    while len(words) > 1 and _bare(words[0]) in _TITLES:
        words.pop(0)
    while len(words) > 1 and _bare(words[-1]) in _AFTER:
        words.pop()
    if not words:
        return "person-1"
    if len(words) == 1:
        return _plain(words[0])
    family = len(words) - 1
    while family > 1 and _bare(words[family - 1]) in _PARTICLES:
        family -= 1
    return f"{_plain(words[0])[0]}-{_plain(' '.join(words[family:]))}"


def _bare(word: str) -> str:
    return _plain(word).replace("-", "")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    ascii_only = _APOSTROPHES.sub("", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
