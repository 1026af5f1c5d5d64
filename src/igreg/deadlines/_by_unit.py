"""What is due of many people at once: one date for each unit, that of the first of its people (ruling A97)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import Deadline
from igreg.language.english import counted
from igreg.model.base import Record

R = TypeVar("R", bound=Record)


class Wording(NamedTuple):
    """How it is said of people whose day is past, and of those whose day is to come: `lapsed`, `to lapse by`."""

    past: str
    ahead: str


def by_unit(
    as_of: AsOf,
    record: R,
    people: Iterable[tuple[dt.date, str]],
    told: Wording,
    owner: Callable[[set[str]], str | None] | None = None,
) -> Iterator[Deadline[R]]:
    """One date for each unit of some people, who are employed, each with their own last day.

    Without an `owner`, who is asked with the people of a unit, it is the record's.
    """
    units: dict[str | None, list[tuple[dt.date, str]]] = {}
    for day, staff in people:
        units.setdefault(as_of.tenure.unit_of(as_of.tenure.employed[staff]), []).append((day, staff))
    for unit, found in units.items():
        found.sort()
        names = tuple(staff for _, staff in found)
        yield Deadline(
            record,
            found[0][0],
            _why(found, as_of.today, told),
            subject=unit,
            owner=owner(set(names)) if owner is not None else None,
            units=(unit,) if unit else (),
            names=names,
        )


def _why(found: Sequence[tuple[dt.date, str]], today: dt.date, told: Wording) -> str:
    """How many are late and how many have time left: `2 people lapsed, 1 person to lapse by 2026-12-01`."""
    late = sum(1 for day, _ in found if day < today)
    coming = len(found) - late
    parts = [f"{counted(late, 'person', 'people')} {told.past}"] if late else []
    if coming:
        parts.append(f"{counted(coming, 'person', 'people')} {told.ahead} {found[-1][0]}")
    return ", ".join(parts)
