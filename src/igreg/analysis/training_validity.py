"""Until when training counts: a record's own end, else the course's validity from the day of completion."""

from __future__ import annotations

import datetime as dt

from igreg.model.kinds.course import Course
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine


def valid_until(register: Register, line: TrainingLine | None) -> dt.date | None:
    """The last day on which a training record counts; nothing when it never lapses (fine print A03)."""
    if line is None or line.completed is None:
        return None
    if line.expires is not None:
        return line.expires
    course = register.get(Course, line.course)
    return course.valid_for.after(line.completed) if course is not None and course.valid_for is not None else None


def valid_record(register: Register, staff: str, course: str, day: dt.date) -> TrainingLine | None:
    """The latest of a person's records of a course that counts on a day; an earlier one may outlast a later one."""
    latest = register.training_by_course.get(course, {}).get(staff)
    if latest is None or valid_on(register, latest, day):
        return latest
    others = [line for line in register.earlier_training.get((staff, course), ()) if valid_on(register, line, day)]
    return max(others, key=lambda line: line.completed or day, default=None)


def valid_on(register: Register, line: TrainingLine | None, day: dt.date) -> bool:
    """Whether a training record counts on a day."""
    if line is None or line.completed is None or line.completed > day:
        return False
    end = valid_until(register, line)
    return end is None or end >= day
