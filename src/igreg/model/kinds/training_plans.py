"""Training plans: who needs which training."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Needed, Owner, Starts
from igreg.model.shared import CourseRef, Document, Party, Review, RoleOrGroup, RoleRef
from igreg.model.values import Day, Id, Length, Text


class PlannedCourse(Part):
    """A course in a plan."""

    course: Annotated[CourseRef | None, Needed()] = Field(description="The course.")
    within: Length | None = Field(None, description="How soon after starting.")


class NeedsAnalysis(Part):
    """What was found out about who needs which training, and who endorsed it."""

    document: Document | None = Field(None, description="The paper.")
    endorsed_by: RoleOrGroup | None = Field(None, description="Who endorsed it.")
    endorsed_on: Day | None = Field(None, description="The day it was endorsed.")


class Evaluation(NeedsAnalysis):
    """What was found out about whether the training works, and who endorsed it."""

    result: Text | None = Field(None, description="What came out.")


class TrainingPlan(Record):
    """Who needs which training."""

    kind: ClassVar[str] = "training-plans"
    order: ClassVar[int] = 120
    one: ClassVar[str] = "a training plan"
    many: ClassVar[str] = "training plans"
    asks: ClassVar[tuple[str, ...] | None] = ("owner", "approved_by", "approved_on", "review.every", "review.last")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    audience: Annotated[list[Party], Needed()] = Field(description="Whom it is for.")
    courses: Annotated[list[PlannedCourse], Needed()] = Field(description="What they take.")
    needs_analysis: NeedsAnalysis | None = Field(None, description="What the plan was made from.")
    evaluation: Evaluation | None = Field(None, description="Whether it worked.")
    owner: Annotated[RoleRef | None, Owner()] = Field(None, description="The role that answers for it.")
    approved_by: RoleOrGroup | None = Field(None, description="Who approved it.")
    approved_on: Annotated[Day | None, Starts()] = Field(None, description="The day of approval.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
