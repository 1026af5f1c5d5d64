"""Who holds a role on the day, with the marks that it needs (ruling A104)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from igreg.analysis.standing_in import hangs_on_one
from igreg.analysis.tenure import Appointment
from igreg.analysis.vacancy import vacancy
from igreg.chart.lines import Absent, Deputises, HangsOnOne, HasLeft, Holds, Line, NotBegun, Vacant
from igreg.chart.view import View
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember


def holder_lines(view: View, role: Role) -> tuple[Line, ...]:
    """One line for each holder and deputy of the day; a vacant role says so first."""
    return tuple(_lines(view, role))


def _lines(view: View, role: Role) -> Iterator[Line]:
    holders, deputies = view.tenure.holders(role), view.tenure.deputies(role)
    alone = len(holders) == 1
    if not holders:
        yield _vacant(view, role)
    for held in holders:
        acting = held.holder.as_ == "acting"
        roles = len(view.roles_held(held.holder.staff or ""))
        yield Holds(_name(view, held), acting, held.holder.until if acting else None, roles)
        yield from _away(view, held, alone)
    for held in deputies:
        yield Deputises(_name(view, held))
        yield from _away(view, held, alone=False)
    if view.risks and role.areas and hangs_on_one(view.tenure, role):
        yield HangsOnOne()


def _name(view: View, held: Appointment) -> str | None:
    return view.name(held.holder.staff) if view.names else None


def _vacant(view: View, role: Role) -> Vacant:
    """Vacant, and since when where the register knows: the day after the last holder's last (ruling A03)."""
    found = vacancy(role, view.day)
    return Vacant(found.since, found.next.from_ if found.next else None)


def _away(view: View, held: Appointment, alone: bool) -> Iterator[Line]:
    """That somebody is absent, until when, and who covers; or that they have left, or are still to begin.

    With the name, unless told alone.

    Without names, and to others, nothing is told of absences: they are close to what is known of people's health
    (ruling B77); nor of the days on which people come and go.
    """
    name = None if alone else _name(view, held)
    person = view.register.get(StaffMember, held.holder.staff) if view.names else None
    if person is not None and person.left is not None and person.has_left(view.day):
        yield HasLeft(name, person.left)
    elif person is not None and person.started is not None and person.started > view.day:
        yield NotBegun(name, person.started)
    elif view.tells_private and (absence := view.tenure.absence(held.holder.staff)) is not None:
        cover = view.name(absence.cover) if absence.cover else None
        yield Absent(name, absence.until, cover, _fails(view, absence))


def _fails(view: View, absence: Absence) -> Literal["away", "gone"] | None:
    """Why whoever is named as cover does not cover: they may have left or be away too (ruling B24)."""
    if not absence.cover or view.tenure.cover(absence):
        return None
    return "away" if absence.cover in view.tenure.employed else "gone"
