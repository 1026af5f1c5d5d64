"""Who holds a role, out of rows: an appointment is added or its own days change, no other is touched (ruling X50)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from igreg.findings import KeyPath
from igreg.model.kinds.roles import Role

HOLDERS = "holders"
_AS_IT_IS = "substantive"


def is_holders(path: KeyPath) -> bool:
    """Whether a way leads to somebody who holds a role."""
    return path[0] == HOLDERS and len(path) > 1


@dataclass(frozen=True)
class NoAppointment(Exception):
    """Why a row appoints nobody: the field, what is wrong and what to do."""

    field: str
    message: str
    help: str


@dataclass
class Appointments:
    """The appointments of each role, those of the register first, and then what the rows before this one added."""

    held: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    named: dict[str, set[int]] = field(default_factory=dict)
    """The places of those that a row of the table has named: another row with another first day means another."""

    def placed(self, id: str, role: Role | None, values: Mapping[KeyPath, Any]) -> dict[KeyPath, Any]:
        """The values of a row with what they say of its holder in the place where that belongs.

        An appointment of the same person is the one that began on that day, else the one that still lasts; there is
        none where it had ended before. Raises NoAppointment.
        """
        given = {str(path[-1]): value for path, value in values.items() if is_holders(path)}
        out = {path: value for path, value in values.items() if not is_holders(path)}
        if not given:
            return out
        if given.get("staff") is None:
            raise NoAppointment(
                "holders.staff", "the row names nobody who holds the role", "say who, or empty the days"
            )
        held = self.held.setdefault(id, [] if role is None else [_written(one) for one in role.holders])
        named = self.named.setdefault(id, set())
        at = _same(held, given, named)
        if at is not None:
            named.add(at)
            held[at].update(given)
            return out | {(HOLDERS, at, key): value for key, value in given.items()}
        if given.get("from") is None:
            raise NoAppointment("holders.from", "an appointment has a first day, and the row has none", "give the day")
        held.append(given)
        place = len(held) - 1
        named.add(place)
        if role is None:
            return out | {(HOLDERS, place, key): value for key, value in given.items()}
        return out | {(HOLDERS, place): {key: value for key, value in given.items() if value is not None}}


def _written(holder: Any) -> dict[str, Any]:
    found: dict[str, Any] = holder.model_dump(by_alias=True, mode="json")
    return found


def _same(held: list[dict[str, Any]], given: Mapping[str, Any], named: Collection[int]) -> int | None:
    """Which appointment a row means; nothing where it is another one."""
    own = [at for at, one in enumerate(held) if one.get("staff") == given["staff"]]
    first = given.get("from")
    exact = next((at for at in own if first is not None and one_day(held[at]) == first), None)
    if exact is not None:
        return exact
    capacity = given.get("as")
    own = [at for at in own if capacity is None or (held[at].get("as") or _AS_IT_IS) == capacity]
    if first is None:
        return own[-1] if own else None
    last = given.get("until")
    for at in reversed(own):
        ended, began = held[at].get("until"), one_day(held[at])
        if at not in named and (ended is None or ended >= first) and (last is None or began is None or last >= began):
            return at
    return None


def one_day(held: Mapping[str, Any]) -> str | None:
    """The first day of an appointment, where it has one."""
    found: str | None = held.get("from")
    return found
