"""The desk as a value: everything that a page of it says, in whatever format."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from igreg.dataclass import dataclass

State = Literal["open", "overdue", "done", "undecided", "not-needed"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about telling somebody: by whom (an id and a title), when and why."""

    report: bool | None
    by: str | None
    name: str
    at: dt.datetime | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody outside who must, or may have to, be told. Moments are in the organisation's zone."""

    to: str
    """The party's id; a word of igreg's where the register has no body for it."""
    name: str
    question: str
    """What has to be answered first, where that decides it; else empty."""
    state: State
    due: dt.datetime | None
    """The last minute that is in time; nothing where the law names no hours."""
    hours: int | None
    """Whole hours left, rounded down, negative when past; nothing when it is done or not needed."""
    how: str
    why: str
    source: str
    edition: str
    confidence: str
    decision: Decided | None
    at: dt.datetime | None
    """When they were told."""
    reference: str | None
    remark: str = ""
    """What has to be said beside it, such as a decision against the grade."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to ring: a name, and in what capacity where it is not the holder."""

    name: str
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One post inside that must know: who can be rung now, how, and which flow reaches them out of hours."""

    function: str
    """What the post is there for, as people say it."""
    role: str
    """Its title; empty where nobody has the function."""
    ring: tuple[Person, ...]
    away: tuple[str, ...]
    """Holders who are away or have left, said in words."""
    contact: str | None
    flow: str | None
    """The incident flow by which they are reached out of hours, with its means; nothing where none does."""
    told: dt.datetime | None = None
    above: str | None = None
    """Where nobody can be rung: who is next in line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the regulator's questions, what the record says to it, and the fields that are still missing."""

    asks: str
    article: str | None
    lines: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that is not filled in yet, and the question that it answers."""

    path: str
    asks: str


@dataclass(frozen=True, slots=True)
class Step:
    """What should be written down by an hour of the night; `by` is nothing where nobody knows when it began."""

    hour: int
    by: dt.datetime | None
    past: bool
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What `igreg check` says of the record, where the clocks hang on it."""

    code: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The whole desk for one incident, as at a moment."""

    now: dt.datetime
    organisation: str
    incident: str
    title: str
    status: str
    zone: str
    aware: dt.datetime | None
    aware_is_a_day: bool
    minutes: int | None
    """Whole minutes since the organisation knew; negative where that lies ahead."""
    clock: str
    """Why there is no clock of data protection; empty where there is one."""
    remarks: tuple[Remark, ...]
    ring: tuple[Contact, ...]
    recipients: tuple[Recipient, ...]
    steps: tuple[Step, ...]
    may_wait: tuple[str, ...]
    sheet: tuple[Answer, ...]
    sheet_source: str
    incomplete: tuple[str, ...] = ()
    """Files that could not be read in full: what they hold is not here."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The paths of the fields that are still missing, in the order in which they are wanted."""
        return tuple(dict.fromkeys(one.path for step in self.steps for one in step.missing))
