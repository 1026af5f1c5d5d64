"""Data protection impact assessments (UK GDPR 35)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import Done, Happened, Needed, Owner, Starts
from igreg.model.shared import AssetRef, Document, Review, RoleOrGroup, RoleRef
from igreg.model.values import Day, Id, Text, empty


class DpoAdvice(Part):
    """What the data protection officer advised."""

    by: Annotated[RoleRef | None, Needed()] = Field(description="The role that advised.")
    on: Annotated[Day | None, Needed()] = Field(description="When.")
    advice: Text | None = Field(None, description="What.")


class PriorConsultation(Part):
    """The regulator was asked before the processing began (UK GDPR 36)."""

    asked: Annotated[Day | None, Needed(), Starts(), Happened("asked")] = Field(description="The day it was asked.")
    answered: Annotated[Day | None, Done("answered")] = Field(None, description="The day it answered.")
    outcome: Text | None = Field(None, description="What it said.")


class Dpia(Record):
    """An assessment of what a change does to people's privacy."""

    kind: ClassVar[str] = "dpias"
    order: ClassVar[int] = 190
    one: ClassVar[str] = "a DPIA"
    many: ClassVar[str] = "DPIAs"
    letters: ClassVar[str | None] = "DPIA"
    asks: ClassVar[tuple[str, ...] | None] = (
        "assets",
        "decision",
        "approved_by",
        "approved_on",
        "document.path",
        "review.every",
        "review.last",
    )

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    assets: list[AssetRef] = Field(default_factory=empty, description="The assets it covers.")
    owner: Annotated[RoleRef | None, Needed(), Owner("answers for the assessment")] = Field(
        description="The role that answers for it."
    )
    dpo_advice: DpoAdvice | None = Field(None, description="The DPO's advice.")
    caldicott_view: Text | None = Field(None, description="What the Caldicott Guardian thinks.")
    consulted: list[Text] = Field(default_factory=empty, description="Who was asked.")
    residual: Literal["low", "medium", "high"] | None = Field(None, description="The risk that stays.")
    decision: Literal["proceed", "proceed-with-conditions", "stop"] | None = Field(
        None, description="What was decided."
    )
    prior_consultation: PriorConsultation | None = Field(None, description="What the regulator was asked beforehand.")
    approved_by: RoleOrGroup | None = Field(None, description="Who approved it.")
    approved_on: Annotated[Day | None, Starts()] = Field(None, description="The day of approval.")
    document: Document | None = Field(None, description="The assessment.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
