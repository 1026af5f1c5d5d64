"""A time month by month: incidents, audits, requests, and how many were trained at each month's end."""

from __future__ import annotations

import datetime as dt

from igreg.analysis.audits import was_performed
from igreg.analysis.breach_notice import notice_of
from igreg.analysis.incident_counts import aware_in, is_known_of
from igreg.dataclass import dataclass
from igreg.model.kinds.audits import Audit
from igreg.report.asked import Asked
from igreg.report.matters.incidents import NONE_RECORDED
from igreg.report.matters.training import on_day
from igreg.report.paper import Column, Plot, Series, Table
from igreg.report.period import Period, months_on


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or what of it is in the time."""

    first: dt.date
    last: dt.date
    incidents: int | None
    """Nothing where no incident is recorded of it or of any day before."""
    reported: int | None
    late: int | None
    audits: int


@dataclass(frozen=True, slots=True)
class CourseMonths:
    """The share of one course at the end of each month."""

    course: str
    title: str
    plan: str
    target: float | None
    shares: tuple[float | None, ...]
    """Nothing where nobody counted."""


@dataclass(frozen=True, slots=True)
class ByMonth:
    """The time month by month."""

    months: tuple[Month, ...]
    training: tuple[CourseMonths, ...]
    """Courses with a target."""


def by_month(asked: Asked) -> ByMonth:
    """The time that is asked for."""
    period = asked.period
    months = tuple(
        _month(asked, Period(max(first, period.first), min(months_on(first, 1) - dt.timedelta(days=1), period.last)))
        for first in period.months
    )
    return ByMonth(months, tuple(_training(asked, months)))


def _month(asked: Asked, month: Period) -> Month:
    audits = [one for one in asked.register.of(Audit) if was_performed(one, asked.today)]
    done = sum(month.has(one.performed) for one in audits if asked.has(one))
    if not is_known_of(asked.register, month.last):
        return Month(month.first, month.last, None, None, None, done)
    found = [one for one in aware_in(asked.register, month.first, month.last) if asked.has(one)]
    hours = asked.as_of.number("breach-notice")
    notices = [notice for one in found if (notice := notice_of(asked.register, one, hours))]
    late = sum(not one.in_time for one in notices)
    return Month(month.first, month.last, len(found), len(notices), late, done)


def _training(asked: Asked, months: tuple[Month, ...]) -> list[CourseMonths]:
    out = []
    for share in asked.as_of.shares:
        if share.target is not None:
            plan, course = share.plan.id or "", share.course.id or ""
            shares = tuple(on_day(asked, plan, course, month.last) for month in months)
            out.append(CourseMonths(course, asked.called(share.course), plan, share.target, shares))
    return out


def table(found: ByMonth) -> Table:
    """Incidents and audits, month by month, and the whole."""
    rows = [
        (
            f"{one.first:%B %Y}",
            NONE_RECORDED if one.incidents is None else one.incidents,
            NONE_RECORDED if one.reported is None else one.reported,
            NONE_RECORDED if one.late is None else one.late,
            one.audits,
        )
        for one in found.months
    ]
    known = [one for one in found.months if one.incidents is not None]
    if len(rows) > 1:
        whole = (
            sum(one.incidents or 0 for one in known) if known else NONE_RECORDED,
            sum(one.reported or 0 for one in known) if known else NONE_RECORDED,
            sum(one.late or 0 for one in known) if known else NONE_RECORDED,
        )
        rows.append(("All months", *whole, sum(one.audits for one in found.months)))
    columns = (
        Column("Month"),
        Column("Incidents", "number"),
        Column("Reported", "number"),
        Column("of these late", "number"),
        Column("Audits done", "number"),
    )
    return Table("Month by month", columns, tuple(rows), "")


def training_plot(found: ByMonth) -> Plot:
    """How many were trained at each month's end."""
    targets = {one.target for one in found.training}
    target = targets.pop() if len(targets) == 1 else None
    words = "How many of a hundred were trained at the end of each month, so far as the register knows it today."
    under = [
        f"{one.title} ({sum(1 for share in one.shares if share is not None and share < (one.target or 0))})"
        for one in found.training
        if any(share is not None and share < (one.target or 0) for share in one.shares)
    ]
    if under:
        words += f" Under its target at the end of some months: {', '.join(under)}."
    series = tuple(Series(one.title, one.shares) for one in found.training)
    labels = tuple(f"{one.first:%b %Y}" for one in found.months)
    return Plot("Training month by month", words, "lines", "per cent", labels, series, target, "target")
