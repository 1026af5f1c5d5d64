"""Who may decide something on a day: by their own post, as the lead of an area, or under a delegation (ruling H47)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from igreg.analysis.authority import Authority
from igreg.analysis.in_force import is_withdrawn
from igreg.analysis.party_now import Parties, when
from igreg.analysis.tenure import Tenure, covers
from igreg.analysis.who_held import line_above
from igreg.dataclass import dataclass
from igreg.language.english import money
from igreg.language.suggest import nearest_text
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role
from igreg.register.register import Register

DECIDES = ("roles", "staff", "delegations", "groups", "units")
"""The kinds without which nobody can say that nobody may."""
KINDS_OF_PARTY = {"roles": "role", "staff": "person", "groups": "group", "units": "unit"}


@dataclass(frozen=True, slots=True)
class May:
    """A party that may decide, on whose authority, and up to which sum."""

    party: str
    sort: str
    """A role, a person, a group or a unit."""
    people: tuple[str, ...]
    """Who that is on the day: whoever stands in for the one who is away (ruling H47)."""
    by: str
    """`decides` of the post itself, `lead` of the area, or a `delegation`."""
    delegation: Delegation | None
    limit: Decimal | None
    currency: str | None
    until: dt.date | None
    chain: tuple[str, ...]
    """The ids from the party over those who handed it down to the top."""
    away: tuple[str, ...] = ()
    """Who holds it and is away on the day."""


@dataclass(frozen=True, slots=True)
class MayNot:
    """A party that is named for it and may not decide it on the day, and why."""

    party: str
    why: str


@dataclass(frozen=True, slots=True)
class WhoMay:
    """The answer for one day."""

    task: str
    value: Decimal | None
    day: dt.date
    may: tuple[May, ...]
    may_not: tuple[MayNot, ...]
    near: str | None
    """The nearest that somebody may decide, where nobody is named for this."""


def who_may(register: Register, task: str, value: Decimal | None, day: dt.date, currency: str | None = None) -> WhoMay:
    """Who may decide a task, or what belongs to an area, on a day; with `value` only up to their limits.

    The value is in the currency of whatever limits it, unless a currency is named.
    """
    asking = _Asking(register, task.strip().casefold(), value, day, currency)
    found = list(asking.answers())
    may = tuple(one for one in found if isinstance(one, May))
    may_not = tuple(one for one in found if isinstance(one, MayNot))
    return WhoMay(task.strip(), value, day, may, may_not, None if found else _near(register, task))


@dataclass(frozen=True)
class _Asking:
    register: Register
    task: str
    value: Decimal | None
    day: dt.date
    currency: str | None

    @cached_property
    def tenure(self) -> Tenure:
        return self.authority.tenure(self.day)

    @cached_property
    def authority(self) -> Authority:
        return Authority(self.register)

    @cached_property
    def parties(self) -> Parties:
        return Parties(self.tenure)

    @cached_property
    def areas(self) -> frozenset[str]:
        """The areas whose id the task is."""
        return frozenset(area for area in self.register.areas if area.casefold() == self.task)

    def answers(self) -> Iterator[May | MayNot]:
        """All parties that are named for it: posts by what they decide, leads, then those to whom it was given."""
        for role in self.tenure.there.roles:
            if any(_same(text, self.task) for text in role.decides):
                yield self._own(role, "decides")
        for role in self.tenure.there.roles:
            if not self.areas.isdisjoint(role.areas):
                yield self._own(role, "lead")
        for one in self.register.of(Delegation):
            if one.to and self._is_about(one):
                yield self._given(one, one.to)

    def _is_about(self, one: Delegation) -> bool:
        return not self.areas.isdisjoint(one.areas) or any(_same(text, self.task) for text in one.tasks)

    def _own(self, role: Role, by: str) -> May | MayNot:
        chain = (role.id or "", *line_above(self.tenure, role.id))
        found = self.parties.now(role.id or "", "roles")
        if isinstance(found, str):
            return MayNot(role.id or "", found)
        people, away = found
        return May(role.id or "", "role", people, by, None, None, None, role.end, chain, away)

    def _given(self, one: Delegation, to: str) -> May | MayNot:
        kind = self.register.kind_of.get(to)
        if kind not in KINDS_OF_PARTY:
            return MayNot(to, f"{one.called} gives it to an id that no role, person, group or unit has")
        why = self._not_in_force(one)
        limit = self.authority.up_to(one, self.day)
        if why is None and limit is not None:
            why = self._over(limit[0], limit[1].currency)
        found = why or self.parties.now(to, kind)
        if isinstance(found, str):
            return MayNot(to, found)
        people, away = found
        sum, currency = (limit[0], limit[1].currency) if limit is not None else (None, None)
        chain = tuple(self._chain(one, to))
        return May(to, KINDS_OF_PARTY[kind], people, "delegation", one, sum, currency, one.end, chain, away)

    def _not_in_force(self, one: Delegation) -> str | None:
        """Why a delegation does not count on the day: its own days, or the post of whoever gave it."""
        if not covers(one.start, one.end, self.day):
            return f"{_named(one)} {when(one.start, one.end, self.day)}"
        if is_withdrawn(one, self.day):
            return f"{_named(one)} was withdrawn when it was reviewed"
        giver = self.register.get(Role, one.from_)
        if giver is None:
            return f"{_named(one)} comes from {one.from_ or 'nobody'}, which is no role"
        if giver.id in self.tenure.there.gone:
            return f"{_named(one)} comes from {giver.called}: that post {when(giver.start, giver.end, self.day)}"
        return None

    def _over(self, limit: Decimal, currency: str) -> str | None:
        """Why a value is not within a limit; the limit itself is (ruling H47)."""
        if self.value is None:
            return None
        if self.currency is not None and currency.casefold() != self.currency.casefold():
            return f"the limit is {money(limit, currency)}, in another currency"
        return f"only up to {money(limit, currency)}" if self.value > limit else None

    def _chain(self, one: Delegation, to: str) -> Iterator[str]:
        """The party, those who handed it down, and from the first of them the line to the top; a loop ends it."""
        seen = {to}
        yield to
        current: Delegation | None = one
        giver = one.from_
        while current is not None and current.from_ and current.from_ not in seen:
            giver = current.from_
            seen.add(giver)
            yield giver
            current = next(iter(self.authority.comes_from(current, self.day)), None)
        for upper in line_above(self.tenure, giver):
            if upper in seen:
                return
            seen.add(upper)
            yield upper


def _same(text: str, task: str) -> bool:
    """Whether two texts are the same words, case and blanks around aside (ruling H47)."""
    return text.strip().casefold() == task


def _named(one: Delegation) -> str:
    return f"{one.called} ({one.id})" if one.id and one.id != one.called else one.called


def _near(register: Register, task: str) -> str | None:
    """The nearest of everything that somebody may decide."""
    known = [*(text for role in register.of(Role) for text in role.decides)]
    known += [text for one in register.of(Delegation) for text in one.tasks]
    return nearest_text(task.strip(), (*dict.fromkeys(known), *register.areas))
