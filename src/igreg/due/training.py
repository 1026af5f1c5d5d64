"""Training that lapses: one item for each course and unit (fine print A97)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.tenure import Tenure
from igreg.due.item import Item
from igreg.model.kinds.course import Course
from igreg.register.register import Register


def training(register: Register, tenure: Tenure, until: dt.date) -> Iterator[Item]:
    """Courses of which somebody's latest record lapses by `until`; employed people only."""
    employed = tenure.employed
    for course_id, lines in register.training_index.by_course.items():
        course = register.get(Course, course_id)
        if course is None:
            continue
        valid_for = course.valid_for
        ends: dict[dt.date, dt.date] = {}
        units: dict[str | None, list[tuple[dt.date, str]]] = {}
        for staff, line in lines.latest.items():
            person = employed.get(staff)
            if person is None or line.completed is None:
                continue
            end = line.expires
            if end is None:
                if valid_for is None:
                    continue
                end = ends.get(line.completed)
                if end is None:
                    end = ends[line.completed] = valid_for.after(line.completed)
            if end <= until:
                units.setdefault(person.unit, []).append((end, staff))
        for unit, found in units.items():
            found.sort()
            yield Item(
                due=found[0][0],
                what="training",
                kind="courses",
                record=course.id,
                title=course.label,
                owner=None,
                detail=_detail(found, tenure.day),
                origin=course.where,
                subject=unit,
                areas=tuple(course.areas),
                units=(unit,) if unit else (),
                names=tuple(staff for _, staff in found),
            )


def _detail(found: list[tuple[dt.date, str]], today: dt.date) -> str:
    lapsed = sum(1 for end, _ in found if end < today)
    coming = len(found) - lapsed
    parts = [f"{lapsed} {_people(lapsed)} lapsed"] if lapsed else []
    if coming:
        parts.append(f"{coming} {_people(coming)} to lapse by {found[-1][0]}")
    return ", ".join(parts)


def _people(number: int) -> str:
    return "person" if number == 1 else "people"
