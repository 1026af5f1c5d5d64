"""People taken out of what leaves: everybody in staff becomes their role's title (ruling E50)."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeVar

from igreg.analysis.as_of import AsOf
from igreg.analysis.people_in_texts import People
from igreg.model.kinds.staff import StaffMember

SOMEBODY = "a member of staff"
"""Who somebody is that holds no role today."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HONORIFIC = re.compile(r"(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|sister)\.?\s+", re.IGNORECASE)
_PRIVATE = frozenset({"name", "email"})
T = TypeVar("T")


class Unnamed:
    """Puts the title of a role in place of each person of the register, in any text or value."""

    def __init__(self, as_of: AsOf) -> None:
        self.instead: dict[str, str] = {}
        """What stands in place of each name or id, in lower case."""
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        people = as_of.register.of(StaffMember)
        self._people = People(as_of.register)
        """Knows a first or family name alone, and how else people write a name."""
        titles = _titles(as_of, self._people)
        for person in people:
            title = titles.get(person.id or "", SOMEBODY)
            for word in (person.id, person.name, _HONORIFIC.sub("", person.name or ""), person.email):
                self._know(word, title)
        for words in self._by_first.values():
            words.sort(key=len, reverse=True)

    def _know(self, word: str | None, title: str) -> None:
        key = " ".join((word or "").split()).casefold()
        first = _WORD.search(key)
        if first is None or key in self.instead:
            return
        self.instead[key] = title
        self._by_first[first[0]].append(key)

    def text(self, text: str) -> str:
        """A text without the names, ids and addresses of people of the register, in whatever case they stand."""
        out, at = [], 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < at:
                continue
            for key in self._by_first.get(word[0].casefold(), ()):
                begin = start - _WORD.search(key).start()  # type: ignore[union-attr]
                end = _ends(text, begin, key) if begin >= at else None
                if end is not None:
                    out += [text[at:begin], self.instead[key]]
                    at = end
                    break
        return self._people.text("".join([*out, text[at:]]))

    def value(self, value: T) -> T:
        """A value without people, however deep: texts, lists, mappings and frozen values."""
        return self._value(value)  # type: ignore[no-any-return]

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self.text(key) if isinstance(key, str) else key: self._value(one) for key, one in value.items()}
        if isinstance(value, list | tuple | frozenset):
            return type(value)(self._value(one) for one in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changed = {one.name: self._value(getattr(value, one.name)) for one in dataclasses.fields(value)}
            return dataclasses.replace(value, **changed)
        return value

    def record(self, kind: str, value: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a record without people; of somebody in staff, no name and no address."""
        kept = {key: one for key, one in value.items() if kind != "staff" or key not in _PRIVATE}
        return dict(self._value(kept))


def _titles(as_of: AsOf, people_in: People) -> Mapping[str, str]:
    """The title of the first role that each person holds today, deputies last; a title may itself name somebody."""
    out: dict[str, str] = {}
    text = people_in.text
    tenure = as_of.tenure
    for roles in (True, False):
        for role in as_of.register.kinds.get("roles", ()):
            people = tenure.holders(role) if roles else tenure.deputies(role)  # type: ignore[arg-type]
            for one in people:
                if one.holder.staff:
                    out.setdefault(one.holder.staff, text(role.called))
    return out


def _ends(text: str, begin: int, key: str) -> int | None:
    """Where a name ends that begins at a place of a text, blanks and case aside; None where another word stands."""
    at = begin
    for char in key:
        if char == " ":
            blanks = at
            while at < len(text) and text[at].isspace():
                at += 1
            if at == blanks:
                return None
            continue
        if at >= len(text) or text[at].casefold() != char:
            return None
        at += 1
    after = text[at : at + 1]
    before = text[begin - 1 : begin] if begin else ""
    return None if after.isalnum() or before.isalnum() else at
