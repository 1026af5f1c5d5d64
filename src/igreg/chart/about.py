"""What there is to tell of a box or a line beside what is drawn, and where a box leads."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from igreg.dataclass import dataclass

Beside = Literal["reports", "advises", "supports"]
"""A line beside accountability."""
MOST_NAMED = 20
"""So many of the other roles of one person are named where a role is told: each role of thousands told all others."""


class Money(NamedTuple):
    """A sum of money."""

    sum: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Address:
    """A link out of the chart: an https: address."""

    url: str


@dataclass(frozen=True, slots=True)
class OtherPage:
    """A link to another page of the same chart, by its name; each format knows where that page is."""

    name: str


Link = Address | OtherPage


@dataclass(frozen=True, slots=True)
class OfPost:
    """What is told of a role or group beside what stands in its box: whole lists, whatever part of it is drawn."""

    accountable_to: str = ""
    beside: tuple[tuple[Beside, tuple[str, ...]], ...] = ()
    """Whom it also tells or helps, for each kind of line."""
    unit: str = ""
    also: tuple[AlsoHolds, ...] = ()
    meets_every: str = ""


@dataclass(frozen=True, slots=True)
class AlsoHolds:
    """What else somebody holds; without their name where names are left out."""

    name: str | None
    roles: tuple[str, ...]
    """The first of them: one more than are named, at least, where there are so many."""
    count: int


@dataclass(frozen=True, slots=True)
class OfSkill:
    """What is told of a skill that the register keeps: what each of its levels means."""

    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfSomebody:
    """That it is a person whose name is left out, and all else with it."""


About = OfPost | OfSkill | OfSomebody
