"""How an item is told, whatever the format: when, what, about whom, who does it; and the groups of a view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.due.item import DueList, Row
from igreg.language.english import counted, listed, some_of

MOST_HOURS = 100
"""From so many hours on people are told days."""


def when(row: Row) -> str:
    """`3 days overdue`, `today`, `in 5 days`; a breach clock in hours, while they are fewer than a hundred."""
    hours = row.item.hours
    if hours is not None and abs(hours) < MOST_HOURS:
        return time_left(hours)
    days = row.days
    if days < 0:
        return f"{counted(-days, 'day')} overdue"
    return "today" if days == 0 else f"in {counted(days, 'day')}"


def time_left(hours: int) -> str:
    """`12 hours left`, `3 hours overdue`."""
    return f"{counted(-hours, 'hour')} overdue" if hours < 0 else f"{counted(hours, 'hour')} left"


def about(row: Row, due_list: DueList) -> str:
    """The record by id and title, and the subject where there is one."""
    item = row.item
    parts = [part for part in (item.record, item.title) if part]
    text = " ".join(dict.fromkeys(parts))
    return f"{text} ({due_list.name(item.subject)})" if item.subject else text


def who(row: Row, due_list: DueList) -> str:
    """The owner's role and the person who holds it; or that it is vacant, and who it goes up to.

    An owner that is not in the register is no vacant role. While the only holder is away it says who stands in, and to
    whoever stands in, for whom.
    """
    owner = row.item.owner
    if owner is None:
        return ""
    if owner not in due_list.names:
        return f"{owner}: not in {'what could be read' if due_list.incomplete else 'the register'}"
    if row.covering_for is not None:
        whose = "" if row.people == (owner,) else f"{due_list.name(owner)}: "
        return f"{whose}covering for {due_list.name(row.covering_for)}"
    if row.people:
        people = "" if row.people == (owner,) else f": {', '.join(_person(id, row, due_list) for id in row.people)}"
        return f"{due_list.name(owner)}{people}{_away(row, due_list)}"
    above = f", goes up to {due_list.name(row.escalates_to)}" if row.escalates_to else ""
    if not above and row.above:
        above = f", goes to {listed(due_list.name(person) for person in row.above)}"
    return f"{due_list.name(owner)}: {'not employed now' if row.gone else 'vacant'}{above}"


def _person(id: str, row: Row, due_list: DueList) -> str:
    return f"{due_list.name(id)} (not employed now)" if id in row.left else due_list.name(id)


def _away(row: Row, due_list: DueList) -> str:
    if row.away is None:
        return ""
    there = listed(due_list.name(person) for person in row.stand_ins)
    return f", away; {there} {'stands' if len(row.stand_ins) == 1 else 'stand'} in" if there else ", away, not covered"


def detail(row: Row, due_list: DueList, *, people: bool) -> str:
    """Why it is due; with `people`, whose training lapses."""
    names = ", ".join(due_list.name(id) for id in row.item.names) if people else ""
    return f"{row.item.detail}: {names}" if names else row.item.detail


def groups(due_list: DueList, by: str | None) -> Iterator[tuple[str, list[Row]]]:
    """The rows under the headings of a view (week, owner, kind, unit, area); without a view all in one group."""
    if by is None:
        yield "", list(due_list.rows)
        return
    found: dict[tuple[int, str], list[Row]] = {}
    for row in due_list.rows:
        for place in _headings(row, due_list, by):
            found.setdefault(place, []).append(row)
    for number, heading in sorted(found, key=lambda pair: pair if by != "week" else (pair[0], "")):
        yield heading, found[number, heading]


def _headings(row: Row, due_list: DueList, by: str) -> list[tuple[int, str]]:
    """Where a row stands in a view; under each of its areas or units in those views."""
    if by == "area":
        return [(0, due_list.name(area)) for area in row.item.areas] or [(1, "No area")]
    if by == "unit":
        return [(0, due_list.name(unit)) for unit in row.units] or [(1, "No unit")]
    return [_heading(row, due_list, by)]


def _heading(row: Row, due_list: DueList, by: str) -> tuple[int, str]:
    if by == "owner":
        return (1, "No owner") if row.item.owner is None else (0, who(row, due_list))
    if by == "kind":
        return 0, row.item.kind
    if row.overdue:
        return -(10**6), "Overdue"
    monday = row.item.due - dt.timedelta(days=row.item.due.weekday())
    return (monday - due_list.today).days, f"Week of {monday.day} {monday:%B %Y}"


def summary(due_list: DueList) -> str:
    """Counts: overdue and due; and which files are missing from the list, since a short list is no good news then."""
    return f"{counts(due_list)} {not_complete(due_list)}" if due_list.incomplete else counts(due_list)


def counts(due_list: DueList) -> str:
    """How many are overdue and how many due."""
    overdue = sum(1 for row in due_list.rows if row.overdue)
    return f"{overdue} overdue, {len(due_list.rows) - overdue} due; as on {due_list.today}."


def not_complete(due_list: DueList) -> str:
    """Which files are missing from the list."""
    return f"Not complete: {some_of(due_list.incomplete)} could not be read in full."
