"""Training that lapses: one date for each course and unit, the day of the first lapse (ruling A97)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_plans import required_of
from igreg.deadlines._by_unit import Wording, by_unit
from igreg.deadlines._deadline import Deadline, dates
from igreg.model.kinds.courses import Course

_TOLD = Wording("lapsed", "to lapse by")


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[Deadline[Course]]:
    employed, required = as_of.tenure.employed, required_of(as_of.tenure)
    counted_in = as_of.tenure.counted
    for course_id, trained in as_of.training.by_course.items():
        course = as_of.register.get(Course, course_id)
        if course is None:
            continue
        asked = required.get(course_id, ())
        # Who counts in no share is asked for no training, but for what a role that they hold requires.
        people = (
            (end, staff)
            for end, staff in trained.lapses(until)
            if staff in counted_in or (staff in asked and staff in employed)
        )
        yield from by_unit(as_of, course, people, _TOLD, partial(as_of.owners.of_training, course))
