"""A return as it is shown: its items with what shows them, what is reached, and what stands before the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from igreg.analysis.evidence.shown import Evidence
from igreg.dataclass import dataclass

DONE = frozenset({"met", "not-applicable"})
"""The states that are no gap (ruling E08)."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A record that is named as evidence: what it is called, whose it is, and where it stands."""

    title: str
    owner: str | None
    """The id of the role or person that answers for it."""
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier return answered to the same item."""

    assessment: str
    item: str
    answer: str
    by: str | None
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class AssessedItem:
    """One item: what is asked, what the register shows, and what a person has answered."""

    item: str
    title: str
    group: str
    input: str
    need: str
    approaching: bool
    register: str
    state: str
    answer: str | bool | None
    """As it stands in the assessment, with a name to it or not; of a yes-no item true or false."""
    by: str | None
    on: dt.date | None
    draft: str | None
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    owner: str | None
    source: tuple[str, ...]
    confidence: str | None
    not_applicable: str | None = None
    """The reason with which it is set aside."""
    not_offered: bool = False
    """Whether it is set aside though the pack does not offer that (ruling E73)."""
    unreadable: bool = False
    """Whether only a broken file stands between it and what the register shows (ruling E69)."""
    stale_since: dt.date | None = None
    """The last day on which its answer counted, where it is too old."""
    level: str | None = None
    """The level that is needed, where levels are asked for and it is established."""
    levels: tuple[str, ...] = ()
    max_age: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    """What else the pack says of it, each with its label."""
    notes: str | None = None
    documents: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether anything is still to be done about it."""
        return self.state not in DONE


@dataclass(frozen=True, slots=True)
class Left:
    """What one owner has left before the target is reached: their id, who they are today, and the items."""

    owner: str | None
    people: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A return on a day."""

    today: dt.date
    organisation: str
    framework: str
    title: str
    """What the pack is called."""
    edition: str
    assessment: str | None
    assessment_title: str | None
    category: int | None
    deadline: dt.date | None
    days: int | None
    target: str | None
    reached: str | None
    statuses: Mapping[str, str]
    """What each status is called, by id."""
    items: tuple[AssessedItem, ...]
    """Those that were chosen, in the pack's order."""
    left: tuple[Left, ...]
    """What stands between here and the target, of the whole."""
    summary: Mapping[str, int]
    """Of the whole, mandatory items only (ruling E06)."""
    groups: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    """What is to be known first, in sentences."""
    not_offered: tuple[str, ...] = ()
    """The items set aside though the pack does not offer it (ruling E73), of the whole."""
    incomplete: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """What every role and person that is mentioned is called, by id."""
    cited: Mapping[str, Cited] = field(default_factory=dict)
    history: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What became of the answers to items whose whole story is told, a sentence a commit, the newest first."""

    def name(self, id: str | None) -> str:
        """What an id is called."""
        return self.names.get(id or "", id or "")
