"""What was spent on each area beside what became of it: no more is claimed than that the two stand side by side."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from igreg.analysis.incident_counts import aware_in
from igreg.dataclass import dataclass
from igreg.language.english import capital, money
from igreg.model.kinds.courses import Course
from igreg.report.asked import Asked
from igreg.report.matters.incidents import NONE_RECORDED
from igreg.report.matters.overview import Overview
from igreg.report.paper import Column, Table


@dataclass(frozen=True, slots=True)
class AreaResult:
    """An area with its money and its results."""

    area: str
    title: str
    gone: tuple[tuple[str, Decimal], ...]
    """What has gone in the financial year, in each currency; nothing where no line names the area."""
    incidents: int | None
    """Nothing where no incident is recorded of the time or of any day before."""
    incidents_before: int | None
    """Those of the time before; nothing as there."""
    courses: int
    """Courses about it that have a target."""
    courses_reached: int
    audits: int


def area_results(asked: Asked, found: Overview) -> tuple[AreaResult, ...]:
    """Every area."""
    period = asked.period
    now = aware_in(asked.register, period.first, period.last)
    before = aware_in(asked.register, period.before.first, period.before.last)
    known, known_before = found.incidents.now.counts is not None, found.incidents.before.counts is not None
    out = []
    for area in asked.register.areas:
        title = asked.area_title(area)
        about = {one.id for one in asked.register.of(Course) if area in one.areas}
        courses = [one for one in found.training.courses if one.target is not None and one.course in about]
        costs = tuple((one.currency, one.gone) for one in found.money.areas if one.area == area)
        out.append(
            AreaResult(
                area,
                title,
                costs,
                sum(area in one.areas for one in now) if known else None,
                sum(area in one.areas for one in before) if known_before else None,
                len(courses),
                sum(one.reached for one in courses),
                sum(title in one.areas for one in found.audits.done),
            )
        )
    return tuple(out)


def table(found: tuple[AreaResult, ...], led: Mapping[str, str] | None = None) -> Table:
    """Area by area; by whom each is led stands there where it is given, and money where any has gone."""
    cost = any(one.gone for one in found)
    columns = (
        Column("Area"),
        *((Column("Led by"),) if led else ()),
        Column("Incidents", "number"),
        Column("Incidents before", "number"),
        Column("Courses at target"),
        Column("Audits done", "number"),
        *((Column("Gone"),) if cost else ()),
    )
    rows = tuple(
        (
            capital(one.title),
            *((led.get(one.area, ""),) if led else ()),
            NONE_RECORDED if one.incidents is None else one.incidents,
            NONE_RECORDED if one.incidents_before is None else one.incidents_before,
            f"{one.courses_reached} of {one.courses}" if one.courses else "no target",
            one.audits,
            *((", ".join(money(sum, currency) for currency, sum in one.gone) or "no line",) if cost else ()),
        )
        for one in found
    )
    caption = "Each area: incidents, courses at target, audits" + (" and money gone this year" if cost else "")
    return Table(caption, columns, rows, "No area is known.")
