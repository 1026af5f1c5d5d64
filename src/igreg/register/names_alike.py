"""People of one name, told apart wherever a name is shown: by job title, else by unit, else by id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from igreg.model.kinds.staff import StaffMember


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
        self._told: dict[str, Mapping[str, str]] = {}
        self._plain_words: dict[str, str] = {}
        """Job titles and names of units without regard to case and blanks: few, and the same for very many people."""

    def called(self, id: str, name: str | None) -> str | None:
        """What a person of this id and name is called who shares the name; nothing for all others."""
        if not name:
            return None
        if name not in self._told:
            self._told[name] = self._told_apart(self._people.get(_plain(name), []))
        return self._told[name].get(id)

    def _told_apart(self, several: list[StaffMember]) -> Mapping[str, str]:
        """The people of one name by id: with a job title or a unit's name that nobody else of them has, or their id."""
        if len(several) < 2:
            return {}
        jobs = [one.job_title for one in several]
        units = [self._units.get(one.unit or "") for one in several]
        plain = self._plain_words
        plain.update((word, _plain(word)) for word in {*jobs, *units} - plain.keys() if word)
        known = Counter([plain[job] for job in jobs if job])
        known.update([plain[unit] for job, unit in zip(jobs, units, strict=True) if unit and unit != job])
        alone = {word for word, count in known.items() if count == 1}
        marks = {word for word in {*jobs, *units} if word and plain[word] in alone}
        return {
            one.id or "": f"{one.name} ({job if job in marks else unit if unit in marks else one.id})"
            for one, job, unit in zip(several, jobs, units, strict=True)
        }


def _plain(text: str) -> str:
    """A text without regard to case and blanks."""
    return " ".join(text.split()).casefold()
