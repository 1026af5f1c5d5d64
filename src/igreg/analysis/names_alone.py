"""First and family names that stand alone in a text: `Jenny shadows Eddie`, `Dr Rao's list` (ruling X36)."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOMEBODY = "somebody"
"""What stands in place of a name that more than one person has."""
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "dos",
        "du",
        "di",
        "del",
        "la",
        "le",
        "el",
        "al",
        "ap",
        "ab",
        "bin",
        "ibn",
        "mac",
        "mc",
        "st",
        "saint",
        "y",
        "of",
        "and",
        "the",
    ]
)
_LETTERS_BEHIND = frozenset(
    [
        "jr",
        "sr",
        "ii",
        "iii",
        "mbe",
        "obe",
        "cbe",
        "rgn",
        "rmn",
        "phd",
        "md",
        "mbbs",
        "frcp",
        "mrcp",
        "mrcgp",
        "bsc",
        "msc",
        "ba",
        "ma",
        "kc",
        "qc",
    ]
)
_LEAST = 2
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


class Alone:
    """Knows the single names of people, as they are written: with a capital, or all in capitals.

    In small letters they are left, for they would be any word of a text: will, mark, grace, may. A name of the
    organisation, a unit or a body stays, though a person is called the same: `Ash House`.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._not = _PARTICLES | _LETTERS_BEHIND | frozenset(titles)
        self._known: dict[str, str] = {}
        self._places: dict[str, list[tuple[str, ...]]] = {}

    def know(self, words: Iterable[str], instead: str) -> None:
        """Learn the words of a person's name."""
        for one in words:
            word = one.casefold()
            if len(word) >= _LEAST and word not in self._not and not any(map(str.isdigit, word)):
                self._known[word] = instead if self._known.get(word, instead) == instead else SOMEBODY

    def leave(self, words: tuple[str, ...]) -> None:
        """Learn a name that stays, since it is no person's."""
        small = tuple(one.casefold() for one in words)
        if len(words) > 1 and not self._known.keys().isdisjoint(small):
            self._places.setdefault(small[0], []).append(small)
            self._places[small[0]].sort(key=len, reverse=True)

    def place_at(self, words: list[str], number: int) -> int:
        """How many words from here on are a name that stays."""
        return next(
            (len(one) for one in self._places.get(words[number], ()) if words[number:][: len(one)] == [*one]), 0
        )

    def at(self, text: str, found: re.Match[str]) -> str | None:
        """What stands in place of a word; nothing where it is nobody's name, or is not written as one."""
        word = found[0]
        instead = self._known.get(word.casefold())
        if instead is None or not word[0].isupper() or _is_of_a_day(text, found):
            return None
        if len(word) > 1 and word.isupper():
            beside = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
            return None if any(one in "-_/" for one in beside) else instead
        return instead if word[1:].islower() or _is_in_two(word) else None


def _is_in_two(word: str) -> bool:
    """Whether a word has a second capital as names have: McDonald, DeSouza."""
    return sum(map(str.isupper, word)) == 2 and word[-1].islower()


def _is_of_a_day(text: str, found: re.Match[str]) -> bool:
    """Whether a word is the month of a day, `1 June 2026`, though somebody is called June."""
    if found[0].casefold() not in _MONTHS:
        return False
    return text[: found.start()].rstrip()[-1:].isdigit() or text[found.end() :].lstrip()[:1].isdigit()
