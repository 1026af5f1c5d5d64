"""What the screen shows, as one value: areas and leads, findings, what is due, clocks, training, the assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.due.item import DueList
from igreg.due.shares import ShareRow
from igreg.findings import CheckResult


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever holds a post today."""

    id: str
    name: str
    employed: bool
    here: bool
    """Whether they are employed and not away today."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A post that leads an area; nobody holds it where there are no people: it is vacant."""

    role: str
    title: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class AreaLed:
    """An area of information governance, and the posts that lead it; it may have none."""

    area: str
    title: str
    leads: tuple[Lead, ...]

    @property
    def vacant(self) -> bool:
        """Whether nobody leads it today."""
        return not any(lead.people for lead in self.leads)


@dataclass(frozen=True, slots=True)
class Clock:
    """A breach clock that runs: the incident, the whole hours left (negative when past), and what it waits for."""

    incident: str
    title: str
    day: dt.date
    hours: int
    why: str


@dataclass(frozen=True, slots=True)
class OpenReturn:
    """An assessment that is still to be published; what it comes to is empty where its pack cannot be used."""

    assessment: str
    title: str
    framework: str
    target: str | None = None
    reached: str | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)
    """What each status is called, by id."""
    deadline: dt.date | None = None
    days: int | None = None
    summary: Mapping[str, int] = field(default_factory=dict)
    """Mandatory items by state, and by what the register shows of them, as `igreg assess` counts them."""
    left: int = 0
    """How many items stand between here and the target."""


@dataclass(frozen=True, slots=True)
class Screen:
    """How a register stands at a moment."""

    organisation: str
    now: dt.datetime
    areas: tuple[AreaLed, ...]
    found: CheckResult
    """As `igreg check` gives it, without a baseline."""
    until: dt.date
    """The last day of the week that is looked ahead to."""
    due: DueList
    """As `igreg due` gives it for that week, what is overdue included."""
    clocks: tuple[Clock, ...]
    training: tuple[ShareRow, ...]
    """The shares of people trained of which a target is asked: those not reached first."""
    returns: tuple[OpenReturn, ...]
    incomplete: tuple[str, ...]
    """The files that could not be read in full: what they hold is missing here."""
