"""How many incidents came to light, held against the time before and the same a year ago; what was learnt."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.incident_counts import IncidentCounts, aware_in, incident_counts, is_known_of, without_a_day
from igreg.dataclass import dataclass
from igreg.deadlines import breach_clock
from igreg.language.english import long_day
from igreg.model.kinds.incidents import Incident
from igreg.report.asked import Asked
from igreg.report.paper import Block, Cell, Column, Plot, Points, Said, Series, Table
from igreg.report.parties import called
from igreg.report.period import Period, months_on

MOST_LESSONS = 5
NONE_RECORDED = "none recorded"
"""What stands in place of a count of a time of which, and before which, no incident is recorded."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The incidents of a time; nothing where no incident is recorded of it or of any day before."""

    period: Period
    counts: IncidentCounts | None


@dataclass(frozen=True, slots=True)
class Month:
    """How many incidents came to light in a month."""

    first: dt.date
    incidents: int | None
    """Nothing where no incident is recorded of it or of any month before."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt of an incident."""

    incident: str
    title: str
    lesson: str
    shared: bool
    """Whether a communication passed it on."""
    changed: tuple[str, ...]
    """What changed for it."""


@dataclass(frozen=True, slots=True)
class Running:
    """A breach clock that runs as the report is made."""

    incident: str
    title: str
    hours: int
    """Whole hours left; negative when past."""
    why: str


@dataclass(frozen=True, slots=True)
class Incidents:
    """Incidents of a time, in figures."""

    hours: float
    """In how many hours the regulator is to be told."""
    regulator: str
    now: Counted
    before: Counted
    year_before: Counted
    months: tuple[Month, ...]
    """Those of the three times and between, from the first on of which anything is known."""
    lessons: tuple[Lesson, ...]
    running: tuple[Running, ...]
    undated: int
    """Incidents of which it is not written down when they came to light: they are in no figure."""


def incidents(asked: Asked) -> Incidents:
    """The incidents of the time that is asked for."""
    register, period = asked.register, asked.period
    hours = asked.as_of.number("breach-notice")
    earlier = min(period.before, period.year_before, key=lambda one: one.first)
    return Incidents(
        hours=hours,
        regulator=regulator(asked),
        now=counted_in(asked, period),
        before=counted_in(asked, period.before),
        year_before=counted_in(asked, period.year_before),
        months=_months(asked, Period(earlier.first, period.last)),
        lessons=tuple(_lessons(asked, aware_in(register, period.first, period.last))),
        running=_running(asked),
        undated=sum(1 for one in without_a_day(register) if asked.has(one)),
    )


def regulator(asked: Asked) -> str:
    """What whoever is told of breaches is called."""
    to = asked.register.organisation.breach_report_to
    return "the ICO" if to == "ico" else called(asked, to)


def counted_in(asked: Asked, period: Period) -> Counted:
    """The incidents of a time in figures, of the part that is asked for."""
    if not is_known_of(asked.register, period.last):
        return Counted(period, None)
    found = [one for one in aware_in(asked.register, period.first, period.last) if asked.has(one)]
    return Counted(period, incident_counts(asked.register, found, asked.as_of.number("breach-notice")))


def _months(asked: Asked, period: Period) -> tuple[Month, ...]:
    clock = asked.register.clock
    days = [clock.day_of(one.aware) for one in aware_in(asked.register, period.first, period.last) if one.aware]
    found = [(day.year, day.month) for day in days]
    months = (
        Month(month, found.count((month.year, month.month)) if _ended(asked, month) else None)
        for month in period.months
    )
    start = asked.period.first.replace(day=1)
    return tuple(one for one in months if one.incidents is not None or one.first >= start)


def _ended(asked: Asked, month: dt.date) -> bool:
    return is_known_of(asked.register, months_on(month, 1) - dt.timedelta(days=1))


