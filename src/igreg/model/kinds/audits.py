"""Audits and spot checks of compliance."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Inner, Record
from igreg.model.marks import Done, Needed, Owner
from igreg.model.shared import Action, Area, Document, PolicyRef, RoleRef, Sample, UnitRef
from igreg.model.values import Day, Effort, Id, Length, Text, empty


class AuditFinding(Inner):
    """Something an audit found."""

    kind: ClassVar[str] = "findings"
    one: ClassVar[str] = "an audit finding"

    what: Annotated[Text | None, Needed()] = Field(description="What was found.")
    severity: Literal["low", "medium", "high"] | None = Field(
        None, description="How bad; without a word it counts as low."
    )
    policy: PolicyRef | None = Field(None, description="The policy that was not kept.")
    action: Action | None = Field(None, description="What is done about it.")


class Audit(Record):
    """An audit, spot check or assessment."""

    kind: ClassVar[str] = "audits"
    order: ClassVar[int] = 140
    one: ClassVar[str] = "an audit"
    many: ClassVar[str] = "audits"
    asks: ClassVar[tuple[str, ...] | None] = ("category", "areas", "lead", "planned", "every", "status")
    settled: ClassVar[frozenset[str]] = frozenset({"done", "cancelled"})

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    category: Literal["audit", "spot-check", "self-assessment", "independent"] | None = Field(
        None, description="What kind."
    )
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    policies: list[PolicyRef] = Field(default_factory=empty, description="The policies whose keeping it tests.")
    lead: Annotated[RoleRef | None, Owner("leads the planned audit")] = Field(
        None, description="The role that does it."
    )
    units: list[UnitRef] = Field(default_factory=empty, description="Where.")
    planned: Day | None = Field(None, description="The day it is planned for.")
    performed: Annotated[Day | None, Done("performed")] = Field(None, description="The day it was done.")
    every: Length | None = Field(None, description="How often it comes again.")
    sample: Sample | None = Field(None, description="How many were looked at and in order.")
    rating: Text | None = Field(None, description="The verdict in a word.")
    report: Document | None = Field(None, description="The report.")
    findings: list[AuditFinding] = Field(default_factory=empty, description="What was found.")
    status: Literal["planned", "done", "cancelled"] | None = Field(
        None, description="Default: done when `performed` is given, else planned."
    )
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
