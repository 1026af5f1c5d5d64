"""National and best-practice guidance that the policies follow."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Starts
from igreg.model.shared import Area, BodyOrText, Review
from igreg.model.values import Day, Id, Nation, Text, empty


class Guidance(Record):
    """Guidance from outside."""

    kind: ClassVar[str] = "guidance"
    order: ClassVar[int] = 100
    one: ClassVar[str] = "guidance"
    many: ClassVar[str] = "guidance"
    asks: ClassVar[tuple[str, ...] | None] = ("publisher", "areas", "published", "url")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    publisher: BodyOrText | None = Field(None, description="Who publishes it.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    version: Text | None = Field(None, description="Its version.")
    published: Annotated[Day | None, Starts(before_end=False)] = Field(None, description="The day it came out.")
    updated: Day | None = Field(None, description="The day it last changed.")
    in_force_from: Annotated[Day | None, Starts()] = Field(None, description="The first day on which it holds.")
    until: Annotated[Day | None, Ends(due=False)] = Field(None, description="The last day on which it holds.")
    nation: Nation | None = Field(None, description="The nation in which it holds; default: all.")
    url: Text | None = Field(None, description="Where it is.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
