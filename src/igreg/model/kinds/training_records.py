"""Training records: one line for each course that a person completed."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Happened, Needed, Starts
from igreg.model.shared import CourseRef, StaffRef
from igreg.model.values import Day


def training_name(staff: str | None, course: str | None, completed: dt.date | None) -> str | None:
    """The name a training record goes by, since it has no id: staff/course/completed; nothing without all three."""
    return f"{staff}/{course}/{completed}" if staff and course and completed else None


class TrainingRecord(Record):
    """One person completed one course."""

    kind: ClassVar[str] = "training-records"
    order: ClassVar[int] = 130
    one: ClassVar[str] = "a training record"
    many: ClassVar[str] = "training records"
    asks: ClassVar[tuple[str, ...] | None] = ("expires",)

    staff: Annotated[StaffRef | None, Needed()] = Field(description="Who.")
    course: Annotated[CourseRef | None, Needed()] = Field(description="Which course.")
    completed: Annotated[Day | None, Needed(), Starts(), Happened("completed")] = Field(
        description="The day of completion."
    )
    expires: Annotated[Day | None, Ends(due=False)] = Field(
        None, description="The last day it counts, instead of the course's own validity."
    )

    @property
    def identity(self) -> str | None:
        """The name it goes by, since it has no id."""
        return training_name(self.staff, self.course, self.completed)
