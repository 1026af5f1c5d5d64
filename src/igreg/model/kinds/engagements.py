"""Engagements: how service users, carers, staff and partners take part."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Done, Happened, Involved, Needed, Owner, Ref, Starts
from igreg.model.shared import Anything, Area, PartyOrText, Review, RoleRef
from igreg.model.values import Count, Day, Id, Text, empty


class EngagementChange(Part):
    """What changed, or is to change, for what was heard."""

    what: Annotated[Text | None, Needed()] = Field(description="What changes.")
    records: list[Anything] = Field(default_factory=empty, description="The records that change for it.")
    by: Annotated[RoleRef | None, Involved("sees to a change after")] = Field(
        None, description="The role that sees to it."
    )
    due: Day | None = Field(None, description="The last day it may be done.")
    done: Annotated[Day | None, Done("done")] = Field(None, description="The day it was done.")


class Engagement(Record):
    """A survey, meeting or other way in which people took part, and what came of it."""

    kind: ClassVar[str] = "engagements"
    order: ClassVar[int] = 215
    one: ClassVar[str] = "an engagement"
    many: ClassVar[str] = "engagements"
    asks: ClassVar[tuple[str, ...] | None] = ("form", "areas", "about", "people", "heard", "changed", "owner")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    date: Annotated[Day | None, Needed(), Starts()] = Field(description="The day; it may lie ahead.")
    with_: Annotated[list[PartyOrText] | None, Needed()] = Field(
        alias="with", description="Who took part: ids, audiences such as service-users, or text."
    )
    form: (
        Literal["survey", "meeting", "co-design", "focus-group", "complaint-theme", "membership", "vote", "other"]
        | None
    ) = Field(None, description="How they took part.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    about: list[Anything] = Field(default_factory=empty, description="The records it is about.")
    people: Count | None = Field(None, description="How many took part.")
    heard: list[Text] = Field(default_factory=empty, description="What was said, without anybody's name.")
    changed: list[EngagementChange] = Field(default_factory=empty, description="What changed, or is to change, for it.")
    told_back: Annotated[Day | None, Happened("told back")] = Field(
        None, description="The day on which those who took part were told what came of it."
    )
    told_back_by: Annotated[Text, Ref(("communications",))] | None = Field(
        None, description="The communication that told them."
    )
    owner: Annotated[RoleRef | None, Owner()] = Field(None, description="The role that answers for it.")
    accessible: list[Text] = Field(
        default_factory=empty, description="What made it possible to take part: interpreter, easy read, step-free."
    )
    review: Review | None = Field(None, description="When someone looks at the record again.")

    @property
    def is_told_back(self) -> bool:
        """Whether those who took part were told what came of it, on a day or by a communication (ruling B72)."""
        return self.told_back is not None or self.told_back_by is not None
