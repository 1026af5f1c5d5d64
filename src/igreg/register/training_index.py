"""Training records by course and person, made in one pass: there are far more of them than of anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from igreg.register.training_lines import TrainingLine


class CourseLines(NamedTuple):
    """The records of one course: each person's latest, and all that are not somebody's latest, as they stand."""

    latest: dict[str, TrainingLine]
    earlier: list[TrainingLine]


@dataclass(frozen=True)
class TrainingIndex:
    """Training records as they are looked up. Which of them count on a day, `analysis.training` says."""

    lines: Sequence[TrainingLine]

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of people that training records name."""
        return frozenset({line.staff for line in self.lines} - {None})  # type: ignore[arg-type]

    @cached_property
    def courses(self) -> frozenset[str]:
        """The ids of courses that training records name."""
        return frozenset({line.course for line in self.lines} - {None})  # type: ignore[arg-type]

    @cached_property
    def by_course(self) -> Mapping[str, CourseLines]:
        """For each course its records, in the order in which the courses are first named; broken ones are left out."""
        out: dict[str, CourseLines] = {}
        for line in self.lines:
            staff, course, completed = line[:3]
            if course is None or staff is None or completed is None:
                continue
            found = out.get(course)
            if found is None:
                found = out[course] = CourseLines({}, [])
            known = found.latest.get(staff)
            if known is None:
                found.latest[staff] = line
            elif completed >= known.completed:  # type: ignore[operator]
                found.latest[staff] = line
                found.earlier.append(known)
            else:
                found.earlier.append(line)
        return out
