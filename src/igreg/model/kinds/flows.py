"""Flows: who tells whom what. The communication flow chart is drawn from them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import Area, Party
from igreg.model.values import Day, Effort, Flag, Id, Length, Text, empty


class Flow(Record):
    """One way that information takes."""

    kind: ClassVar[str] = "flows"
    order: ClassVar[int] = 70
    one: ClassVar[str] = "a flow"
    many: ClassVar[str] = "flows"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("about", "trigger", "every", "within", "by")
    comes_and_goes: ClassVar[bool] = True

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    from_: Annotated[Party | None, Needed(), Owner()] = Field(alias="from", description="Who tells.")
    to: Annotated[list[Party], Needed()] = Field(description="Who is told.")
    about: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    trigger: (
        Literal["incident", "near-miss", "policy-change", "guidance-change", "request", "leaver", "meeting", "other"]
        | None
    ) = Field(None, description="What sets it off.")
    every: Length | None = Field(None, description="For regular flows: how often.")
    within: Length | None = Field(None, description="The longest it may take.")
    by: list[Text] = Field(default_factory=empty, description="How: email, intranet, meeting, phone.")
    start: Annotated[Day | None, Starts()] = Field(None, description="The first day on which it is used.")
    end: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day on which it is used.")
    out_of_hours: Flag = Field(False, description="True if it also works outside office hours.")
    two_way: Flag = Field(False, description="True if answers come back the same way.")
    effort: Effort | None = Field(None, description="How long it takes each time it comes up, in hours or days.")
