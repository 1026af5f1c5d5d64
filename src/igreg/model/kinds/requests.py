"""Requests of people about their data, for information, and complaints. Never anything that says who asked."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Done, Follows, Happened, Needed, Owner, Starts
from igreg.model.shared import Action, RoleOrStaff, UnitRef
from igreg.model.values import Day, Id, OneOrTwo, Text, empty


class Clarification(Part):
    """We asked back what is wanted; what that does to the clock depends on the category."""

    asked: Annotated[Day | None, Needed(), Starts(), Happened("asked"), Follows("received")] = Field(
        description="The day we asked."
    )
    answered: Annotated[Day | None, Done("answered")] = Field(None, description="The day the answer came.")


class Extension(Part):
    """More time was taken."""

    months: Annotated[OneOrTwo | None, Needed()] = Field(
        description="How many months more, 1 or 2; for information either stands for 40 working days."
    )
    told: Annotated[Day | None, Needed(), Follows("received")] = Field(
        description="The day on which whoever asked was told."
    )
    reason: Annotated[Text | None, Needed()] = Field(description="Why.")


class InternalReview(Part):
    """Whoever asked wanted the answer to be looked at again."""

    asked: Annotated[Day | None, Needed(), Starts(), Happened("asked")] = Field(description="The day it was asked for.")
    answered: Annotated[Day | None, Done("answered")] = Field(None, description="The day it was answered.")
    outcome: Text | None = Field(None, description="What came of it.")


class Request(Record):
    """A request with a limit in law: about somebody's own data, for information, or a complaint."""

    kind: ClassVar[str] = "requests"
    order: ClassVar[int] = 157
    one: ClassVar[str] = "a request"
    many: ClassVar[str] = "requests"
    asks: ClassVar[tuple[str, ...] | None] = ("channel", "unit", "handler", "identity_confirmed")
    status_field: ClassVar[str] = "outcome"
    void: ClassVar[frozenset[str]] = frozenset({"withdrawn"})

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What it is about; never who asked.")
    category: Annotated[
        Literal[
            "subject-access",
            "rectification",
            "erasure",
            "restriction",
            "objection",
            "portability",
            "health-records-of-the-dead",
            "freedom-of-information",
            "environmental",
            "complaint",
        ]
        | None,
        Needed(),
    ] = Field(description="What is asked; the limit depends on it.")
    received: Annotated[Day | None, Needed(), Starts(), Happened("received")] = Field(description="The day it came.")
    channel: Text | None = Field(None, description="How it came, such as e-mail, letter, in person.")
    unit: UnitRef | None = Field(None, description="The unit that it is about.")
    handler: Annotated[RoleOrStaff | None, Owner("handles")] = Field(
        None, description="The role or person who sees to the answer."
    )
    clarification: list[Clarification] = Field(
        default_factory=empty, description="When we asked what is wanted, and when that was answered."
    )
    acknowledged: Annotated[Day | None, Happened("acknowledged")] = Field(
        None, description="The day its receipt was confirmed."
    )
    identity_confirmed: Day | None = Field(
        None, description="The day we knew who asks: the clock of a right over one's own data begins there if later."
    )
    extended: Extension | None = Field(None, description="That more time was taken, and when that was told.")
    responded: Annotated[Day | None, Done("answered")] = Field(None, description="The day it was answered.")
    outcome: Literal["disclosed", "part-disclosed", "refused", "not-held", "withdrawn"] | None = Field(
        None, description="What came of it; `withdrawn` closes it."
    )
    exemptions: list[Text] = Field(default_factory=empty, description="The exemptions relied on.")
    internal_review: InternalReview | None = Field(None, description="That the answer was looked at again.")
    late_reason: Text | None = Field(None, description="Why the answer was late, if it was.")
    actions: list[Action] = Field(default_factory=empty, description="What is to be done, by whom, by when.")

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer: an outcome alone is none, but what was withdrawn is closed (ruling B09)."""
        return self.responded is None and self.outcome != "withdrawn"
