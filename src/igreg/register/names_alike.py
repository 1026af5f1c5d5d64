"""People of one name, told apart wherever a name is shown: by job title, else by unit, else by id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from igreg.model.kinds.staff import StaffMember


def told_apart(people: Iterable[StaffMember], units: Mapping[str, str]) -> Mapping[str, str]:
    """What people call each of those who share a name with somebody else, by id; of all others nothing.

    A job title, or the name of a unit from `units`, is used where nobody else of that name has the same.
    """
    alike: dict[str, list[StaffMember]] = defaultdict(list)
    for person in people:
        if person.id and person.name:
            alike[_plain(person.name)].append(person)
    out: dict[str, str] = {}
    for several in alike.values():
        if len(several) > 1:
            words = [[one.job_title, units.get(one.unit or "")] for one in several]
            known = Counter(_plain(word) for both in words for word in {*both} if word)
            for one, both in zip(several, words, strict=True):
                mark = next((word for word in both if word and known[_plain(word)] == 1), one.id)
                out[one.id or ""] = f"{one.name} ({mark})"
    return out


def _plain(text: str) -> str:
    """A text without regard to case and blanks."""
    return " ".join(text.split()).casefold()
