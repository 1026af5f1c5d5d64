"""What two states of a register come to, as one value; every format of `igreg diff` writes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field

from igreg.analysis.consequences import Consequence
from igreg.analysis.record_changes import RecordChange
from igreg.check.config import Config
from igreg.dataclass import dataclass
from igreg.due.item import Row
from igreg.findings import Finding
from igreg.register.register import Register
from igreg.rules._rule import Context

CHANGES = ("added", "gone", "renamed", "changed")


@dataclass(frozen=True, slots=True)
class StateOf:
    """Where a state comes from (ruling H28)."""

    rev: str | None
    """The full hash of its commit; nothing for the working tree."""
    date: dt.date
    """The commit's day by the organisation's clock; today for the working tree."""
    asked: str | None
    """The word that was typed for it; nothing where it is what is meant without one."""
    branched: bool = False
    """Whether it is the commit at which the line of HEAD left that of the word, and not the word's own (ruling H29)."""


@dataclass(frozen=True)
class Side:
    """One of the two states: where it comes from, what stands in it, and by which settings it is judged.

    Both are judged at one moment (ruling H17), so that time alone makes no difference.
    """

    state: StateOf
    context: Context
    """The register as at the moment, with the figures in force in that state."""
    config: Config
    is_there: bool = True
    """Whether the commit has a register at all; without one it counts as empty (ruling H28)."""
    encrypted: tuple[str, ...] = ()
    """The files that nobody can read at a commit, since a filter has encrypted them (ruling H25)."""

    @property
    def register(self) -> Register:
        """The register of the state."""
        return self.context.register


@dataclass(frozen=True, slots=True)
class RuleSwitched:
    """A rule that is off, on, or of another severity by the settings of the second state (ruling H26)."""

    rule: str
    code: str
    change: str
    """off, on or severity."""
    text: str


@dataclass(frozen=True)
class Difference:
    """All that is to be said of two states."""

    before: Side
    after: Side
    today: dt.date
    """The day on which both are judged."""
    settings: Sequence[RuleSwitched] = ()
    """Said first: a rule that is off hides what it would find."""
    consequences: Sequence[Consequence] = ()
    """The gravest first."""
    records: Sequence[RecordChange] = ()
    new: Sequence[Finding] = ()
    """What `check` finds in the second state and did not find in the first, in the order of `check`."""
    gone: Sequence[Finding] = ()
    """What it found in the first and finds no more; file and line are those of the first."""
    due_new: Sequence[Row] = ()
    """What comes to the list of the next 30 days, as `due` has it."""
    due_gone: Sequence[Row] = ()
    remarks: Sequence[str] = field(default=())
    """What is to be known of how far the comparison goes, a sentence each."""

    @property
    def summary(self) -> Mapping[str, int]:
        """How many records are added, gone, renamed and changed."""
        return {word: sum(one.change == word for one in self.records) for word in CHANGES}

    @property
    def incomplete(self) -> tuple[Sequence[str], Sequence[str]]:
        """The files of each state that could not be used in full (ruling H25)."""
        return self.before.register.unread, self.after.register.unread
