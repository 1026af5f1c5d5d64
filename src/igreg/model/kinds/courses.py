"""Courses that people take."""

from typing import Annotated, ClassVar

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Needed
from igreg.model.shared import Area
from igreg.model.values import Flag, Id, Length, Percentage, Text, empty


class Course(Record):
    """A course."""

    kind: ClassVar[str] = "courses"
    order: ClassVar[int] = 110
    one: ClassVar[str] = "a course"
    many: ClassVar[str] = "courses"
    letters: ClassVar[str | None] = "CRS"
    asks: ClassVar[tuple[str, ...] | None] = ("areas", "valid_for", "level", "provider", "target")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    valid_for: Length | None = Field(None, description="How long it counts after completion.")
    level: Text | None = Field(None, description="How deep it goes.")
    provider: Text | None = Field(None, description="Who gives it.")
    applies_window: Flag | None = Field(
        None, description="Whether the yearly window of training applies; not given: for courses of all staff."
    )
    target: Percentage | None = Field(None, description="The share of the audience that must have it, in per cent.")
