"""Units: services, sites, directorates, practices, mutuals."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Needed, Owner
from igreg.model.shared import RoleRef, UnitRef
from igreg.model.values import Count, Id, Text


class Unit(Record):
    """A part of the organisation, or a partner that works as one."""

    kind: ClassVar[str] = "units"
    order: ClassVar[int] = 20
    one: ClassVar[str] = "a unit"
    many: ClassVar[str] = "units"

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    name: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    parent: UnitRef | None = Field(None, description="The unit it belongs to.")
    category: Literal["directorate", "service", "site", "practice", "mutual", "partner"] | None = Field(
        None, description="What kind of unit it is."
    )
    lead: Annotated[RoleRef | None, Owner("leads the unit")] = Field(
        None, description="The role that leads it locally."
    )
    head_count: Count | None = Field(None, description="How many people work there.")
