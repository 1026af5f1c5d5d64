"""Who holds a role, out of rows: an appointment is added or its own days change, no other is touched (ruling X50)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from itertools import combinations
from typing import Any

from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.kinds.roles import Role

HOLDERS = "holders"
_FIELDS = ("staff", "from", "until", "as")
"""The order in which a holder is written."""
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


@dataclass(frozen=True)
class Held:
    """What a row says of a role: its id, the role where it is there, and its values."""

    id: str
    role: Role | None
    values: Mapping[KeyPath, Any]

    @property
    def given(self) -> dict[str, Any]:
        """What it says of who holds the role."""
        return {str(path[-1]): value for path, value in self.values.items() if is_holders(path)}


def placed(rows: Sequence[Held]) -> list[dict[KeyPath, Any] | NoAppointment]:
    """The values of each row with what they say of its holder in the place where that belongs, or why it has none.

    An appointment of the same person is the one that began on that day, else the one that still lasts; there is none
    where it had ended before. Rows whose appointment is there count first, and those without a first day last, so that
    the order of the rows says nothing, nor whether the table was brought in before. Rows of one appointment that do
    not say the same are all refused.
    """
    known = _Appointments()
    out: list[dict[KeyPath, Any] | NoAppointment] = [{} for _ in rows]
    at_place: dict[tuple[str, int], list[int]] = {}
    for at in sorted(range(len(rows)), key=lambda at: known.rank(rows[at])):
        try:
            place = known.place(rows[at])
        except NoAppointment as error:
            out[at] = error
            continue
        if place is None:
            out[at] = dict(rows[at].values)
        else:
            at_place.setdefault((rows[at].id, place), []).append(at)
    for (_, place), same in at_place.items():
        if any(_contradict(rows[one].given, rows[other].given) for one, other in combinations(same, 2)):
            why = "rows of one appointment do not say the same: that of"
            field = "holders.from" if any(rows[one].given.get("from") for one in same) else "holders.staff"
            for one in same:
                out[one] = NoAppointment(field, f"{why} {rows[one].given['staff']}", "leave one of them")
            continue
        said = {key: value for one in same for key, value in rows[one].given.items() if value is not None}
        whole = {key: said[key] for key in (*_FIELDS, *said) if key in said}
        for one in same:
            rest = {path: value for path, value in rows[one].values.items() if not is_holders(path)}
            out[one] = rest | _written_at(rows[one], place, whole)
    return out


def _written_at(row: Held, place: int, whole: dict[str, Any]) -> dict[KeyPath, Any]:
    """What a row, and others of the same appointment, come to: one more in a role that is there, else its values."""
    if row.role is not None and place >= len(row.role.holders):
        return {(HOLDERS, place): whole}
    return {(HOLDERS, place, key): value for key, value in whole.items()}


def _contradict(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return any(key in other and other[key] != value for key, value in one.items())


@dataclass
class _Appointments:
    """The appointments of each role, those of the register first, and then what the rows before this one added."""

    held: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    named: dict[str, set[int]] = field(default_factory=dict)
    """The places of those that a row of the table has named: another row with another first day means another."""

    def of(self, row: Held) -> list[dict[str, Any]]:
        """The appointments of the role of a row."""
        known = [] if row.role is None else [_written(one) for one in row.role.holders]
        return self.held.setdefault(row.id, known)

    def rank(self, row: Held) -> int:
        """When a row counts: that of an appointment which is there first, that of no first day last."""
        first, staff = row.given.get("from"), row.given.get("staff")
        if first is None:
            return 2
        return 0 if any(one.get("staff") == staff and one_day(one) == first for one in self.of(row)) else 1

    def place(self, row: Held) -> int | None:
        """The place of the appointment of a row, where it has one. Raises NoAppointment."""
        given = row.given
        if not given:
            return None
        if given.get("staff") is None:
            raise NoAppointment(
                "holders.staff", "the row names nobody who holds the role", "say who, or empty the days"
            )
        held, named = self.of(row), self.named.setdefault(row.id, set())
        at = _same(held, given, named)
        if at is None and given.get("from") is None:
            raise NoAppointment("holders.from", "an appointment has a first day, and the row has none", "give the day")
        if at is None:
            held.append({})
            at = len(held) - 1
        named.add(at)
        held[at].update(given)
        return at


def closed_up(values: dict[KeyPath, Any]) -> None:
    """Count the holders of a new role on without gaps, where rows of some of them were refused."""
    places = sorted({int(path[1]) for path in values if is_holders(path)})
    for path in [path for path in values if is_holders(path)]:
        value = values.pop(path)
        values[(HOLDERS, places.index(int(path[1])), *path[2:])] = value


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
    last = given.get("until")
    if first is None:
        ended = [at for at in own if last is not None and held[at].get("until") == last]
        still = [at for at in own if at not in named and held[at].get("until") is None]
        return next(iter((*ended, *reversed(still), *reversed(own))), None)
    for at in reversed(own):
        until, began = held[at].get("until"), one_day(held[at])
        if at not in named and (until is None or until >= first) and (last is None or began is None or last >= began):
            return at
    return None


def one_day(held: Mapping[str, Any]) -> str | None:
    """The first day of an appointment, where it has one."""
    found: str | None = held.get("from")
    return found
