"""Risks to information."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Needed, Owner, Ref
from igreg.model.shared import Action, Area, AssetRef, PolicyOrText, Review, RoleRef
from igreg.model.values import Count, Effort, Id, OneToFive, Text, empty


class Risk(Record):
    """A risk, its owner and its treatment."""

    kind: ClassVar[str] = "risks"
    order: ClassVar[int] = 160
    one: ClassVar[str] = "a risk"
    many: ClassVar[str] = "risks"
    letters: ClassVar[str | None] = "RSK"
    asks: ClassVar[tuple[str, ...] | None] = (
        "areas",
        "cause",
        "effect",
        "likelihood",
        "impact",
        "treatment",
        "controls",
        "review.every",
        "review.last",
    )

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    owner: Annotated[RoleRef | None, Needed(), Owner("owns the risk")] = Field(
        description="The role that answers for it."
    )
    cause: Text | None = Field(None, description="What may bring it about.")
    effect: Text | None = Field(None, description="What it would do.")
    likelihood: OneToFive | None = Field(None, description="1 to 5.")
    impact: OneToFive | None = Field(None, description="1 to 5.")
    target_score: Count | None = Field(None, description="Likelihood times impact to aim for.")
    treatment: Literal["tolerate", "treat", "transfer", "terminate"] | None = Field(
        None, description="What is done about it."
    )
    controls: list[PolicyOrText] = Field([], description="What holds it down: text, or ids of policies.")
    assets: list[AssetRef] = Field(default_factory=empty, description="Assets concerned.")
    incidents: list[Annotated[Text, Ref(("incidents",))]] = Field(
        default_factory=empty, description="Incidents where it came true."
    )
    actions: list[Action] = Field(default_factory=empty, description="What is to be done, by whom, by when.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
