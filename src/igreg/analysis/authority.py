"""What a delegation lets somebody decide on a day: to whom it gives, up to which sum, and whether it has so much."""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from igreg.analysis.audience import Audiences
from igreg.analysis.in_force import in_force
from igreg.analysis.tenure import Tenure, covers
from igreg.model.kinds.delegations import Delegation
from igreg.model.kinds.roles import Role
from igreg.quick import dataclass
from igreg.register.register import Register


class TooMuch(NamedTuple):
    """A delegation that gives more than whoever gives has: the field, and the delegation from which they have it."""

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

    def limit(self, delegation: Delegation, day: dt.date) -> tuple[Decimal, Delegation] | None:
        """The sum up to which it goes on a day and the delegation that says it; nothing where none does.

        One without a limit goes as far as those from which it comes.
        """
        if delegation.limit is not None:
            return delegation.limit, delegation
        above = [one for one in self._above(delegation, day) if covers(one.start, one.end, day)]
        limits = [one.limit for one in above if one.limit is not None]
        if not limits or len(limits) < len(above):
            return None
        most = max(above, key=lambda one: one.limit or 0)
        return max(limits), most

    def too_much(self, delegation: Delegation, day: dt.date) -> TooMuch | None:
        """Whether one that is in force on a day gives more, or for longer, than whoever gives was given.

        Of several delegations to them, one that has it is enough.
        """
        above = [one for one in self._above(delegation, day) if in_force(one, day)]
        found = [_more(delegation, one) for one in above]
        return None if not found or None in found else found[0]

    def _above(self, delegation: Delegation, day: dt.date) -> Iterator[Delegation]:
        """The delegations to whoever hands this one down that are about the same."""
        role = self.register.get(Role, delegation.from_)
        if role is None:
            return
        for one in self._given_to(role, day):
            if one is not delegation and _same_matter(one, delegation, own=bool(role.decides)):
                yield one

    def _given_to(self, role: Role, day: dt.date) -> Iterator[Delegation]:
        parties = {role.id, *self.tenure(day).people(role.id)}
        for to in self._by_receiver:
            if to in parties or self._in_unit(to, role, day):
                yield from self._by_receiver[to]

    def _reaches(self, to: str, role: Role, day: dt.date) -> bool:
        return to in self.tenure(day).people(role.id) or self._in_unit(to, role, day)

    def _in_unit(self, to: str, role: Role, day: dt.date) -> bool:
        return self.register.kind_of.get(to) == "units" and role.unit in self._below(to, day)

    @cached_property
    def tenure(self) -> Callable[[dt.date], Tenure]:
        """Who holds what on a day; each day once."""
        return functools.cache(lambda day: Tenure(self.register, day))

    @cached_property
    def _below(self) -> Callable[[str, dt.date], set[str]]:
        return functools.cache(lambda unit, day: self._audiences(day).below(unit))

    @cached_property
    def _audiences(self) -> Callable[[dt.date], Audiences]:
        return functools.cache(lambda day: Audiences(self.tenure(day)))

    @cached_property
    def _by_receiver(self) -> Mapping[str, list[Delegation]]:
        out: dict[str, list[Delegation]] = defaultdict(list)
        for delegation in self.register.of(Delegation):
            if delegation.to:
                out[delegation.to].append(delegation)
        return out


def _same_matter(above: Delegation, below: Delegation, *, own: bool) -> bool:
    """Whether what is handed on is what was given: they share an area or a task, or one of them names neither.

    Where the post has things of its `own` to decide, only what they share counts.
    """
    one, other = _matter(above), _matter(below)
    return bool(one & other) or (not own and not (one and other))


def _matter(delegation: Delegation) -> frozenset[str]:
    return frozenset((*delegation.areas, *(task.casefold() for task in delegation.tasks)))


def _more(below: Delegation, above: Delegation) -> TooMuch | None:
    """What a delegation gives over another from which it comes; nothing where it keeps within it."""
    same_money = above.currency == below.currency and above.limit is not None and below.limit is not None
    if same_money and (below.limit or 0) > (above.limit or 0):
        return TooMuch("limit", above)
    if above.end is not None and (below.end > above.end if below.end else bool(_matter(above) & _matter(below))):
        return TooMuch("end", above)
    return None
