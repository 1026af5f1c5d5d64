"""Meetings of groups: agenda, attendance, minutes, decisions, actions."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Happened, Needed, Owner, Ref, Starts
from igreg.model.shared import Action, Anything, Document, RoleOrStaff, Sitting
from igreg.model.values import Day, Effort, Id, Text, empty


class AgendaItem(Part):
    """One point of an agenda."""

    title: Annotated[Text | None, Needed()] = Field(description="What it is about.")
    presenter: RoleOrStaff | None = Field(None, description="Who speaks to it.")
    document: Document | None = Field(None, description="The paper.")
    records: list[Anything] = Field(default_factory=empty, description="Records it is about.")


class Meeting(Record):
    """One meeting of a group."""

    kind: ClassVar[str] = "meetings"
    order: ClassVar[int] = 60
    one: ClassVar[str] = "a meeting"
    many: ClassVar[str] = "meetings"
    letters: ClassVar[str | None] = "MTG"
    asks: ClassVar[tuple[str, ...] | None] = ("status", "present", "minutes.path")
    settled: ClassVar[frozenset[str]] = frozenset({"held", "cancelled"})

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    group: Annotated[Annotated[Text, Ref(("groups",))] | None, Needed(), Owner()] = Field(
        description="The group that meets."
    )
    date: Annotated[Day | None, Needed(), Starts(), Happened("held", status="held")] = Field(description="The day.")
    status: Literal["planned", "held", "cancelled"] = Field("planned", description="Whether it took place.")
    agenda: list[AgendaItem] = Field(default_factory=empty, description="What was on the agenda.")
    present: list[Sitting] = Field(default_factory=empty, description="Who was there.")
    apologies: list[Sitting] = Field(default_factory=empty, description="Who sent apologies.")
    minutes: Document | None = Field(None, description="The minutes.")
    approved_on: Day | None = Field(None, description="The day the minutes were agreed.")
    decisions: list[Text] = Field(default_factory=empty, description="What was decided.")
    actions: list[Action] = Field(default_factory=empty, description="What is to be done, by whom, by when.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
