"""How many are trained, held against the target, course by course and unit by unit, and when each falls under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_forecast import TrainingForecast, training_forecast
from igreg.analysis.training_plans import Share, percent
from igreg.dataclass import dataclass
from igreg.language.english import are, long_day
from igreg.report.asked import Asked
from igreg.report.paper import Cell, Column, Plot, Series, Table
from igreg.report.period import months_on

MONTHS_AHEAD = 12
NO_UNIT = "no unit"


@dataclass(frozen=True, slots=True)
class CourseShare:
    """The share of those of a plan who are trained in a course."""

    plan: str
    plan_title: str
    course: str
    title: str
    counted: int
    trained: int
    percent: float
    """Rounded down: what is under a target never looks as if reached."""
    target: float | None
    reached: bool
    falls: dt.date | None
    """The first day under the target, if nobody takes the course again; nothing where it is under it today, or none
    is known."""
    at_start: float | None
    """The share on the day before the time that is told of."""
    at_end: float | None
    """The share on its last day."""
    ahead: tuple[float, ...]
    """The share on the same day of each of the months ahead, if nobody takes the course again."""


@dataclass(frozen=True, slots=True)
class UnitShare:
    """The same of the people of one unit, without those of units below it."""

    unit: str
    title: str
    course: str
    course_title: str
    counted: int
    trained: int
    percent: float
    target: float
    reached: bool
    falls: dt.date | None


@dataclass(frozen=True, slots=True)
class Training:
    """Training on the day."""

    courses: tuple[CourseShare, ...]
    """Those with a target first, of them those furthest under it or nearest to it."""
    units: tuple[UnitShare, ...]
    """Under their target first, then those that fall under it first; courses with a target only."""
    before: dt.date
    """The day of `at_start`."""
    months: tuple[dt.date, ...]
    """The days of which `ahead` tells, the day of the report first."""
    uncounted: int
    """How many courses of plans have a target and nobody who is counted: nothing is known of them."""


def training(asked: Asked) -> Training:
    """Training of the part that is asked for."""
    found = list(shares(asked))
    months = tuple(months_on(asked.today, number) for number in range(MONTHS_AHEAD + 1))
    courses = [_course(asked, share, months) for share in found]
    courses.sort(key=lambda one: (one.target is None, one.percent - (one.target or 0), one.title, one.plan))
    units = [unit for share in found if share.target is not None for unit in _units(asked, share)]
    units.sort(key=lambda one: (one.reached, one.falls or dt.date.max, one.percent, one.title, one.course_title))
    uncounted = sum(one.target is not None and not one.due for one in _wanted(asked, asked.as_of))
    return Training(tuple(courses), tuple(units), asked.period.before.last, months, uncounted)


def shares(asked: Asked, day: dt.date | None = None) -> Iterator[Share]:
    """The shares of the part that is asked for, on the day of the report or another; where nobody counts there is
    none."""
    return (one for one in _wanted(asked, asked.as_of if day is None else asked.on(day)) if one.due)


def _wanted(asked: Asked, as_of: AsOf) -> Iterator[Share]:
    """The shares of the part that is asked for, those in which nobody counts among them."""
    people = None
    if asked.unit is not None:
        units = as_of.audiences.below(asked.unit)
        people = frozenset(person for unit in units for person in as_of.audiences.by_unit.get(unit, ()))
    for share in as_of.shares:
        if people is not None:
            share = share.among(people)
        if asked.area is None or asked.area in share.course.areas:
            yield share


def on_day(asked: Asked, plan: str, course: str, day: dt.date) -> float | None:
    """The share of one course of a plan on a day; nothing where nobody counted, and where it cannot be known."""
    for one in shares(asked, day):
        if (one.plan.id, one.course.id) == (plan, course):
            return one.percent if asked.on(day).training.of(course).reaches_back(one.window) else None
    return None


def _course(asked: Asked, share: Share, months: tuple[dt.date, ...]) -> CourseShare:
    plan, course, counted = share.plan.id or "", share.course.id or "", len(share.due)
    forecast = training_forecast(asked.as_of.training, share)
    return CourseShare(
        plan=plan,
        plan_title=asked.called(share.plan),
        course=course,
        title=asked.called(share.course),
        counted=counted,
        trained=share.trained,
        percent=percent(share.trained, counted),
        target=share.target,
        reached=share.is_reached,
        falls=forecast.falls,
        at_start=on_day(asked, plan, course, asked.period.before.last),
        at_end=on_day(asked, plan, course, asked.period.last),
        ahead=_ahead(forecast, counted, months),
    )


def _ahead(forecast: TrainingForecast, counted: int, months: tuple[dt.date, ...]) -> tuple[float, ...]:
    return tuple(percent(forecast.trained_on(day), counted) for day in months)


def _units(asked: Asked, share: Share) -> Iterator[UnitShare]:
    as_of = asked.as_of
    placed: set[str] = set()
    for unit, people in as_of.audiences.by_unit.items():
        placed.update(people)
        yield from _unit(asked, share.among(frozenset(people)), unit)
    yield from _unit(asked, share.among(share.due - placed), "")


def _unit(asked: Asked, share: Share, unit: str) -> Iterator[UnitShare]:
    if share.due and share.target is not None:
        yield UnitShare(
            unit=unit,
            title=asked.title(unit) or NO_UNIT,
            course=share.course.id or "",
            course_title=asked.called(share.course),
            counted=len(share.due),
            trained=share.trained,
            percent=percent(share.trained, len(share.due)),
            target=share.target,
            reached=share.is_reached,
            falls=training_forecast(asked.as_of.training, share).falls,
        )


def falls_words(reached: bool, falls: dt.date | None) -> Cell:
    """When a share falls under its target: a day, which a workbook can be sorted by, or words."""
    if not reached:
        return "under it now"
    return falls if falls is not None else "not foreseen"


def no_target(found: Training, course: str = "course") -> str:
    """Why no course is held against a target: none has one, or nobody is counted in those that have."""
    return f"Nobody is counted in a {course} that has a target" if found.uncounted else f"No {course} has a target"


def course_table(found: Training, *, all_courses: bool = False) -> Table:
    """Course by course; without a target only where all are wanted."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.title,
            one.plan_title,
            one.counted,
            one.target,
            "not known" if one.at_start is None else one.at_start,
            one.percent,
            falls_words(one.reached, one.falls) if one.target is not None else "no target",
        )
        for one in found.courses
        if one.target is not None or all_courses
    ]
    columns = (
        Column("Course"),
        Column("For"),
        Column("People", "number"),
        Column("Target", "percent"),
        Column(f"On {long_day(found.before)}", "percent"),
        Column("Now", "percent"),
        Column("Falls under its target"),
    )
    caption = "Trained, course by course" + ("; the last column if nobody takes the course again" if rows else "")
    empty = "No course has people who are to be trained." if all_courses else f"{no_target(found)}, so none is missed."
    return Table(caption, columns, tuple(rows), empty)


