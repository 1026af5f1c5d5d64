"""Incidents: breaches and near misses. Never anything that identifies a patient or a person affected."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Done, Happened, Needed, Owner, Ref, Starts
from igreg.model.shared import (
    Action,
    Anything,
    Area,
    AssetRef,
    BodyRef,
    Party,
    PolicyRef,
    RoleOrStaff,
    RoleRef,
    RoleStaffOrBody,
    UnitRef,
)
from igreg.model.values import Count, Day, DayOrMoment, Flag, Id, Moment, OneToFive, Text, empty


class Decision(Part):
    """The decision whether to report."""

    report: Annotated[Flag | None, Needed()] = Field(description="True to report.")
    by: Annotated[RoleRef | None, Needed()] = Field(description="The role that decided.")
    at: Annotated[Moment | None, Needed(), Happened("decided")] = Field(description="When.")
    reason: Annotated[Text | None, Needed()] = Field(description="Why.")


class FurtherDecision(Decision):
    """The decision whether to tell somebody else than the regulator of data protection."""

    to: Annotated[Party | None, Needed()] = Field(description="Whom it is about.")


class Entry(Part):
    """One line of what happened, as it was written down at the time."""

    at: Annotated[Moment | None, Needed()] = Field(description="When.")
    what: Annotated[Text | None, Needed()] = Field(description="What happened, was done or was said.")
    by: RoleOrStaff | None = Field(None, description="The role or person who did or said it.")


class Containment(Part):
    """How it was stopped from doing more harm."""

    at: Annotated[Moment | None, Happened("contained")] = Field(None, description="When.")
    how: Annotated[Text | None, Needed()] = Field(description="How: called back, shut off, returned unopened.")


class AtProcessor(Part):
    """A processor in whose hands it happened (UK GDPR, Article 33(2))."""

    body: Annotated[BodyRef | None, Needed()] = Field(description="The processor.")
    aware: Moment | None = Field(None, description="When the processor knew.")
    told_us: Moment | None = Field(None, description="When the processor told us.")


class HighRisk(Part):
    """Whether the risk to those concerned is high (UK GDPR, Article 34)."""

    answer: Annotated[Flag | None, Needed()] = Field(description="True if it is high; it overrules the grade.")
    by: Annotated[RoleRef | None, Needed()] = Field(description="The role that decided.")
    at: Annotated[Moment | None, Needed(), Happened("judged")] = Field(description="When.")
    reason: Annotated[Text | None, Needed()] = Field(description="Why.")


class PeopleTold(Part):
    """That those concerned were told, or why not (UK GDPR, Article 34)."""

    at: Annotated[Moment | None, Happened("told those concerned")] = Field(None, description="When they were told.")
    how: Text | None = Field(None, description="How: letter, visit, telephone.")
    not_told_reason: Text | None = Field(None, description="Why they are not told, where they are not.")


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
    asks: ClassVar[tuple[str, ...] | None] = (
        "occurred",
        "summary",
        "areas",
        "unit",
        "effects",
        "near_miss",
        "personal_data",
        "likelihood",
        "impact",
        "people_affected",
        "lead",
        "reported_by",
    )
    settled: ClassVar[frozenset[str]] = frozenset({"closed"})
    void: ClassVar[frozenset[str]] = frozenset({"withdrawn"})

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    aware: Annotated[DayOrMoment | None, Needed(), Starts(), Happened("aware")] = Field(
        description="When the organisation knew; the 72 hours of UK GDPR 33 begin here, with a day at its first minute."
    )
    occurred: DayOrMoment | None = Field(None, description="When it happened.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    unit: UnitRef | None = Field(None, description="Where.")
    effects: list[Literal["confidentiality", "integrity", "availability"]] = Field(
        default_factory=empty, description="What was lost."
    )
    breach_type: Text | None = Field(None, description="What kind of breach.")
    summary: Text | None = Field(None, description="What happened, without anybody's name.")
    near_miss: Flag = Field(
        False, description="True if nothing was lost; a letter that came back was a breach all the same (see below)."
    )
    personal_data: Flag = Field(True, description="False if no personal data was concerned: no clock, no grade.")
    likelihood: OneToFive | None = Field(None, description="Likelihood of harm, 1 to 5.")
    impact: OneToFive | None = Field(None, description="Harm, 1 to 5.")
    vulnerable_group: Flag | None = Field(None, description="True if it touches a vulnerable group.")
    people_affected: Count | None = Field(None, description="How many people.")
    records_affected: Count | None = Field(None, description="How many records.")
    data_categories: list[Text] = Field(
        default_factory=empty, description="What kinds of data, such as health, addresses, staff files."
    )
    consequences: Text | None = Field(None, description="What is likely to come of it for those concerned.")
    measures: Text | None = Field(None, description="What was done, or is to be done, about it and its effects.")
    contained: Containment | None = Field(None, description="How it was stopped from doing more harm, and when.")
    timeline: list[Entry] = Field(default_factory=empty, description="What happened, line by line, as it was noted.")
    processor: AtProcessor | None = Field(None, description="The processor in whose hands it happened.")
    status: Literal["open", "investigating", "closed", "withdrawn"] = Field("open", description="Where it stands.")
    lead: Annotated[RoleStaffOrBody | None, Owner("investigates")] = Field(None, description="Who investigates.")
    involved: list[RoleOrStaff] = Field(default_factory=empty, description="Who was involved.")
    reported_by: Party | None = Field(None, description="Who reported it.")
    policies_breached: list[PolicyRef] = Field(default_factory=empty, description="Policies that were not kept.")
    assets: list[AssetRef] = Field(default_factory=empty, description="Assets concerned.")
    decision: Decision | None = Field(None, description="Whether to report, by whom, when and why.")
    decisions: list[FurtherDecision] = Field(
        default_factory=empty, description="The same for others: a commissioner, the police, an authority for networks."
    )
    high_risk: HighRisk | None = Field(None, description="Whether the risk to those concerned is high.")
    people_told: PeopleTold | None = Field(None, description="Whether those concerned were told, how and when.")
    notifications: list[Notification] = Field(default_factory=empty, description="Who was told, and when.")
    root_cause: Text | None = Field(None, description="Why it happened.")
    lessons: list[Lesson] = Field(default_factory=empty, description="What was learnt.")
    actions: list[Action] = Field(default_factory=empty, description="What is to be done, by whom, by when.")
    repeat_of: Annotated[Text, Ref(("incidents",))] | None = Field(None, description="The incident that it repeats.")
    target: Day | None = Field(None, description="The day it should be closed by.")
    closed: Annotated[Day | None, Done("closed")] = Field(None, description="The day it was closed.")
