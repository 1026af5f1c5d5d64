"""What is told of one register among many: how it stands on a day, in figures, and of no person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from igreg.dataclass import dataclass

Led = Literal["held", "vacant"]
FEW = "<5"
"""What stands in a snapshot for figures of fewer than five people (ruling X43)."""
FEWEST = 5
"""Of so many people a share may be sent on: of fewer it would name them."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose register it is, and as of which day and commit it is told of."""

    name: str | None
    type: str | None
    ods_code: str | None
    as_of: str
    """A day, as 2026-11-22."""
    commit: str | None = None
    """Of a snapshot the commit that it was made of, where all stood here as committed."""


@dataclass(frozen=True, slots=True)
class TrainingShare:
    """The share of those of a plan who are trained in a course."""

    course: str
    title: str
    audience: int | None
    """How many count; nothing where that is not told, since they are fewer than five."""
    share: float | None
    """In a hundred, rounded down to one decimal."""

    @property
    def is_few(self) -> bool:
        """Whether fewer than five people count, so that a snapshot does not tell their share."""
        return self.audience is None or self.audience < FEWEST

    def without_few(self) -> TrainingShare:
        """As it may be sent on."""
        return TrainingShare(self.course, self.title, None, None) if self.is_few else self


@dataclass(frozen=True, slots=True)
class AssessmentState:
    """How the return stands that is open, else the last that was published."""

    framework: str
    status: str
    missing: int | None
    """How many items stand between here and the target; nothing where no target, or no sound pack, says."""


@dataclass(frozen=True, slots=True)
class Breaches:
    """The breach clocks that run."""

    clocks: int = 0
    late: int = 0
    """How many of them are past their hours."""
    longest_hours: int | None = None
    """The whole hours since the organisation knew, of the clock that has run longest; nothing where none runs."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How a register stands on a day."""

    organisation: Organisation
    leads: Mapping[str, Led]
    """For each area whether anybody leads it."""
    findings: Mapping[str, int]
    """By severity."""
    rules: Mapping[str, int]
    """Findings by rule, the most first."""
    overdue: Mapping[str, int]
    """By kind of date."""
    due: Mapping[str, int]
    """The same of what falls due in the next thirty days, without what is overdue."""
    training: tuple[TrainingShare, ...] = ()
    assessment: AssessmentState | None = None
    breaches: Breaches = field(default_factory=Breaches)
    unread: int = 0
    """How many files could not be read in full: what they hold is missing from all figures."""

    @property
    def kinds(self) -> dict[str, int]:
        """What is overdue or due, by kind of date."""
        names = sorted({*self.overdue, *self.due})
        return {name: self.overdue.get(name, 0) + self.due.get(name, 0) for name in names}
