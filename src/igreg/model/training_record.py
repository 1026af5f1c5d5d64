"""Training records: one line for each course that a person completed."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Needed, Record
from igreg.model.shared import CourseRef, StaffRef
from igreg.model.values import Day


class TrainingRecord(Record):
    """One person completed one course."""

    kind: ClassVar[str] = "training-records"

    staff: Annotated[StaffRef | None, Needed()] = Field(description="Who.")
    course: Annotated[CourseRef | None, Needed()] = Field(description="Which course.")
    completed: Annotated[Day | None, Needed()] = Field(description="The day of completion.")
    expires: Day | None = Field(None, description="The last day it counts, instead of the course's own validity.")
