"""Communications: what was in fact sent, to keep IG in people's minds."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Done, Needed, Owner, Ref, Starts
from igreg.model.shared import Anything, Area, Document, Party, RoleRef
from igreg.model.values import Day, Id, Text, empty


class Communication(Record):
    """Something that was sent."""

    kind: ClassVar[str] = "communications"
    order: ClassVar[int] = 210
    one: ClassVar[str] = "a communication"
    many: ClassVar[str] = "communications"
    asks: ClassVar[tuple[str, ...] | None] = ("from", "flow", "areas", "by", "document.path")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    date: Annotated[Day | None, Needed(), Starts(), Done("sent")] = Field(description="The day it went out.")
    to: Annotated[list[Party], Needed()] = Field(description="Who was told.")
    from_: Annotated[RoleRef | None, Owner("sends")] = Field(None, alias="from", description="The role that sent it.")
    flow: Annotated[Text, Ref(("flows",))] | None = Field(None, description="The flow it carries out.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    about: list[Anything] = Field(default_factory=empty, description="Records it is about.")
    by: list[Text] = Field(default_factory=empty, description="How it was sent.")
    document: Document | None = Field(None, description="What was sent.")
