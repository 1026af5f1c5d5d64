"""Decisions: what was decided, by whom, and with what authority; the Caldicott Guardian's log too."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, Strict, model_validator

from igreg.model.base import Part, Record
from igreg.model.marks import Follows, Happened, Needed, Owner, Ref, Starts
from igreg.model.shared import Area, BodyRef, Party, PartyOrText, Review, RoleOrGroup
from igreg.model.sums import Sum
from igreg.model.values import Count, Day, Id, NoSuchCount, Text, empty, told

Principle = Annotated[int, Strict(), Field(ge=1, le=8)]


class Ballot(Part):
    """How a vote went."""

    entitled: Count | None = Field(None, description="How many may vote.")
    voted: Count | None = Field(None, description="How many did.")
    for_: Count | None = Field(None, alias="for", description="How many were for it.")
    against: Count | None = Field(None, description="How many were against it.")

    @model_validator(mode="after")
    def _no_more_than_there_are(self) -> Self:
        entitled, voted = self.entitled, self.voted
        if entitled is not None and voted is not None and voted > entitled:
            sentence = f"{told(voted)} voted, where {told(entitled)} were entitled to"
            raise NoSuchCount(sentence, "put right whichever of `entitled` and `voted` is wrong")
        cast = (self.for_ or 0) + (self.against or 0)
        most, could = (voted, "voted") if voted is not None else (entitled, "were entitled to vote")
        if most is not None and cast > most:
            votes = f"{told(self.for_ or 0)} for and {told(self.against or 0)} against are {told(cast)} votes"
            raise NoSuchCount(f"{votes}, where {told(most)} {could}", "put right whichever of the numbers is wrong")
        return self


class RecordedDecision(Record):
    """Something that was asked and decided."""

    kind: ClassVar[str] = "decisions"
    order: ClassVar[int] = 222
    one: ClassVar[str] = "a decision"
    many: ClassVar[str] = "decisions"
    asks: ClassVar[tuple[str, ...] | None] = ("category", "question", "areas", "decided", "outcome", "reason")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    category: Literal["caldicott", "delegated", "group", "ballot", "ethics", "other"] | None = Field(
        None, description="What sort of decision it is."
    )
    asked: Annotated[Day | None, Needed(), Happened("asked")] = Field(description="The day it was asked for.")
    asked_by: PartyOrText | None = Field(None, description="Who asked: an id or text; never a person concerned.")
    question: Text | None = Field(None, description="What was to be decided, without anybody's name.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    principles: list[Principle] = Field(
        default_factory=empty, description="The Caldicott principles that were weighed, 1 to 8."
    )
    by: Annotated[RoleOrGroup | None, Needed(), Owner("decided")] = Field(description="The role or group that decides.")
    decided: Annotated[Day | None, Starts(), Happened("decided"), Follows("asked")] = Field(
        None, description="The day it was decided."
    )
    outcome: Text | None = Field(None, description="What was decided.")
    reason: Text | None = Field(None, description="Why.")
    under: Annotated[Text, Ref(("delegations",))] | None = Field(
        None, description="The delegation by which it was decided."
    )
    value: Sum | None = Field(None, description="The sum it is about, in the currency of that delegation.")
    consulted: list[Party] = Field(default_factory=empty, description="Who was asked for a view.")
    meeting: Annotated[Text, Ref(("meetings",))] | None = Field(None, description="The meeting that decided.")
    ballot: Ballot | None = Field(None, description="How the vote went.")
    shared_with: list[BodyRef] = Field(default_factory=empty, description="Bodies that get information by it.")
    told: list[Party] = Field(default_factory=empty, description="Who was told.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
