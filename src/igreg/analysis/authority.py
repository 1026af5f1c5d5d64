"""What a delegation lets somebody decide on a day: to whom it gives, up to which sum, and whether it has so much."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from igreg.analysis.audience import Audiences
from igreg.analysis.delegation_days import counts
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role
from igreg.once import once_for_each
from igreg.register.register import Register


class TooMuch(NamedTuple):
    """A delegation that gives more than whoever gives has: the field, and the delegation from which they have it.

    A sum in another currency is more as well: nobody gave the giver any of that money.
    """

    field: str
    given: Delegation


@dataclass(frozen=True)
class Authority:
    """Who may decide under which delegation; the answers mean the day that is asked for."""

    register: Register

    def gives(self, delegation: Delegation, by: str, day: dt.date) -> bool | None:
        """Whether it gives a role or group to decide on a day; None where that cannot be known.

        To the role itself, to somebody who holds it that day, or to a unit that it belongs to or that is above; a group
        decides under a delegation to itself alone (ruling B65).
        """
        kind = self.register.kind_of
        if delegation.to is None or delegation.to not in kind or by not in kind:
            return None
        role = self.register.get(Role, by)
        return delegation.to == by or (role is not None and self._reaches(delegation.to, role, day))

    def counts(self, delegation: Delegation, day: dt.date) -> bool:
        """Whether a delegation counts on a day (ruling H47)."""
        return counts(self.tenure(day), delegation)

    def limit(self, delegation: Delegation, day: dt.date) -> tuple[Decimal, Delegation] | None:
        """The sum up to which it goes on a day and the delegation that says it; nothing where none does.

        One without a limit goes as far as those from which it comes.
        """
        if delegation.limit is not None:
            return delegation.limit, delegation
        above = list(self._above(delegation, day))
        limits = [one.limit for one in above if one.limit is not None]
        if not limits or len(limits) < len(above):
            return None
        if len({one.currency for one in above}) > 1:
            return None
        most = max(above, key=lambda one: one.limit or 0)
        return max(limits), most

    def up_to(self, delegation: Delegation, day: dt.date) -> tuple[Decimal, Delegation] | None:
        """The sum up to which it lets somebody decide, and the delegation that says it: no more than its giver has."""
        more = self.too_much(delegation, day)
        if more is not None and more.field == "limit" and more.given.limit is not None:
            return more.given.limit, more.given
        return self.limit(delegation, day)

    def too_much(self, delegation: Delegation, day: dt.date) -> TooMuch | None:
        """Whether one that is in force on a day gives more, or for longer, than whoever gives was given.

        Of several delegations to them, one that has it is enough.
        """
        first = None
        for one in self._above(delegation, day):
            more = _more(delegation, one)
            if more is None:
                return None
            first = first or more
        return first

    def comes_from(self, delegation: Delegation, day: dt.date) -> list[Delegation]:
        """The delegations in force on a day by which whoever hands this one down was given the same."""
        return list(self._above(delegation, day))

    def _above(self, delegation: Delegation, day: dt.date) -> Iterator[Delegation]:
        """The delegations in force on a day to whoever hands this one down that are about the same."""
        role = self.register.get(Role, delegation.from_)
        if role is not None:
            matter, own = _matter(delegation), bool(role.decides)
            for one, other in self._given_to(role.id or "", day):
                if one is not delegation and (not matter.isdisjoint(other) or not (own or (matter and other))):
                    yield one

    @once_for_each
    def _given_to(self, role: str, day: dt.date) -> Sequence[tuple[Delegation, frozenset[str]]]:
        """The delegations in force on a day to a role, its holders or its units, and what each is about."""
        return list(self._given(self.register.get(Role, role), day))

    def _given(self, role: Role | None, day: dt.date) -> Iterator[tuple[Delegation, frozenset[str]]]:
        if role is None:
            return
        places = self._receivers
        found = {to for to in (role.id or "", *self.tenure(day).people(role.id)) if to in places}
        found |= {unit for unit in self._units if self._in_unit(unit, role, day)}
        for to in sorted(found, key=places.__getitem__):
            yield from ((one, _matter(one)) for one in self._by_receiver[to] if self.counts(one, day))

    def _reaches(self, to: str, role: Role, day: dt.date) -> bool:
        return to in self.tenure(day).people(role.id) or self._in_unit(to, role, day)

    def _in_unit(self, to: str, role: Role, day: dt.date) -> bool:
        return self.register.kind_of.get(to) == "units" and role.unit in self._below(to, day)

    @once_for_each
    def tenure(self, day: dt.date) -> Tenure:
        """Who holds what on a day; each day once."""
        return Tenure(self.register, day)

    @once_for_each
    def _below(self, unit: str, day: dt.date) -> Set[str]:
        return self._audiences(day).below(unit)

    @once_for_each
    def _audiences(self, day: dt.date) -> Audiences:
        return Audiences(self.tenure(day))

    @cached_property
    def _by_receiver(self) -> Mapping[str, Sequence[Delegation]]:
        out: dict[str, list[Delegation]] = defaultdict(list)
        for delegation in self.register.of(Delegation):
            if delegation.to:
                out[delegation.to].append(delegation)
        return out

    @cached_property
    def _receivers(self) -> Mapping[str, int]:
        """The place of each party that something is handed to among all of them."""
        return {to: place for place, to in enumerate(self._by_receiver)}

    @cached_property
    def _units(self) -> Sequence[str]:
        """The units that something is handed to."""
        return [to for to in self._by_receiver if self.register.kind_of.get(to) == "units"]


def _matter(delegation: Delegation) -> frozenset[str]:
    """What it is about: its areas and tasks.

    What is handed on is what was given where the two share one of them, or where one of them names none; where the post
    has things of its own to decide, only what they share counts.
    """
    return frozenset((*delegation.areas, *(task.casefold() for task in delegation.tasks)))


def _more(below: Delegation, above: Delegation) -> TooMuch | None:
    """What a delegation gives over another from which it comes; nothing where it keeps within it."""
    if above.limit is not None and below.limit is not None:
        if above.currency != below.currency:
            return TooMuch("currency", above)
        if below.limit > above.limit:
            return TooMuch("limit", above)
    if above.end is not None and (below.end > above.end if below.end else bool(_matter(above) & _matter(below))):
        return TooMuch("end", above)
    return None
