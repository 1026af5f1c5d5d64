"""A starter's first training: one date for each course and unit, the first day by which somebody must have done it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_plans import first_training
from igreg.deadlines._by_unit import Wording, by_unit
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.courses import Course

_TOLD = Wording("late", "to do it by")


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Course]]:
    for course, awaited in first_training(as_of.audiences, until):
        people = ((day, staff) for staff, day in awaited.items())
        yield from by_unit(as_of, course, people, _TOLD, partial(as_of.owners.of_training, course))
