"""How an item is told, whatever the format: when, what, about whom, who does it; and the groups of a view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.due.item import Agenda, Row
from igreg.words import counted


def when(row: Row) -> str:
    """`3 days overdue`, `today`, `in 5 days`; a breach clock in hours."""
    hours = row.item.hours
    if hours is not None:
        return f"{counted(-hours, 'hour')} overdue" if hours < 0 else f"{counted(hours, 'hour')} left"
    days = row.days
    if days < 0:
        return f"{counted(-days, 'day')} overdue"
    return "today" if days == 0 else f"in {counted(days, 'day')}"


def about(row: Row, agenda: Agenda) -> str:
    """The record by id and title, and the subject where there is one."""
    item = row.item
    parts = [part for part in (item.record, item.title) if part]
    text = " ".join(dict.fromkeys(parts))
    return f"{text} ({agenda.name(item.subject)})" if item.subject else text


def who(row: Row, agenda: Agenda) -> str:
    """The owner's role and the person who holds it; or that it is vacant, and who it goes up to."""
    owner = row.item.owner
    if owner is None:
        return ""
    if row.people == (owner,):
        return agenda.name(owner)
    if row.people:
        return f"{agenda.name(owner)}: {', '.join(agenda.name(person) for person in row.people)}"
    above = f", goes up to {agenda.name(row.escalates_to)}" if row.escalates_to else ""
    return f"{agenda.name(owner)}: {'not employed now' if row.gone else 'vacant'}{above}"


def detail(row: Row, agenda: Agenda, *, people: bool) -> str:
    """Why it is due; with `people`, whose training lapses."""
    names = ", ".join(agenda.name(id) for id in row.item.names) if people else ""
    return f"{row.item.detail}: {names}" if names else row.item.detail


def groups(agenda: Agenda, by: str | None) -> Iterator[tuple[str, list[Row]]]:
    """The rows under the headings of a view (week, owner, kind, unit, area); without a view all in one group."""
    if by is None:
        yield "", list(agenda.rows)
        return
    found: dict[tuple[int, str], list[Row]] = {}
    for row in agenda.rows:
        for place in _headings(row, agenda, by):
            found.setdefault(place, []).append(row)
    for number, heading in sorted(found, key=lambda pair: pair if by != "week" else (pair[0], "")):
        yield heading, found[number, heading]


def _headings(row: Row, agenda: Agenda, by: str) -> list[tuple[int, str]]:
    """Where a row stands in a view; under each of its areas or units in those views."""
    if by == "area":
        return [(0, agenda.name(area)) for area in row.item.areas] or [(1, "No area")]
    if by == "unit":
        return [(0, agenda.name(unit)) for unit in row.units] or [(1, "No unit")]
    return [_heading(row, agenda, by)]


def _heading(row: Row, agenda: Agenda, by: str) -> tuple[int, str]:
    if by == "owner":
        return (1, "No owner") if row.item.owner is None else (0, who(row, agenda))
    if by == "kind":
        return 0, row.item.kind
    if row.overdue:
        return -(10**6), "Overdue"
    monday = row.item.due - dt.timedelta(days=row.item.due.weekday())
    return (monday - agenda.today).days, f"Week of {monday.day} {monday:%B %Y}"


def summary(agenda: Agenda) -> str:
    """Counts: overdue and due."""
    overdue = sum(1 for row in agenda.rows if row.overdue)
    return f"{overdue} overdue, {len(agenda.rows) - overdue} due; as on {agenda.today}."
