"""An id for a record that is new: of the pattern that the register uses, or made from its name."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property

from igreg.language.person_name import person
from igreg.language.slug import slug
from igreg.model.kinds import model_of
from igreg.model.kinds.meetings import Meeting
from igreg.model.values import RESERVED_IDS
from igreg.register.register import Register

LONGEST = 64
"""So many characters an id may have."""


class NewIds:
    """The ids that new records of a kind get, one after the other; none is given twice."""

    def __init__(self, register: Register, kind: str, today: dt.date) -> None:
        self._register, self._kind, self._today = register, kind, today
        self._taken = {id.casefold() for id in register.kind_of} | RESERVED_IDS
        self._known = [id for id, what in register.kind_of.items() if what == kind]
        self._number: dict[str, int] = {}

    def take(self, id: str) -> None:
        """Nothing else gets this id; a number in it is counted on from."""
        self._taken.add(id.casefold())
        found = _NUMBERED.fullmatch(id)
        if found is not None and found[1] in self._number:
            self._number[found[1]] = max(self._number[found[1]], int(found[2]))

    def is_free(self, id: str) -> bool:
        """Whether nothing has this id, but for case neither."""
        return id.casefold() not in self._taken

    def of(self, name: str | None, group: str | None = None, day: dt.date | None = None) -> str | None:
        """The next id: that of a person of this name, in the pattern of the kind, or made from a title.

        That of a meeting may have its day in it; then there is none before its `group` and its `day` are known.
        """
        if self._kind == "meetings":
            return self._meeting(group, day)
        if self._kind == "staff":
            return self.person(person(name)) if name else None
        pattern = self._pattern
        if pattern is not None:
            return self._counted(*pattern)
        letters = _letters(self._kind)
        if self._known or not letters:
            return self._free(slug(name)) if name and slug(name) else None
        return self._counted(f"{letters}-", 3)

    def _meeting(self, group: str | None, day: dt.date | None) -> str | None:
        """As most of the group's meetings have it, with the day; else its group and its day, where other groups' have
        theirs; else counted on (ruling X07)."""
        if not self._forms:
            return self._counted(*(self._pattern or (f"{_letters(self._kind)}-", 3)))
        if group is None or day is None:
            return None
        own = self._forms.get(group)
        form = max(own, key=own.__getitem__) if own else ""
        id = day.strftime(form) if form else ""
        if not 0 < len(id) <= LONGEST:
            return self._free(f"{group[: LONGEST - 11]}-{day}")
        return self._free(f"{id}-{day:%d}" if "%d" not in form and not self.is_free(id) else id)

    @cached_property
    def _forms(self) -> dict[str | None, Counter[str]]:
        """How the ids of each group's meetings are made, where they have their day in them."""
        out: dict[str | None, Counter[str]] = {}
        for meeting in self._register.of(Meeting):
            if (form := _form(meeting)) is not None:
                out.setdefault(meeting.group, Counter())[form] += 1
        return out

    def person(self, base: str) -> str:
        """The id of a person, with a number behind it where it is taken; nameless ones are counted."""
        return self._counted("person-", 1) if base == "person-1" else self._free(base)

    @cached_property
    def _pattern(self) -> tuple[str, int] | None:
        return _pattern(self._known, self._today)

    def _free(self, base: str) -> str:
        id = next(one for one in _numbered(base) if one.casefold() not in self._taken)
        self.take(id)
        return id

    def _counted(self, head: str, width: int) -> str:
        """One more than the highest number after a head."""
        head = head.replace("{Y}", f"{self._today.year}").replace("{y}", f"{self._today.year % 100:02}")
        if head not in self._number:
            found = (match for id in self._known if (match := _NUMBERED.fullmatch(id)) and match[1] == head)
            self._number[head] = max((int(match[2]) for match in found), default=0)
        number = self._number[head] + 1
        while (id := f"{head}{number:0{width}}").casefold() in self._taken:
            number += 1
        self._number[head] = number
        self._taken.add(id.casefold())
        return id


def id_for(
    register: Register,
    kind: str,
    today: dt.date,
    name: str | None = None,
    group: str | None = None,
    day: dt.date | None = None,
) -> str | None:
    """The id of a new record of a kind: one more in the pattern of the register; a person's comes from the name.

    Where the kind's records have ids of words, it is made from the name or title, and there is none without one. The
    year in a pattern is this year's. Ids of other kinds are not given again, but for case neither.
    """
    return NewIds(register, kind, today).of(name, group, day)


_FORMS = ("%Y-%m-%d", "%Y%m%d", "%y-%m-%d", "%y%m%d", "%Y-%m", "%Y%m", "%y-%m", "%y%m")


def _form(meeting: Meeting) -> str | None:
    """The id of a meeting with the signs of `strftime` in the place of its day; nothing where the day is not in it."""
    if meeting.id is None or meeting.date is None or "%" in meeting.id:
        return None
    for form in _FORMS:
        written = meeting.date.strftime(form)
        at = meeting.id.rfind(written)
        if at >= 0:
            return meeting.id[:at] + form + meeting.id[at + len(written) :]
    return None


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


def _numbered(id: str) -> Iterator[str]:
    yield id[:LONGEST]
    for number in range(2, 10**9):
        yield f"{id[: LONGEST - 1 - len(str(number))]}-{number}"
