"""Rows whose parts were mostly met before, letter for letter: each such part is made out once for all records.

A large register has 200,000 training records, and in them some thousand texts such as `completed: 2026-01-31`. To look
one up takes a fraction of what it takes to look through it (decision 213).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any, TypeVar

from igreg.source.reading.rows import ABOVE, DAY, END, FIELDS, IDLE, WORD, Load, rows

MOST = 50_000
"""So many texts are remembered of each part, and none longer than is usual: one may have a book of remarks in it."""
LONG = 200

T = TypeVar("T")


class Runs(list[Any]):
    """Records of which all are three values, but those at some places."""

    def __init__(self) -> None:
        super().__init__()
        self.others: list[int] = []
        """The places, in order."""


class _Met(dict[str, T]):
    """What texts stand for, each made out when it is first met. Raises KeyError for one that is not written plainly."""

    def __init__(self, shape: re.Pattern[str], of_words: Callable[..., T | None]) -> None:
        self._shape, self._of_words = shape, of_words

    def __missing__(self, text: str) -> T:
        plain = self._shape.fullmatch(text + "\n")  # records were cut at the end of a line, so there is one again
        found = self._of_words(*plain.groups("")) if plain else None
        if found is None:
            raise KeyError(text)
        if len(text) <= LONG and len(self) < MOST:
            self[text] = found
        return found


class MetRows:
    """Takes lists of training records apart. Whoever asks says what the word of a person or a course stands for, and
    what the words of a day and an end (or an empty text) do; nothing where only a closer look can tell."""

    def __init__(self, word: Callable[[str], object | None], days: Callable[[str, str], object | None]) -> None:
        self._word, self._days = word, days
        self._met = functools.cache(self._met_in)

    def take(self, text: str, deep: int, load: Load) -> list[Any]:
        """The records of a part of a list, in order: three values (person, course, days) for each that is written
        plainly, and for any other what `rows` gives. `Runs`, unless most of them are of the other sort."""
        above = ABOVE.match(text)
        start = above.end() if above else 0
        dash = " " * deep + "- "
        if not text.startswith(dash, start):
            return load(text)
        start += len(dash)
        records = written = text[start:].split("\n" + dash)
        if "#" in text or "\n\n" in text:
            records = [_bare(one) if "#" in one else one.rstrip("\n") for one in written]
        in_braces = text.startswith("{", start)
        between = ", " if in_braces else "\n"
        people, courses, days = self._met(deep, in_braces)
        odd, last, found = len(records) // 4, len(records) - 1, Runs()
        for at, record in enumerate(records):
            try:
                person, course, rest = record.split(between, 2)
                found.append((people[person], courses[course], days[rest]))
            except (KeyError, ValueError):
                odd -= 1
                if odd < 0:
                    return rows(text, deep, load)
                start = len(found)
                found += rows(dash + written[at] + ("\n" if at < last else ""), deep, load)
                found.others += range(start, len(found))  # a dash that ends its line begins one more
        return found

    def _met_in(self, deep: int, in_braces: bool) -> tuple[_Met[object], ...]:
        """What was met of lists written in one way: how far from the margin, and whether in braces."""
        person, course, days = _shapes(deep, in_braces)
        return _Met(person, self._word), _Met(course, self._word), _Met(days, self._days)


@functools.cache
def _shapes(deep: int, in_braces: bool) -> tuple[re.Pattern[str], ...]:
    """A record as `rows` knows it, in three parts: the person, the course, and the days with all that follows."""
    staff, course, completed, expires = FIELDS
    lead = " *+" if in_braces else " " * deep + "  "
    first, end, next, last = (r"\{ *+", r"\n", ", ++", r" *+\}") if in_braces else ("", END, END + IDLE + lead, "")
    parts = (
        f"{first}{staff}: ++{WORD}{end}",
        f"{lead}{course}: ++{WORD}{end}",
        f"{lead}{completed}: ++{DAY}(?:{next}{expires}: ++{DAY})?+{last}{END}{IDLE}",
    )
    return tuple(map(re.compile, parts))


def _bare(record: str) -> str:
    """A record without its remarks and empty lines. Where that leaves a plain row, this is what the record says.

    A `#` behind a blank may also stand in a quote or a block of text, but then there is a line that is no row's.
    """
    lines = []
    for line in record.split("\n"):
        if "#" in line:
            line = line.partition(" #")[0].rstrip(" ") if line[0] != "#" else ""
        if line:
            lines.append(line)
    return "\n".join(lines)
