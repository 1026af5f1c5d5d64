"""Many registers in words and tables: the summary first, then who stands worst, then what they have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.estate.view import Estate, Stands
from igreg.language.english import are, counted, listed, long_day, some_of
from igreg.render.estate.section import Column, Section

MEASURES = {
    "findings.error": ("errors", ""),
    "findings.warning": ("warnings", ""),
    "due.overdue": ("dates overdue", ""),
    "leads.vacant": ("areas that nobody leads", ""),
    "training.share": ("the lowest share trained", " %"),
    "assessment.missing": ("items missing from the assessment", ""),
    "breaches.late": ("breach clocks past their hours", ""),
}
"""What each measure of outliers is called, and its unit."""


OLD = 35
"""A snapshot is old after so many days: one that is made each week, or each month, has not come."""


@dataclass(frozen=True, slots=True)
class Story:
    """The whole view for people."""

    title: str
    summary: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    sections: tuple[Section, ...] = field(default=())


def story(found: Estate) -> Story:
    """What is shown; a section without rows is left out."""
    sections = (
        _registers(found),
        _outliers(found),
        _rules(found),
        _kinds(found),
        _late(found),
        _areas(found),
        _courses(found),
        _trend(found),
    )
    return Story(
        f"{counted(len(found.registers), 'register')} side by side",
        tuple(_summary(found)),
        tuple(_warnings(found)),
        tuple(one for one in sections if one.rows),
    )


def _summary(found: Estate) -> Iterator[str]:
    all = found.summary
    yield (
        f"{long_day(found.today)}: {counted(all['error'], 'error')}, {counted(all['warning'], 'warning')} and "
        f"{counted(all['overdue'], 'date')} overdue in {counted(all['registers'] - all['unreadable'], 'register')}."
    )
    read = [one for one in found.registers if one.entry.figures is not None]
    amiss = [one for one in read if one.error or one.overdue or one.vacant]
    if not amiss and not found.incomplete and not all["unreadable"]:
        yield "Nowhere is there an error, anything overdue or an area that nobody leads."
    elif read:
        words = [
            f"{_so_many(1 for one in read if one.error)} with errors",
            f"{_so_many(1 for one in read if one.overdue)} with something overdue",
            f"{_so_many(1 for one in read if one.vacant)} with an area that nobody leads",
        ]
        yield f"Of {len(read)}: {listed(words)}."
    days = sorted({one.entry.figures.organisation.as_of for one in read if one.entry.figures is not None})
    if days and days != [str(found.today)]:
        last = f" to {long_day(dt.date.fromisoformat(days[-1]))}" if len(days) > 1 else ""
        yield f"The figures are as of {long_day(dt.date.fromisoformat(days[0]))}{last}."


def _so_many(found: Iterable[int]) -> str:
    return str(sum(found) or "none")


def _warnings(found: Estate) -> Iterator[str]:
    unread = [one.entry for one in found.registers if one.entry.figures is None]
    if unread:
        yield f"{counted(len(unread), 'register')} cannot be read: {some_of([one.register for one in unread])}."
    if found.incomplete:
        names = [found.called(one) for one in found.incomplete]
        yield (
            f"{counted(len(names), 'register')} {are(len(names))} incomplete, as files in "
            f"{'it' if len(names) == 1 else 'them'} could not be read: {some_of(names)}. More may be wrong there."
        )
    if old := _old(found):
        yield f"{counted(len(old), 'register')} told nothing for more than {OLD} days: {some_of(old)}."


def _old(found: Estate) -> list[str]:
    """The organisations of which the newest figures are old, the oldest first."""
    last = str(found.today - dt.timedelta(days=OLD))
    told = [
        (one.entry.figures.organisation.as_of, found.called(one.entry.register))
        for one in found.registers
        if one.entry.figures
    ]
    return [f"{name} ({day})" for day, name in sorted(told) if day < last]


def _registers(found: Estate) -> Section:
    columns = (
        Column("Organisation"),
        Column("Error", True),
        Column("Warning", True),
        Column("Overdue", True),
        Column("Vacant", True, True, "areas that nobody leads"),
        Column("Due", True, False, "in the next 30 days"),
        Column("Trained", True, False, "the lowest share of a course, in a hundred"),
        Column("Missing", True, False, "items between here and the target of the assessment"),
        Column("As of", is_needed=False, is_day=True),
    )
    rows = tuple(_row(one, found.called(one.entry.register)) for one in found.worst_first)
    return Section("registers", "Who stands how, the worst first", columns, rows, 25)


def _row(one: Stands, called: str) -> tuple[str, ...]:
    entry, figures = one.entry, one.entry.figures
    if figures is None:
        return (f"{entry.register}: cannot be read: {entry.message}", *[""] * 8)
    name = f"{called} (incomplete)" if entry.is_incomplete else called
    counts = (one.error, one.warning, one.overdue, len(one.vacant), one.due)
    missing = "" if one.missing is None else str(one.missing)
    return (name, *map(str, counts), _share(one.lowest_share), missing, figures.organisation.as_of)


def _outliers(found: Estate) -> Section:
    rows = []
    for row in sorted(found.answers["outliers"], key=lambda row: list(MEASURES).index(row["measure"])):
        words, unit = MEASURES[row["measure"]]
        value, median = (f"{row[name]:g}{unit}" for name in ("value", "median"))
        rows.append((found.called(row["register"]), words, value, median))
    columns = (Column("Organisation"), Column("What"), Column("There", True), Column("Median", True))
    return Section("outliers", "Who stands out", columns, tuple(rows))


def _rules(found: Estate) -> Section:
    columns = (Column("Rule"), Column("Findings", True), Column("Registers", True))
    rows = _picked(found.answers["by_rule"], "rule", "findings", "registers")
    return Section("rules", "Findings by rule", columns, rows)


def _kinds(found: Estate) -> Section:
    columns = (Column("Kind of date"), Column("Overdue", True), Column("Due", True), Column("Registers", True))
    rows = _picked(found.answers["by_kind"], "kind", "overdue", "due", "registers")
    return Section("kinds", "Dates by kind", columns, rows)


def _late(found: Estate) -> Section:
    columns = (Column("Organisation"), Column("What"), Column("Overdue", True))
    rows = tuple((found.called(row["register"]), row["what"], _plain(row["overdue"])) for row in found.answers["late"])
    return Section("late", "Who is late with what", columns, rows, on_paper=100)


def _areas(found: Estate) -> Section:
    columns = (Column("Area"), Column("Vacant", True), Column("Led", True))
    vacant = [row for row in found.answers["by_area"] if row["vacant"]]
    return Section("areas", "Areas that nobody leads", columns, _picked(vacant, "area", "vacant", "held"))


def _courses(found: Estate) -> Section:
    columns = (
        Column("Course"),
        Column("Lowest %", True),
        Column("Median %", True),
        Column("Registers", True),
        Column("Not told", True, False, "shares of fewer than five people in snapshots"),
    )
    rows = tuple(
        (
            row["title"] or row["course"],
            *(_share(row["lowest"]), _share(row["middle"])),
            *(str(row["registers"]), _plain(row["few"])),
        )
        for row in found.answers["by_course"]
    )
    return Section("training", "Shares of people trained, the lowest first", columns, rows)


def _trend(found: Estate) -> Section:
    """Each organisation that has older snapshots: how it stood in the oldest, and how it stands now."""
    before: dict[str, list[Mapping[str, Any]]] = {}
    for row in found.answers["trend"]:
        before.setdefault(row["name"] or "", []).append(row)
    now = {one.entry.name: one for one in reversed(found.registers) if one.entry.figures is not None}
    rows = []
    for name, older in before.items():
        stands, first = now.get(name), older[0]
        if stands is not None:
            error, overdue = int(first["error"]), int(first["overdue"])
            worse = (error - stands.error, overdue - stands.overdue)
            words = (f"{error} → {stands.error}", f"{overdue} → {stands.overdue}")
            rows.append((worse, (name, first["as_of"], *words, str(len(older)))))
    columns = (
        Column("Organisation"),
        Column("Since", is_day=True),
        Column("Errors", True),
        Column("Overdue", True),
        Column("Snapshots", True, False),
    )
    ordered = tuple(row for _, row in sorted(rows))
    return Section("trend", "Then and now, what grew worse first", columns, ordered)


def _picked(rows: Sequence[Mapping[str, Any]], *names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_plain(row[name]) for name in names) for row in rows)


def _plain(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _share(value: float | None) -> str:
    """A share in a hundred; empty where none is told."""
    return "" if value is None else f"{value:.1f}"
