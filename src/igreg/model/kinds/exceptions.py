"""Exceptions: a rule knowingly departed from, with a reason and an end."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Owner, Ref, Starts
from igreg.model.shared import RoleOrGroup
from igreg.model.values import Day, Id, Text


class RuleException(Record):
    """A finding that somebody accepts for a time."""

    kind: ClassVar[str] = "exceptions"
    order: ClassVar[int] = 230
    one: ClassVar[str] = "an exception"
    many: ClassVar[str] = "exceptions"
    letters: ClassVar[str | None] = "EX"
    asks: ClassVar[tuple[str, ...] | None] = ("approved_on", "compensating")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    rule: Annotated[Text | None, Needed()] = Field(description="The rule's name or code.")
    record: Annotated[Annotated[Text, Ref((), or_text=True)] | None, Needed()] = Field(
        description="The record, or the finding's subject."
    )
    reason: Annotated[Text | None, Needed()] = Field(description="Why.")
    approved_by: Annotated[RoleOrGroup | None, Needed(), Owner("accepts the exception")] = Field(
        description="Who accepts it."
    )
    until: Annotated[Day | None, Needed(), Ends(due=False)] = Field(description="The last day it counts.")
    approved_on: Annotated[Day | None, Starts()] = Field(None, description="The day it was accepted.")
    compensating: Text | None = Field(None, description="What is done instead.")
