"""Incidents: breaches and near misses. Never anything that identifies a patient or a person affected."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Done, Happened, Needed, Owner, Ref, Starts
from igreg.model.shared import Action, Anything, Area, AssetRef, Party, PolicyRef, RoleOrStaff, RoleRef, UnitRef
from igreg.model.values import Count, Day, Flag, Id, Moment, OneToFive, Text, empty


class Decision(Part):
    """The decision whether to report."""

    report: Annotated[Flag | None, Needed()] = Field(description="True to report.")
    by: Annotated[RoleRef | None, Needed()] = Field(description="The role that decided.")
    at: Annotated[Moment | None, Needed(), Happened("decided")] = Field(description="When.")
    reason: Annotated[Text | None, Needed()] = Field(description="Why.")


class Notification(Part):
    """Somebody was told of the breach."""

    to: Annotated[Party | None, Needed()] = Field(description="Who was told.")
    at: Annotated[Moment | None, Needed(), Happened("notified")] = Field(description="When.")
    reference: Text | None = Field(None, description="Their reference.")
    late_reason: Text | None = Field(None, description="Why it was late, if it was.")


class Lesson(Part):
    """What was learnt."""

    lesson: Annotated[Text | None, Needed()] = Field(description="The lesson.")
    shared_by: list[Annotated[Text, Ref(("communications",))]] = Field(
        [], description="The communications that passed it on."
    )
    changed: list[Anything] = Field(default_factory=empty, description="The records that changed for it.")


class Incident(Record):
    """A breach or a near miss."""

    kind: ClassVar[str] = "incidents"
    order: ClassVar[int] = 150
    one: ClassVar[str] = "an incident"
    many: ClassVar[str] = "incidents"
    settled: ClassVar[frozenset[str]] = frozenset({"closed"})
    void: ClassVar[frozenset[str]] = frozenset({"withdrawn"})

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    aware: Annotated[Moment | None, Needed(), Starts(), Happened("aware")] = Field(
        description="When the organisation knew; the 72 hours begin here (UK GDPR 33)."
    )
    occurred: Moment | None = Field(None, description="When it happened.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    unit: UnitRef | None = Field(None, description="Where.")
    effects: list[Literal["confidentiality", "integrity", "availability"]] = Field(
        default_factory=empty, description="What was lost."
    )
    breach_type: Text | None = Field(None, description="What kind of breach.")
    summary: Text | None = Field(None, description="What happened, without anybody's name.")
    near_miss: Flag = Field(False, description="True if nothing was lost in the end.")
    likelihood: OneToFive | None = Field(None, description="Likelihood of harm, 1 to 5.")
    impact: OneToFive | None = Field(None, description="Harm, 1 to 5.")
    vulnerable_group: Flag | None = Field(None, description="True if it touches a vulnerable group.")
    people_affected: Count | None = Field(None, description="How many people.")
    status: Literal["open", "investigating", "closed", "withdrawn"] = Field("open", description="Where it stands.")
    lead: Annotated[RoleOrStaff | None, Owner("investigates")] = Field(None, description="Who investigates.")
    involved: list[RoleOrStaff] = Field(default_factory=empty, description="Who was involved.")
    reported_by: Party | None = Field(None, description="Who reported it.")
    policies_breached: list[PolicyRef] = Field(default_factory=empty, description="Policies that were not kept.")
    assets: list[AssetRef] = Field(default_factory=empty, description="Assets concerned.")
    decision: Decision | None = Field(None, description="Whether to report, by whom, when and why.")
    notifications: list[Notification] = Field(default_factory=empty, description="Who was told, and when.")
    root_cause: Text | None = Field(None, description="Why it happened.")
    lessons: list[Lesson] = Field(default_factory=empty, description="What was learnt.")
    actions: list[Action] = Field(default_factory=empty, description="What is to be done, by whom, by when.")
    repeat_of: Annotated[Text, Ref(("incidents",))] | None = Field(None, description="The incident that it repeats.")
    target: Day | None = Field(None, description="The day it should be closed by.")
    closed: Annotated[Day | None, Done("closed")] = Field(None, description="The day it was closed.")