def _lessons(asked: Asked, found: list[Incident]) -> list[Lesson]:
    out = []
    for one in found:
        for place, lesson in enumerate(one.lessons):
            if lesson.lesson and asked.has(one):
                text = asked.told(one, lesson.lesson, "lessons", place, "lesson")
                changed = tuple(asked.title(id) for id in lesson.changed)
                out.append(Lesson(one.id or "", asked.called(one), text, bool(lesson.shared_by), changed))
    return out


def _running(asked: Asked) -> tuple[Running, ...]:
    found = [one for one in breach_clock.due.until(asked.as_of, dt.date.max) if one.passed >= 0]
    return tuple(
        Running(one.record.id or "", asked.called(one.record), one.hours or 0, one.waits)
        for one in sorted(found, key=lambda one: (one.hours or 0, one.record.id or ""))
        if asked.has(one.record)
    )


def table(found: Incidents) -> Table:
    """The figures of the three times side by side."""
    times = tuple({one.period: one for one in (found.now, found.before, found.year_before)}.values())
    columns = (Column(""), *(Column(one.period.called, "number") for one in times))
    within = f"of these within {found.hours:g} hours"
    figures = (
        ("Incidents that came to light", "incidents"),
        ("of these breaches of personal data", "breaches"),
        ("of these near misses", "near_misses"),
        (f"Reported to {found.regulator}", "reported"),
        (within, "in_time"),
        ("Incidents with a lesson written down", "lessons"),
    )
    rows: list[tuple[Cell, ...]] = []
    for words, name in figures:
        cells = (NONE_RECORDED if one.counts is None else getattr(one.counts, name) for one in times)
        rows.append((words, *cells))
    return Table("Incidents, by the day on which we came to know of them", columns, tuple(rows), "")


def before_note(before: IncidentCounts | None) -> str:
    """How many there were in the time before, to stand beside those of the time that is told of."""
    return f"{NONE_RECORDED if before is None else before.incidents} in the time before"


def plot(found: Incidents) -> Plot:
    """Incidents month by month."""
    known = [month for month in found.months if month.incidents is not None]
    most = max(known, key=lambda month: month.incidents or 0, default=None)
    if most is None or not most.incidents:
        words = "No incident is recorded of these months."
    elif most.incidents == 1:
        words = "How many incidents came to light each month: never more than one."
    else:
        words = f"How many incidents came to light each month; the most in {most.first:%B %Y}: {most.incidents}."
    labels = tuple(f"{month.first:%b %Y}" for month in found.months)
    values = tuple(month.incidents for month in found.months)
    series = (Series("Incidents", values),)
    return Plot("Incidents by month", words, "bars", "incidents", labels, series, gap=NONE_RECORDED)


def remarks(found: Incidents) -> list[Block]:
    """What has to be said of the figures themselves."""
    out: list[Block] = []
    if found.undated:
        out.append(
            Said(
                f"{found.undated} more without a day on which we came to know of it: in none of these figures."
                if found.undated == 1
                else f"{found.undated} more without a day on which we came to know of them: in none of these figures."
            )
        )
    return out


def lessons(found: Incidents, most: int = MOST_LESSONS, where: str = "") -> list[Block]:
    """What was learnt, the first few of it; `where` says where the rest is found."""
    if not found.lessons:
        return [Said("No lesson is written down for the incidents of this time.")]
    items = [_lesson(one) for one in found.lessons[:most]]
    more = len(found.lessons) - most
    out: list[Block] = [Said("What we learnt:"), Points(tuple(items))]
    if more > 0:
        out.append(
            Said(
                f"{more} more lessons stand in the log of incidents{where}."
                if more > 1
                else f"One more is in the log{where}."
            )
        )
    return out


def _lesson(one: Lesson) -> str:
    passed = "" if one.shared else " Not passed on to staff yet."
    text = one.lesson if one.lesson.endswith((".", "!", "?", ")")) else f"{one.lesson}."
    return f"{text} ({one.title}.){passed}"


def since(day: dt.date | None) -> str:
    """A day in words, or that it is not known."""
    return long_day(day) if day is not None else "not known"
