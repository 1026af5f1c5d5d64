"""What a box says below its title, as facts: each knows what mark it carries, and `wording` has the words of each.

Where names are left out a name is nothing, and so is that of somebody who is spoken of alone.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal

from igreg.dataclass import dataclass
from igreg.model.kinds.decisions import Ballot

LineKind = Literal["person", "acting", "deputy", "absent", "vacant", "risk", "note", "list"]
Part = Literal["chair", "deputy chair", "secretary", "members", "in attendance"]
"""The part that somebody has in a group."""


@dataclass(frozen=True, slots=True)
class Holds:
    """Somebody holds the role."""

    name: str | None
    acting: bool = False
    until: dt.date | None = None
    """Of whoever acts: the last day."""
    roles: int = 1
    """How many roles they hold in all."""

    @property
    def kind(self) -> LineKind:
        """Whether they hold it for now only."""
        return "acting" if self.acting else "person"


@dataclass(frozen=True, slots=True)
class Deputises:
    """Somebody deputises in the role."""

    name: str | None
    kind: ClassVar[LineKind] = "deputy"


@dataclass(frozen=True, slots=True)
class Vacant:
    """Nobody holds the role: since when and until when, where the register knows."""

    since: dt.date | None = None
    filled: dt.date | None = None
    """The first day of whoever comes next."""
    kind: ClassVar[LineKind] = "vacant"


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody is away, and who covers."""

    name: str | None
    until: dt.date | None
    cover: str | None
    """Who is named as cover."""
    fails: Literal["away", "gone"] | None = None
    """Why whoever is named does not cover: they are away too, or not employed."""
    kind: ClassVar[LineKind] = "absent"


@dataclass(frozen=True, slots=True)
class HasLeft:
    """Somebody has left, and is still named."""

    name: str | None
    day: dt.date
    kind: ClassVar[LineKind] = "absent"


@dataclass(frozen=True, slots=True)
class NotBegun:
    """Somebody is still to begin, and is named already."""

    name: str | None
    day: dt.date
    kind: ClassVar[LineKind] = "absent"


@dataclass(frozen=True, slots=True)
class HangsOnOne:
    """A lead hangs on one person alone."""

    kind: ClassVar[LineKind] = "risk"


@dataclass(frozen=True, slots=True)
class NotReached:
    """Somebody who must be told of a breach is not reached."""

    kind: ClassVar[LineKind] = "vacant"


@dataclass(frozen=True, slots=True)
class InUnit:
    """To which unit a role belongs."""

    title: str
    kind: ClassVar[LineKind] = "note"


@dataclass(frozen=True, slots=True)
class LineEnds:
    """There is no line upwards, though there should be one."""

    to: str | None = None
    """Whom the register names; nothing where it names nobody, or where it may be somebody's name."""
    why: Literal["not there", "not known", "nobody"] = "nobody"

    @property
    def kind(self) -> LineKind:
        """Whether somebody is named who is not there."""
        return "note" if self.why == "nobody" else "risk"


@dataclass(frozen=True, slots=True)
class Sit:
    """Who has a part in a group, by title or name."""

    part: Part
    titles: tuple[str, ...]
    unnamed: int = 0
    """How many people more, where names are left out."""
    kind: ClassVar[LineKind] = "list"


@dataclass(frozen=True, slots=True)
class Count:
    """How many members a group or a mutual has."""

    members: int
    kind: ClassVar[LineKind] = "list"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of a group that is filled by election."""

    name: str
    by: str
    """Who elects, as within a sentence; nothing where that is not written."""
    term: str
    ends: dt.date | None
    over: bool
    """Whether the term has ended."""

    @property
    def kind(self) -> LineKind:
        """Whether an election is late."""
        return "risk" if self.over else "list"


@dataclass(frozen=True, slots=True)
class Elect:
    """How many seats the members elect, and of what."""

    seats: int
    of: str
    kind: ClassVar[LineKind] = "note"


@dataclass(frozen=True, slots=True)
class NextElection:
    """When the members elect next, or should have."""

    day: dt.date
    late: bool

    @property
    def kind(self) -> LineKind:
        """Whether it is late."""
        return "risk" if self.late else "list"


@dataclass(frozen=True, slots=True)
class Balloted:
    """How the members voted."""

    day: dt.date
    title: str
    ballot: Ballot
    kind: ClassVar[LineKind] = "list"


@dataclass(frozen=True, slots=True)
class InPost:
    """Whoever holds a role that asks for skills."""

    name: str | None
    acting: bool
    kind: ClassVar[LineKind] = "person"


@dataclass(frozen=True, slots=True)
class BuiltBy:
    """The courses that build a skill."""

    courses: tuple[str, ...]
    kind: ClassVar[LineKind] = "note"


@dataclass(frozen=True, slots=True)
class Said:
    """A line that is words already: of the boxes in which drawing lists or counts others."""

    kind: LineKind
    text: str


Upwards = InUnit | LineEnds
"""Where a role or group stands: told of it otherwise where it is told whole."""
Line = (
    Holds
    | Deputises
    | Vacant
    | Absent
    | HasLeft
    | NotBegun
    | HangsOnOne
    | NotReached
    | InUnit
    | LineEnds
    | Sit
    | Count
    | Seat
    | Elect
    | NextElection
    | Balloted
    | InPost
    | BuiltBy
    | Said
)
