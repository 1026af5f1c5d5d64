"""Who held what over time, in words for a picture and for the table that says the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.spans import Span
from igreg.analysis.subject import Subject
from igreg.analysis.timeline import Row, Timeline
from igreg.chart.graph import Graph, Table
from igreg.chart.view import View
from igreg.dataclass import dataclass
from igreg.language.english import listed, long_day
from igreg.model.kinds.roles import Role
from igreg.wording.time_entry import Entry, of_absence, of_bar, of_gap, of_overlap

HEAD = ("Role", "What", "Who", "From", "Until", "Days", "By, and notes")
NOT_TOLD = "Whether it was vacant cannot be told: a file with roles or people could not be read"
NEVER = "Nobody is written down who ever held it"
NOT_YET = "Nobody had held it yet in these days"
NOBODY = "No role leads an area in these days"


def short_day(day: dt.date) -> str:
    """A day where room is short: 31 Oct 2026."""
    return f"{day.day} {day:%b %Y}"


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A bar of the picture: what it is, its days within the window and within those of the post, and its words."""

    entry: Entry
    first: dt.date
    last: dt.date
    before: bool
    """Whether it began before the window."""
    after: bool
    """Whether it goes on after it."""
    told: str

    @property
    def short(self) -> str:
        """Its own days, where room is short."""
        span = self.entry.span
        if span.first is not None and span.first == span.last:
            return short_day(span.first)
        since = f"{short_day(span.first)} " if span.first is not None else ""
        if span.last is None:
            return f"since {since}".strip() if since else ""
        return f"{since}to {short_day(span.last)}"


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A role with all that is said of it."""

    id: str
    title: str
    lines: tuple[str, ...]
    """What stands below its title: what it leads, and since when there is such a post."""
    never: str
    """That nobody held it yet, where that is so and no days can be named."""
    entries: tuple[Entry, ...]
    bars: tuple[TimeBar, ...]
    changes: tuple[dt.date, ...]
    post: Span
    """The days of the window on which there is such a post."""


@dataclass(frozen=True, slots=True)
class TimeChart:
    """All rows, and the graph that has the title, the remarks and the table of them."""

    graph: Graph
    rows: tuple[TimeRow, ...]
    first: dt.date
    last: dt.date
    today: dt.date


def time_chart(found: Timeline) -> TimeChart:
    """The words of a timeline."""
    assert found.span.first is not None
    assert found.span.last is not None
    rows = tuple(_row(found, row) for row in found.rows)
    name = found.register.organisation.name or "The organisation"
    graph = Graph(
        chart="timeline",
        name="timeline",
        title="Who held what",
        subtitle=f"{name}, {_window(found.span.first, found.span.last)}",
        source=View(found.register, found.today).source,
        nodes=(),
        edges=(),
        tables=(Table("Who held what", HEAD, tuple(cells for row in rows for cells in _cells(row))),) if rows else (),
        remarks=tuple(_remarks(found)),
    )
    return TimeChart(graph, rows, found.span.first, found.span.last, found.today)


def _window(first: dt.date, last: dt.date) -> str:
    return f"on {long_day(first)}" if first == last else f"{long_day(first)} to {long_day(last)}"


def not_there(role: Role, span: Span) -> str:
    """Why a role that is meant has no row."""
    if role.start is not None and span.last is not None and role.start > span.last:
        return f"no such post in these days: it exists from {long_day(role.start)}"
    if role.end is not None and span.first is not None and role.end < span.first:
        return f"no such post in these days: it existed until {long_day(role.end)}"
    return "no such post: its last day is before its first"


def named(role: Role) -> str:
    """A role by its title, with its id where that says more."""
    id = role.id or "without an id"
    return f"{role.title} ({id})" if role.title and role.title != id else id


def _remarks(found: Timeline) -> Iterator[str]:
    if not (found.rows or found.gone or found.silent):
        yield NOBODY if found.is_certain else "No role that leads an area could be read"
    for one in found.silent:
        yield _silent(found, one)
    for role in found.gone:
        yield f"{named(role)}: {not_there(role, found.span)}"
    if not found.is_certain:
        yield NOT_TOLD


def _silent(found: Timeline, one: Subject) -> str:
    """That something that is asked about has no row."""
    register = found.register
    if one.sort == "area":
        said = f"No role leads {register.areas.get(one.id, one.id)}"
    elif one.sort == "function":
        said = f"No role has the function {one.id}"
    else:
        said = f"{register.title(one.id)} had no part in a role in these days"
    return said if found.is_certain else f"{said}, as far as could be read"


def _row(found: Timeline, row: Row) -> TimeRow:
    role, register = row.role, found.register
    held = [(bar.span, of_bar(found, bar)) for bar in row.bars]
    held += [(gap, of_gap(gap)) for gap in row.gaps]
    held.sort(key=lambda one: (one[0].first or dt.date.min, one[1].what == "deputy"))
    away = [(one.span, of_absence(found, one)) for one in row.absences]
    areas = [register.areas.get(area, area) for area in dict.fromkeys(role.areas)]
    post = Span(role.start, role.end).meets(found.span) or found.span
    return TimeRow(
        role.id or "role",
        role.title or role.id or "Without a title",
        tuple(_lines(role, areas)),
        _never(found, row),
        (*(entry for _, entry in held), *(of_overlap(found, one) for one in row.overlaps), *(one for _, one in away)),
        tuple(bar for span, entry in (*held, *away) for bar in _bars(span, entry, role, post, found.span)),
        row.changes,
        post,
    )


def _lines(role: Role, areas: list[str]) -> Iterator[str]:
    if areas:
        yield f"leads {listed(areas)}"
    if role.start is not None:
        yield f"post from {long_day(role.start)}" + (f" until {long_day(role.end)}" if role.end else "")
    elif role.end is not None:
        yield f"post until {long_day(role.end)}"


def _never(found: Timeline, row: Row) -> str:
    if row.own or row.gaps or not found.is_certain or any(bar.appointment.fills for bar in row.bars):
        return ""
    return NEVER if row.never else NOT_YET


def _bars(span: Span, entry: Entry, role: Role, post: Span, window: Span) -> Iterator[TimeBar]:
    """The bar of an entry, cut by the window and by the days of the post; an entry outside of them has none."""
    part = span.meets(post)
    if part is None or part.first is None or part.last is None:
        return
    before = part.first == window.first and span.first != part.first
    after = part.last == window.last and span.last != part.last
    words = [f"{role.title or role.id or 'A role'}: {entry.said}", entry.when]
    words += [f"by {entry.by}"] if entry.by else []
    words += [entry.note] if entry.note else []
    yield TimeBar(entry, part.first, part.last, before, after, "; ".join(words))


def _cells(row: TimeRow) -> Iterator[tuple[str, ...]]:
    if row.never or not row.entries:
        yield (row.title, "", "nobody" if row.never else "", "", "", "", row.never or NOT_TOLD)
    for one in row.entries:
        yield (
            row.title,
            {"absent": "away", "several": "several at once"}.get(one.what, one.what),
            one.who or "nobody",
            long_day(one.span.first) if one.span.first is not None else "not known",
            long_day(one.span.last) if one.span.last is not None else "open",
            "" if one.days is None else str(one.days),
            "; ".join(word for word in (one.by, one.note) if word),
        )
