"""Skills of those who lead: a small framework to begin a register's own with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.facts.life import Fact

SkillGroup = Literal["information-governance", "leadership", "resources", "enterprise", "participation"]


class Competence(Fact):
    """A skill, what one can do at each of three levels, and which posts usually need it."""

    table: ClassVar[str] = "skills"

    title: str
    group: SkillGroup
    areas: tuple[str, ...]
    levels: tuple[str, str, str]
    asked_of: Mapping[str, Annotated[int, Field(ge=1, le=3)]]
    """For posts with these functions, the level at which they usually need it."""

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        steps = "; ".join(f"{number}: {text.rstrip('.')}" for number, text in enumerate(self.levels, 1))
        asked = ", ".join(f"{function} {level}" for function, level in self.asked_of.items())
        return f"{self.title}. {steps}" + (f". Usually asked of: {asked}" if asked else "")
