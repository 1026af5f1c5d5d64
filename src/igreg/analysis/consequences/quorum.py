"""Groups that can no longer be quorate, whoever comes; or can again (ruling H19)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence
from igreg.analysis.consequences.runs import days_of, edges, runs
from igreg.analysis.consequences.words import When
from igreg.analysis.quorum import Reach, reach
from igreg.analysis.tenure import Tenure
from igreg.language.english import counted, listed
from igreg.model.base import Record
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember

KINDS = ("groups", "roles", "staff", "bodies")
"""Who has a seat, and who could take it."""


def of_quorum(compared: Compared) -> Iterator[Consequence]:
    """Each group that could be quorate in one state and not in the other."""
    if not compared.touches(*KINDS):
        return
    touched: dict[str, Record | None] = {}
    for kind in (Role, StaffMember):
        for id, (_, new) in compared.differing(kind).items():
            touched[id] = new
    changed = compared.differing(Group)
    for id, (old, new) in compared.pairs(Group).items():
        if old is None or new is None:
            continue
        parties = {compared.now(party) for party in _parties(old)} | _parties(new)
        if id in changed or not parties.isdisjoint(touched):
            yield from _of_group(compared, id, old, new)


def _parties(group: Group) -> set[str]:
    return {*group.chairs, *group.members, *group.attendees, *group.quorum_roles, *group.quorum_all}


def _of_group(compared: Compared, id: str, old: Group, new: Group) -> Iterator[Consequence]:
    registers = compared.registers

    def both(day: dt.date) -> tuple[Reach | None, Reach | None]:
        was, now = (reach(Tenure(register, day), group) for register, group in zip(registers, (old, new), strict=True))
        return was, now

    def ask(day: dt.date) -> tuple[tuple[int, bool], tuple[int, bool]] | None:
        was, now = both(day)
        if was is None or now is None or was.enough == now.enough:
            return None
        return (was.people, was.enough), (now.people, now.enough)

    for run in runs(_days(compared, old, new), ask):
        was, now = both(run.on)
        if was is not None and now is not None:
            yield _consequence(compared, id, new, (was, now), (run.on, run.until))


def _days(compared: Compared, old: Group, new: Group) -> Iterator[dt.date]:
    """The day of comparison, and whenever later the group, a post in it or a person in it comes or goes."""
    first = compared.first
    yield from (first, compared.day)
    for register, group in zip(compared.registers, (old, new), strict=True):
        yield from (day for day in days_of(group) if day > first)
        for party in _parties(group):
            record = register.by_id.get(party)
            if isinstance(record, Role):
                yield from (day for day in days_of(record) if day > first)
            elif isinstance(record, StaffMember):
                yield from (day for day in edges(record.started, record.left) if day > first)


def _consequence(
    compared: Compared, id: str, group: Group, reached: tuple[Reach, Reach], days: tuple[dt.date, dt.date | None]
) -> Consequence:
    (was, now), (on, until) = reached, days
    when = When(on, until, compared.today, compared.first)
    if not now.enough:
        said = f"{compared.title(id)} can no longer be quorate: {_why(compared, group, now)}; before, {_could(was)}"
    else:
        said = f"{compared.title(id)} can be quorate again: {_could(now)}; before, {_why(compared, None, was)}"
    return Consequence("quorum", id, was.people, now.people, on, until, when.tell(said), gain=now.enough)


def _could(found: Reach) -> str:
    return f"{counted(found.people, 'person', 'people')} could come"


def _why(compared: Compared, group: Group | None, found: Reach) -> str:
    if found.missing:
        return f"nobody could come for {listed(map(compared.title, found.missing))}, which must be there"
    quorum = f", and its quorum is {group.quorum}" if group is not None and group.quorum is not None else ""
    return f"{_could(found)}{quorum}"
