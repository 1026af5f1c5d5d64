"""Proofs: the small vocabulary in which a pack says what shows an item (ruling E18)."""

from __future__ import annotations

from typing import Any

from igreg.dataclass import dataclass
from igreg.model.span import Span


@dataclass(frozen=True)
class Proof:
    """One proof; it holds or not on a day."""

    why: str | None
    """What it shows, in the pack's words."""


@dataclass(frozen=True)
class Held(Proof):
    """A role with a function, or one that leads an area, is held."""

    function: str | None = None
    area: str | None = None
    assigned: bool = False
    deputy: bool = False


@dataclass(frozen=True)
class Condition:
    """What a field of a record must be: one of some values, or there, or not there."""

    field: str
    """Its name, with dots for what stands deeper."""
    values: tuple[Any, ...] = ()
    present: bool | None = None


@dataclass(frozen=True)
class Records(Proof):
    """There are records of a kind."""

    kind: str = ""
    conditions: tuple[Condition, ...] = ()
    in_force: bool | None = None
    approved: bool | None = None
    reviewed_within: Span | None = None
    dated_within: Span | None = None
    at_least: int = 1


@dataclass(frozen=True)
class Share(Proof):
    """So many of a hundred are trained."""

    course: str | None = None
    area: str | None = None
    at_least: float = 100
    within: Span | None = None
    starters: bool = False
    """Whether an approved plan must ask it of those who start, too."""


@dataclass(frozen=True)
class Meets(Proof):
    """The IG group has met, with minutes, so many times."""

    times: int = 1
    within: Span | None = None


@dataclass(frozen=True)
class ToldParty(Proof):
    """An audience was sent something."""

    party: str = ""
    area: str | None = None
    within: Span | None = None


@dataclass(frozen=True)
class Silent(Proof):
    """Rules find nothing."""

    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldThere(Proof):
    """A field of the organisation has something that has not expired."""

    field: str = ""
    chosen: tuple[tuple[str, Any], ...] = ()
    """Of a list, which entry: further keys and their values."""


@dataclass(frozen=True)
class AnyOf(Proof):
    """One of several proofs holds."""

    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True)
class AllOf(Proof):
    """Several proofs hold."""

    proofs: tuple[Proof, ...] = ()


NAMES = ("held", "records", "share", "meets", "told", "silent", "field", "any", "all")
"""The keys that name a proof."""
