"""The scheme of delegation as values: what is handed down, what posts decide by themselves, and what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from igreg.analysis.authority import Authority
from igreg.analysis.decided import Beyond, beyond
from igreg.analysis.delegations import Amiss, amiss, in_scheme
from igreg.analysis.elections import ballots, seat_ends, turnout
from igreg.analysis.undelegable import keepers, what_is_kept
from igreg.dataclass import dataclass
from igreg.language.english import money
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role
from igreg.report.asked import Asked, Head
from igreg.report.parties import area_called, called, with_holder


@dataclass(frozen=True, slots=True)
class Post:
    """A post that may decide something by itself."""

    title: str
    holders: tuple[str, ...]
    leads: tuple[str, ...]
    """The areas it leads."""
    decides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A delegation of the scheme."""

    id: str
    title: str
    giver: str
    taker: str
    tasks: tuple[str, ...]
    areas: tuple[str, ...]
    limit: Decimal | None
    """The sum up to which it lets decide: its own, or that of the delegation from which it comes."""
    currency: str
    limit_by: str
    """The delegation that says it, where that is another."""
    limits: str
    start: dt.date | None
    end: dt.date | None
    amiss: tuple[Amiss, ...]

    @property
    def up_to(self) -> str:
        """The limits in words."""
        most = money(self.limit, self.currency) if self.limit is not None else ""
        by = f" (by {self.limit_by})" if self.limit_by else ""
        return "; ".join(part for part in (f"{most}{by}" if most else "", self.limits) if part)


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that was decided under a delegation in the time that is told of."""

    id: str
    title: str
    by: str
    day: dt.date
    under: str
    value: Decimal | None
    currency: str
    outcome: str
    beyond: str
    """In what it goes beyond the delegation; empty where it keeps within it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat that is filled by election."""

    group: str
    seat: str
    by: str
    last: dt.date | None
    ends: dt.date | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A ballot, and how many took part."""

    title: str
    day: dt.date
    entitled: int | None
    voted: int | None
    turnout: float | None
    """In a hundred, to one decimal."""
    outcome: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The values of the report."""

    head: Head
    posts: tuple[Post, ...]
    given: tuple[Given, ...]
    keepers: tuple[str, ...]
    """The posts that must keep what may not be handed down."""
    kept: tuple[str, ...]
    decisions: tuple[Taken, ...]
    unnamed: tuple[str, ...]
    """Decisions called delegated that name no delegation."""
    seats: tuple[Seat, ...]
    votes: tuple[Vote, ...]


def scheme_of(asked: Asked) -> Scheme:
    """The scheme as on the day, and the decisions of the period."""
    register, tenure = asked.register, asked.as_of.tenure
    authority = Authority(register)
    found = [one for one in in_scheme(tenure) if asked.has(one)]
    wrong = amiss(tenure, asked.as_of.facts, found)
    decided = [one for one in register.of(RecordedDecision) if asked.period.has(one.decided) and asked.has(one)]
    decided.sort(key=lambda one: (one.decided or asked.today, one.id or ""))
    posts = (role for role in tenure.there.roles if asked.has(role) and (role.decides or role.areas))
    under = ((one, register.get(Delegation, one.under)) for one in decided)
    return Scheme(
        head=asked.head,
        posts=tuple(_post(asked, role) for role in posts),
        given=tuple(_given(asked, authority, one, wrong[one.where]) for one in found),
        keepers=tuple(asked.called(role) for role in keepers(tenure)),
        kept=tuple(what_is_kept(asked.as_of.facts)),
        decisions=tuple(_taken(asked, authority, one, by) for one, by in under if by is not None),
        unnamed=tuple(
            asked.called(one)
            for one in decided
            if one.category == "delegated" and register.get(Delegation, one.under) is None
        ),
        seats=tuple(_seats(asked)),
        votes=tuple(_votes(asked)),
    )


def _post(asked: Asked, role: Role) -> Post:
    areas = tuple(area_called(asked, area) for area in dict.fromkeys(role.areas))
    return Post(asked.called(role), asked.holders(role), areas, tuple(asked.told(role, one) for one in role.decides))


def _given(asked: Asked, authority: Authority, one: Delegation, wrong: tuple[Amiss, ...]) -> Given:
    limit = authority.up_to(one, asked.today)
    sum, by = limit if limit is not None else (None, one)
    return Given(
        id=one.id or "",
        title=asked.called(one),
        giver=with_holder(asked, one.from_),
        taker=with_holder(asked, one.to),
        tasks=tuple(asked.told(one, task) for task in one.tasks),
        areas=tuple(area_called(asked, area) for area in dict.fromkeys(one.areas)),
        limit=sum,
        currency=by.currency,
        limit_by=asked.called(by) if by is not one else "",
        limits=asked.told(one, one.limits),
        start=one.start,
        end=one.end,
        amiss=wrong,
    )


def _taken(asked: Asked, authority: Authority, one: RecordedDecision, under: Delegation) -> Taken:
    return Taken(
        id=one.id or "",
        title=asked.called(one),
        by=called(asked, one.by),
        day=one.decided or asked.today,
        under=asked.called(under),
        value=one.value,
        currency=under.currency,
        outcome=asked.told(one, one.outcome),
        beyond="; ".join(_beyond(asked, under, found) for found in beyond(authority, one, under)),
    )


def _beyond(asked: Asked, under: Delegation, found: Beyond) -> str:
    if found.limit is not None:
        return f"over the limit of {money(found.limit[0], found.limit[1].currency)}"
    if found.why == "party":
        return f"the delegation is to {called(asked, under.to)}"
    return "the delegation was not in force that day"


def _seats(asked: Asked) -> Iterator[Seat]:
    for group in asked.as_of.tenure.there.groups:
        for one in group.elected:
            by = called(asked, one.by)
            yield Seat(asked.called(group), asked.told(group, one.seat), by, one.last_election, seat_ends(one))


def _votes(asked: Asked) -> Iterator[Vote]:
    for one in ballots(asked.register, asked.today):
        if one.ballot is not None and one.decided is not None and asked.period.has(one.decided):
            share = turnout(one.ballot)
            percent = round(float(share * 100), 1) if share is not None else None
            counts = one.ballot.entitled, one.ballot.voted
            yield Vote(asked.called(one), one.decided, *counts, percent, asked.told(one, one.outcome))
