"""A starter's first training: one date for each course and unit, the first day by which somebody must have done it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_plans import first_training
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import counted
from igreg.model.kinds.courses import Course


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Course]]:
    for course, awaited in first_training(as_of.audiences, until):
        units: dict[str | None, list[tuple[dt.date, str]]] = {}
        for staff, day in sorted(awaited.items()):
            units.setdefault(as_of.tenure.unit_of(as_of.tenure.employed[staff]), []).append((day, staff))
        for unit, found in units.items():
            found.sort()
            names = tuple(staff for _, staff in found)
            yield Deadline(
                course,
                found[0][0],
                _awaited(found, as_of.today),
                subject=unit,
                owner=as_of.owners.of_training(course, set(names)),
                units=(unit,) if unit else (),
                names=names,
            )


def _awaited(found: Sequence[tuple[dt.date, str]], today: dt.date) -> str:
    """How many are late and how many have time left, in words; `found` is in order of days."""
    late = sum(1 for day, _ in found if day < today)
    coming = len(found) - late
    parts = [f"{counted(late, 'person', 'people')} late"] if late else []
    if coming:
        parts.append(f"{counted(coming, 'person', 'people')} to do it by {found[-1][0]}")
    return ", ".join(parts)
