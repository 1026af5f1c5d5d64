"""Budgets: money for information governance."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Part, Record
from igreg.model.marks import AreaName, Needed, Owner
from igreg.model.shared import Anything, Area, Review, RoleOrGroup, RoleRef, UnitRef
from igreg.model.sums import Currency, Sum
from igreg.model.values import Day, Id, Text, empty


class BudgetLine(Part):
    """What money is for, how much there is of it, and what has gone."""

    what: Annotated[Text | None, Needed()] = Field(description="What the money is for.")
    planned: Annotated[Sum | None, Needed()] = Field(description="How much there is of it.")
    committed: Sum | None = Field(None, description="How much is ordered and not paid yet.")
    spent: Sum | None = Field(None, description="How much is paid.")
    for_: list[Anything] = Field(default_factory=empty, alias="for", description="Records that it is spent on.")
    area: Annotated[Text | None, AreaName()] = Field(None, description="The area it is about.")


class Budget(Record):
    """What a year has for information governance, and what has gone."""

    kind: ClassVar[str] = "budgets"
    order: ClassVar[int] = 225
    one: ClassVar[str] = "a budget"
    many: ClassVar[str] = "budgets"
    asks: ClassVar[tuple[str, ...] | None] = ("unit", "areas", "approved_by", "approved_on")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    year: Annotated[Text | None, Needed()] = Field(description="The financial year, such as 2026-27.")
    owner: Annotated[RoleRef | None, Needed(), Owner()] = Field(description="The role that answers for it.")
    unit: UnitRef | None = Field(None, description="The unit that it is for.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    currency: Currency = Field("GBP", description="The currency of its sums.")
    lines: list[BudgetLine] = Field(default_factory=empty, description="What the money is for, line by line.")
    approved_by: RoleOrGroup | None = Field(None, description="Who approved it.")
    approved_on: Day | None = Field(None, description="The day it was approved.")
    forecast: Sum | None = Field(None, description="What will have gone by the end of the year.")
    variance_reason: Text | None = Field(None, description="Why more has gone, or will go, than was planned.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