def short_table(found: Training, most: int) -> Table:
    """The first so many courses with a target, without the plans in which they stand."""
    whole = course_table(found)
    left = len(whole.rows) - most
    more = f"; {left} more, in the appendix" if left > 0 else ""
    columns, rows = whole.columns, whole.rows[:most]
    kept = tuple((row[0], *row[2:]) for row in rows)
    return Table(f"{whole.caption}{more}", (columns[0], *columns[2:]), kept, whole.empty)


def soon_units(found: Training, until: dt.date) -> int:
    """How many rows of units are under their target, or fall under it up to a day."""
    return sum(not one.reached or (one.falls is not None and one.falls <= until) for one in found.units)


def unit_table(found: Training, most: int | None = None, where: str = "") -> Table:
    """Unit by unit, what is under its target or falls under it first on top; at most so many rows.

    `where` says where the rest is found.
    """
    chosen = found.units if most is None else found.units[:most]
    rows = [
        (
            one.title,
            one.course_title,
            one.counted,
            one.target,
            one.percent,
            falls_words(one.reached, one.falls),
        )
        for one in chosen
    ]
    columns = (
        Column("Unit"),
        Column("Course"),
        Column("People", "number"),
        Column("Target", "percent"),
        Column("Now", "percent"),
        Column("Falls under its target"),
    )
    left = len(found.units) - len(chosen)
    caption = "Trained, unit by unit, those furthest from their target first"
    if left:
        under = sum(1 for one in found.units[len(chosen) :] if not one.reached)
        verb = are(left)
        caption += f"; {left} more {verb} not shown, {under or 'none'} of them under target{where}"
    return Table(caption, columns, tuple(rows), f"{no_target(found)}, so no unit can be held against one.")


def forecast_plot(found: Training) -> Plot:
    """Twelve months ahead as lines, courses with a target."""
    with_target = [one for one in found.courses if one.target is not None]
    targets = {one.target for one in with_target}
    target = targets.pop() if len(targets) == 1 else None
    first = min((one.falls for one in with_target if one.falls is not None), default=None)
    words = "The share that stays trained if nobody takes a course again and nobody comes or goes."
    if any(not one.reached for one in with_target):
        words += " Under its target today: " + ", ".join(one.title for one in with_target if not one.reached) + "."
    elif first is not None:
        words += f" The first to fall under its target does so on {long_day(first)}."
    series = tuple(Series(one.title, one.ahead, forecast=1) for one in with_target)
    labels = tuple(f"{day:%b %Y}" for day in found.months)
    return Plot("Training in the months ahead", words, "lines", "per cent", labels, series, target, "target")
