"""Who holds a role on the day, in words that carry the marks (ruling A104)."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.standing_in import hangs_on_one
from igreg.analysis.tenure import Appointment
from igreg.analysis.vacancy import vacancy
from igreg.chart.graph import Line
from igreg.chart.view import View
from igreg.language.english import long_day
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import Absence, StaffMember


def holder_lines(view: View, role: Role) -> tuple[Line, ...]:
    """One line for each holder and deputy of the day; a vacant role says so first."""
    return tuple(_lines(view, role))


def _lines(view: View, role: Role) -> Iterator[Line]:
    holders, deputies = view.tenure.holders(role), view.tenure.deputies(role)
    alone = len(holders) == 1
    if not holders:
        yield Line("vacant", _vacant(view, role))
    for held in holders:
        acting = held.holder.as_ == "acting"
        text = view.name(held.holder.staff) if view.names else "In post"
        if acting:
            until = f" until {long_day(held.holder.until)}" if held.holder.until else ""
            text = f"Acting{until}: {text}" if view.names else f"Acting{until}"
        away, several = _away(view, held, alone), _several(view, held)
        yield Line("acting" if acting else "person", text + several)
        if away:
            yield Line("absent", away)
    for held in deputies:
        text = f"Deputy: {view.name(held.holder.staff)}" if view.names else "Deputy: in place"
        yield Line("deputy", text)
        away = _away(view, held, alone=False)
        if away:
            yield Line("absent", away)
    if view.risks and role.areas and hangs_on_one(view.tenure, role):
        yield Line("risk", "Single point of failure: nobody stands in")


def _vacant(view: View, role: Role) -> str:
    """Vacant, and since when where the register knows: the day after the last holder's last (ruling A03)."""
    found = vacancy(role, view.day)
    since = f" since {long_day(found.since)}" if found.since else ""
    coming = f"; filled from {long_day(found.next.from_)}" if found.next and found.next.from_ else ""
    return f"Vacant{since}{coming}"


def _away(view: View, held: Appointment, alone: bool) -> str:
    """That somebody is absent, until when, and who covers; or that they have left, or are still to begin.

    With the name, unless told alone.

    Without names, and to others, nothing is told of absences: they are close to what is known of people's health
    (ruling B77); nor of the days on which people come and go.
    """
    who = "" if alone or not view.names else f"{view.name(held.holder.staff)} "
    person = view.register.get(StaffMember, held.holder.staff) if view.names else None
    if person is not None and person.left is not None and person.has_left(view.day):
        return f"{who}{'left' if who else 'Left'} on {long_day(person.left)}, and is still named"
    if person is not None and person.started is not None and person.started > view.day:
        return f"{who}{'begins' if who else 'Begins'} on {long_day(person.started)}, and is named already"
    absence = view.tenure.absence(held.holder.staff) if view.tells_private else None
    if absence is None:
        return ""
    until = f" until {long_day(absence.until)}" if absence.until else ""
    return f"{who}{'absent' if who else 'Absent'}{until}, {_cover(view, absence)}"


def _cover(view: View, absence: Absence) -> str:
    """Who covers, or why nobody does: whoever is named may have left or be away too (ruling B24)."""
    cover = view.tenure.cover(absence)
    if cover:
        return f"covered by {view.name(cover)}"
    if not absence.cover:
        return "no cover named"
    why = "is away too" if absence.cover in view.tenure.employed else "is not employed"
    return f"no cover: {view.name(absence.cover)} {why}"


def _several(view: View, held: Appointment) -> str:
    """How many roles the person fills, where it is more than one."""
    count = len(view.roles_held(held.holder.staff or ""))
    return f" ({count} roles)" if count > 1 else ""


def held_by(view: View, role: Role) -> str:
    """Who holds a role, in one phrase: for tables."""
    return "; ".join(line.text for line in holder_lines(view, role))
