"""Units: services, sites, directorates, practices, mutuals."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import RoleRef, UnitRef
from igreg.model.values import Count, Day, Id, Text


class Unit(Record):
    """A part of the organisation, or a partner that works as one."""

    kind: ClassVar[str] = "units"
    order: ClassVar[int] = 20
    one: ClassVar[str] = "a unit"
    many: ClassVar[str] = "units"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("category", "parent", "lead")
    comes_and_goes: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    name: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    parent: UnitRef | None = Field(None, description="The unit it belongs to.")
    category: Literal["directorate", "service", "site", "practice", "mutual", "partner"] | None = Field(
        None, description="What kind of unit it is."
    )
    lead: Annotated[RoleRef | None, Owner("leads the unit")] = Field(
        None, description="The role that leads it locally."
    )
    start: Annotated[Day | None, Starts()] = Field(None, description="The first day of the unit, where it is not old.")
    end: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day of the unit.")
    head_count: Count | None = Field(None, description="How many people work there.")
