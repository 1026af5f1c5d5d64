"""Delegations: authority handed down."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Involved, Needed, Owner, Ref, Starts
from igreg.model.shared import Area, Review, RoleRef
from igreg.model.sums import Currency, Sum
from igreg.model.values import Day, Id, Text, empty

Taker = Annotated[Text, Ref(("roles", "units", "groups", "staff"))]


class Delegation(Record):
    """Tasks that one role hands to another role, a unit, a group or a person."""

    kind: ClassVar[str] = "delegations"
    order: ClassVar[int] = 220
    one: ClassVar[str] = "a delegation"
    many: ClassVar[str] = "delegations"
    asks: ClassVar[tuple[str, ...] | None] = ("tasks", "areas", "limits", "start", "end")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    from_: Annotated[RoleRef | None, Needed(), Owner("has handed down")] = Field(
        alias="from", description="The role that hands down and still answers for it."
    )
    to: Annotated[Taker | None, Needed(), Involved("has been handed")] = Field(
        description="The role, unit, group or person that takes on."
    )
    tasks: list[Text] = Field(default_factory=empty, description="What is handed down.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    limits: Text | None = Field(None, description="Where it ends.")
    limit: Sum | None = Field(None, description="Up to which sum it goes.")
    currency: Currency = Field("GBP", description="The currency of that sum.")
    start: Annotated[Day | None, Starts()] = Field(None, description="The first day.")
    end: Annotated[Day | None, Ends(due=False, reviewed_after=True)] = Field(None, description="The last day.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
