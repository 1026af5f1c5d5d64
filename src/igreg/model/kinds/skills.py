"""Skills: what is asked of those who lead."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Needed
from igreg.model.shared import Area, CourseRef
from igreg.model.values import Id, Length, Text, empty


class LeadingSkill(Record):
    """A skill that roles ask of whoever holds them, in three levels."""

    kind: ClassVar[str] = "skills"
    order: ClassVar[int] = 115
    one: ClassVar[str] = "a skill"
    many: ClassVar[str] = "skills"
    letters: ClassVar[str | None] = ""
    asks: ClassVar[tuple[str, ...] | None] = ("areas", "levels", "valid_for")

    id: Annotated[Id | None, Needed()] = Field(description="Letters, digits, . _ -; unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    areas: list[Area] = Field(default_factory=empty, description="The areas it is about.")
    levels: Annotated[list[Text], Field(min_length=3, max_length=3)] | None = Field(
        None, description="What one can do at level 1, at level 2, at level 3: three texts."
    )
    valid_for: Length | None = Field(None, description="How long it counts from the day it was shown.")
    courses: list[CourseRef] = Field(default_factory=empty, description="The courses that build it.")
    source: Text | None = Field(None, description="Where it comes from.")
    group: (
        Literal["information-governance", "leadership", "resources", "enterprise", "participation", "other"] | None
    ) = Field(None, description="What it is part of.")
