"""For the training lead: who needs what, how many have it, whom to book now, and the twelve months ahead."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from igreg.analysis.training_places import Place, places
from igreg.analysis.training_plans import unplanned
from igreg.dataclass import dataclass
from igreg.language.english import are, capital, counted, listed, long_day
from igreg.model.kinds.courses import Course
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.report.asked import Asked, Head
from igreg.report.kind import Report
from igreg.report.matters import training
from igreg.report.matters.training import Training
from igreg.report.paper import Block, Cell, Column, Figure, Figures, Paper, Part, Said, Table
from igreg.report.period import months_on

_WHY = {
    "never trained": "never trained in it",
    "lapsed": "lapsed",
    "too long ago": "done too long ago",
    "lapses": "lapses",
    "starter": "new, first training",
}


@dataclass(frozen=True, slots=True)
class Need:
    """A course that a role asks of whoever holds it."""

    role: str
    title: str
    course: str
    course_title: str
    holders: int
    trained: int
    missing: tuple[str, ...]
    """Who is not trained, by name where names are wanted."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A place to book."""

    person: str
    """By name where names are wanted."""
    unit: str
    course: str
    why: str
    by: dt.date | None


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """The values of the report."""

    head: Head
    training: Training
    needs: tuple[Need, ...]
    bookings: tuple[Booking, ...]
    until: dt.date
    """Up to which day places are looked for."""
    unplanned: int
    """How many need a training plan and are in none."""


def values(asked: Asked) -> TrainingReport:
    """Training of the part that is asked for."""
    until = months_on(asked.today, 1)
    found = [one for one in places(asked.as_of, until) if _is_wanted(asked, one)]
    without_plan = [one for one in unplanned(asked.as_of.audiences) if _is_here(asked, one)]
    return TrainingReport(
        asked.head,
        training.training(asked),
        tuple(_needs(asked)),
        tuple(_booking(asked, one) for one in found),
        until,
        len(without_plan),
    )


def _is_here(asked: Asked, staff: str | None) -> bool:
    """Whether somebody is of the unit that is asked for, or of one below it."""
    if asked.unit is None:
        return True
    person = asked.register.get(StaffMember, staff)
    unit = asked.as_of.tenure.unit_of(person) if person is not None else None
    return unit is not None and unit in asked.as_of.audiences.below(asked.unit)


def _is_wanted(asked: Asked, place: Place) -> bool:
    return asked.area in (None, *place.course.areas) and _is_here(asked, place.staff)


def _booking(asked: Asked, place: Place) -> Booking:
    person = asked.register.get(StaffMember, place.staff)
    unit = asked.as_of.tenure.unit_of(person) if person is not None else None
    why = _WHY[place.why] + (", asked by their role" if place.for_role else "")
    return Booking(
        asked.person(place.staff), asked.title(unit) or training.NO_UNIT, asked.called(place.course), why, place.by
    )


def _needs(asked: Asked) -> list[Need]:
    out = []
    tenure = asked.as_of.tenure
    for role in tenure.there.roles:
        for id in role.requires.courses if role.requires is not None else ():
            course = asked.register.get(Course, id)
            areas = course.areas if course is not None else ()
            if (asked.area is None or asked.area in areas) and asked.is_of_the_unit(role):
                out.append(_need(asked, role, id))
    return out


def _need(asked: Asked, role: Role, course: str) -> Need:
    people = asked.as_of.tenure.people(role.id)
    trained = asked.as_of.training.of(course).trained
    missing = tuple(asked.person(one) for one in people if one not in trained)
    return Need(
        role.id or "", asked.called(role), course, asked.title(course), len(people), len(people) - len(missing), missing
    )


def paper(found: TrainingReport) -> Paper:
    """Shares first, then whom to book, the months ahead, units and roles."""
    head = found.head
    return Paper(
        name="training",
        title="Training in information governance",
        organisation=head.organisation,
        day=head.day,
        about=head.part or "The whole organisation.",
        unread=head.unread,
        parts=(
            Part("In short", _short(found)),
            Part("Whom to book now", _bookings(found)),
            Part("Course by course", (training.course_table(found.training, all_courses=True),)),
            Part("The twelve months ahead", _ahead(found)),
            Part("Unit by unit", (training.unit_table(found.training),)),
            Part("What roles ask of whoever holds them", (_need_table(found),)),
        ),
    )


def _short(found: TrainingReport) -> tuple[Block, ...]:
    targeted = [one for one in found.training.courses if one.target is not None]
    under = [one.title for one in targeted if not one.reached]
    falls = sorted((one.falls, one.title) for one in targeted if one.falls is not None)
    if under:
        words = f"Under its target: {listed(under)}." if len(under) == 1 else f"Under their target: {listed(under)}."
    elif targeted:
        words = "Every course with a target is at it."
    else:
        words = f"{training.no_target(found.training)}, so nothing says whether enough people are trained."
    out: list[Block] = [Said(words, leads=True)]
    if falls:
        day, title = falls[0]
        out.append(Said(f"The next to fall under its target is {title}, on {long_day(day)}, if nobody takes it again."))
    if found.unplanned:
        verb = are(found.unplanned)
        out.append(Said(f"{counted(found.unplanned, 'person', 'people')} {verb} in no training plan."))
    out.append(
        Figures(
            tuple(
                Figure(
                    one.title,
                    f"{one.percent:g}%",
                    f"{one.trained} of {one.counted}; target {one.target:g}%",
                    "" if one.reached else "under target",
                )
                for one in targeted
            )
        )
    )
    return tuple(out)


def _bookings(found: TrainingReport) -> tuple[Block, ...]:
    by_course = Counter(one.course for one in found.bookings)
    words = "; ".join(f"{title}: {counted(number, 'place')}" for title, number in by_course.most_common())
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.person, one.unit, one.course, capital(one.why), one.by) for one in found.bookings
    )
    columns = (Column("Who"), Column("Unit"), Column("Course"), Column("Why"), Column("Last day in time", "day"))
    caption = f"Whose training has lapsed, is missing, or lapses by {long_day(found.until)}"
    table = Table(caption, columns, rows, f"Nobody has to be booked up to {long_day(found.until)}.")
    return (Said(f"{words}."), table) if words else (table,)


def _ahead(found: TrainingReport) -> tuple[Block, ...]:
    if not any(one.target is not None for one in found.training.courses):
        return (Said(f"{training.no_target(found.training)}, so there is nothing to hold the months ahead against."),)
    return (training.forecast_plot(found.training),)


def _need_table(found: TrainingReport) -> Table:
    rows = tuple(
        (one.title, one.course_title, one.holders, one.trained, ", ".join(one.missing) or _nobody(one))
        for one in found.needs
    )
    columns = (
        Column("Role"),
        Column("Course"),
        Column("Hold it", "number"),
        Column("Trained", "number"),
        Column("Not trained"),
    )
    return Table("Courses that roles ask for", columns, rows, "No role asks for a course.")


def _nobody(one: Need) -> str:
    return "" if one.holders else "the role is vacant"


REPORT = Report(
    tells="who needs which training, how many have it, whom to book now, and the twelve months ahead",
    readers="the training lead",
    values=values,
    type=TrainingReport,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="last quarter",
    takes=frozenset({"period", "unit", "area"}),
)
