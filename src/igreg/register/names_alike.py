"""People of one name, told apart wherever a name is shown: by job title, else by unit, else by id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from igreg.model.kinds.staff import StaffMember


class _Alike(NamedTuple):
    """People of one name, by id, and what tells one of them apart."""

    people: Mapping[str, StaffMember]
    marks: Collection[str]
    """The job titles and names of units that one of them alone has."""


class NamesAlike:
    """What people are called who share a name. Only those names are looked into that somebody asks about."""

    def __init__(self, people: Iterable[StaffMember], units: Mapping[str, str]) -> None:
        """Of these people; `units` are the names of units by id."""
        self._units = units
        self._people: dict[str, list[StaffMember]] = defaultdict(list)
        written: dict[str, list[StaffMember]] = defaultdict(list)
        for person in people:
            if person.id and person.name:
                written[person.name].append(person)
        for name, several in written.items():
            self._people[_plain(name)] += several
        self._alike: dict[str, _Alike | None] = {}
        self._plain_words: dict[str, str] = {}
        """Job titles and names of units without regard to case and blanks: few, and the same for very many people."""

    def called(self, id: str, name: str | None) -> str | None:
        """What a person of this id and name is called who shares the name; nothing for all others."""
        if not name:
            return None
        if name not in self._alike:
            self._alike[name] = self._told_apart(self._people.get(_plain(name), []))
        alike = self._alike[name]
        one = alike.people.get(id) if alike is not None else None
        if alike is None or one is None:
            return None
        unit = self._units.get(one.unit or "")
        mark = one.job_title if one.job_title in alike.marks else unit if unit in alike.marks else one.id
        return f"{one.name} ({mark})"

    def _told_apart(self, several: list[StaffMember]) -> _Alike | None:
        """What tells the people of one name apart; nothing where there is one alone."""
        if len(several) < 2:
            return None
        jobs = [one.job_title for one in several]
        units = [self._units.get(one.unit or "") for one in several]
        plain = self._plain_words
        plain.update((word, _plain(word)) for word in {*jobs, *units} - plain.keys() if word)
        known = Counter([plain[job] for job in jobs if job])
        known.update([plain[unit] for job, unit in zip(jobs, units, strict=True) if unit and unit != job])
        alone = {word for word, count in known.items() if count == 1}
        marks = {word for word in {*jobs, *units} if word and plain[word] in alone}
        return _Alike({one.id or "": one for one in several}, marks)


def _plain(text: str) -> str:
    """A text without regard to case and blanks."""
    return " ".join(text.split()).casefold()
