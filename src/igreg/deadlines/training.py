"""Training that lapses: one date for each course and unit, the day of the first lapse (ruling A97)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_plans import required_of
from igreg.deadlines._deadline import Deadline, dates
from igreg.deadlines._lapses import lapses
from igreg.model.kinds.courses import Course


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Course]]:
    employed, required = as_of.tenure.employed, required_of(as_of.tenure)
    counted_in = as_of.tenure.counted
    unit_of = {staff: as_of.tenure.unit_of(person) for staff, person in employed.items()}
    for course_id, trained in as_of.training.by_course.items():
        course = as_of.register.get(Course, course_id)
        if course is None:
            continue
        asked = required.get(course_id, ())
        units: dict[str | None, list[tuple[dt.date, str]]] = {}
        for end, staff in trained.lapses(until):
            # Who counts in no share is asked for no training, but for what a role that they hold requires.
            if staff in counted_in or (staff in asked and staff in employed):
                units.setdefault(unit_of[staff], []).append((end, staff))
        for unit, found in units.items():
            found.sort()
            yield Deadline(
                course,
                found[0][0],
                lapses(found, as_of.today),
                subject=unit,
                owner=as_of.owners.of_training(course, {staff for _, staff in found}),
                units=(unit,) if unit else (),
                names=tuple(staff for _, staff in found),
            )
