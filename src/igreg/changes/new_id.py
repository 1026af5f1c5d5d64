"""An id for a record that is new: of the pattern that the register uses, or made from its name."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator

from igreg.language.slug import person, slug
from igreg.model.kinds import model_of
from igreg.model.values import RESERVED_IDS
from igreg.register.register import Register

LONGEST = 64
"""So many characters an id may have."""


def id_for(register: Register, kind: str, today: dt.date, name: str | None = None) -> str | None:
    """The id of a new record of a kind: one more in the pattern of the register; a person's comes from the name.

    Where the kind's records have ids of words, it is made from the name or title, and there is none without one. The
    year in a pattern is this year's. Ids of other kinds are not given again, but for case neither.
    """
    taken = frozenset(id.casefold() for id in register.kind_of) | RESERVED_IDS
    if kind == "staff":
        return _free(person(name), taken) if name else None
    known = [id for id, what in register.kind_of.items() if what == kind]
    pattern = _pattern(known, today)
    if pattern is not None:
        return _counted(*pattern, known, today, taken)
    letters = _letters(kind)
    if known or not letters:
        return _free(slug(name), taken) if name and slug(name) else None
    return _counted(f"{letters}-", 3, known, today, taken)


def _letters(kind: str) -> str:
    """The letters that ids of a kind begin with where the register has none: its own, else those of its name."""
    own = model_of(kind).letters
    if own is not None:
        return own
    first, *more = kind.split("-")
    return "".join(word[0] for word in (first, *more)).upper() if more else first[:3].upper()


_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")
_YEAR = re.compile(r"(?<![0-9A-Za-z])(?:(20[0-9]{2})|([0-9]{2}))(?![0-9A-Za-z])")


def _pattern(known: Collection[str], today: dt.date) -> tuple[str, int] | None:
    """What most ids of a kind have before their number, and how many digits that has; `{Y}` or `{y}` is the year.

    Nothing where most have no number.
    """
    found = [match for id in known if (match := _NUMBERED.fullmatch(id))]
    if not found or 2 * len(found) < len(known):
        return None
    heads = Counter(_yearless(match[1], today) for match in found)
    head = max(heads, key=heads.__getitem__)
    widths = [len(match[2]) for match in found if _yearless(match[1], today) == head]
    return head, max(widths)


def _yearless(head: str, today: dt.date) -> str:
    """What stands before a number, with a sign in the place of a year of the last few."""

    def sign(match: re.Match[str]) -> str:
        recent = today.year - 10 <= int(match[1] or 2000 + int(match[2])) <= today.year + 1
        return ("{Y}" if match[1] else "{y}") if recent else match[0]

    return _YEAR.sub(sign, head, count=1)


def _counted(head: str, width: int, known: Collection[str], today: dt.date, taken: Collection[str]) -> str:
    """One more than the highest number after a head."""
    head = head.replace("{Y}", f"{today.year}").replace("{y}", f"{today.year % 100:02}")
    numbers = [int(match[2]) for id in known if (match := _NUMBERED.fullmatch(id)) and match[1] == head]
    number = max(numbers, default=0) + 1
    while (id := f"{head}{number:0{width}}").casefold() in taken:
        number += 1
    return id


def _free(id: str, taken: Collection[str]) -> str:
    """The id, or with the first number that makes it one that nobody has, but for case neither."""
    return next(one for one in _numbered(id) if one.casefold() not in taken)


def _numbered(id: str) -> Iterator[str]:
    yield id[:LONGEST]
    for number in range(2, 10**9):
        yield f"{id[: LONGEST - 1 - len(str(number))]}-{number}"
