"""Work and hours, month by month: whatever falls due times its effort, and who has how much time for it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import field
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.effort import Takes, takes
from igreg.analysis.existence import is_there
from igreg.analysis.hours_given import HoursGiven
from igreg.analysis.reviews import can_be_due
from igreg.capacity.plan import CapacityPlan, Cell, Line, Month, Sort, Work
from igreg.dataclass import dataclass
from igreg.deadlines._deadline import Deadline, catalogue
from igreg.deadlines._reviews import ReviewDue
from igreg.errors import IgregError
from igreg.facts.holidays import Holidays
from igreg.model.base import Record
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember

MOST_MONTHS = 60
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Ask:
    """What is asked: how many months, whose, and what if."""

    months: int = 12
    """Months of the calendar, with what is left of this one."""
    owner: str | None = None
    unit: str | None = None
    without: tuple[str, ...] = ()
    extra: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """One thing that falls due, with each day on which it comes in the time of the plan."""

    deadline: Deadline[Record]
    what: str
    owner: str | None
    takes: Takes
    days: tuple[dt.date, ...]


def months_from(today: dt.date, count: int) -> tuple[Month, ...]:
    """What is left of this month, and the months after it. Raises IgregError for a number that is no plan."""
    if not 1 <= count <= MOST_MONTHS:
        raise IgregError(f"--months: {count} is not between 1 and {MOST_MONTHS}", "for example: --months 12")
    out, first = [], today
    for _ in range(count):
        after = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
        out.append(Month(first, after - _DAY))
        first = after
    return tuple(out)


def series_of(as_of: AsOf, until: dt.date) -> list[Series]:
    """Everything that falls due up to a day, each repetition too, in a fixed order."""
    out = []
    for kind in catalogue():
        for deadline in kind.until(as_of, until):
            owner = deadline.owner or as_of.owners.of(deadline.record, deadline.path)
            effort = takes(as_of, kind.name, deadline.record)
            out.append(Series(deadline, kind.name, owner, effort, days_of(as_of, deadline, until)))
    return sorted(out, key=_order)


def days_of(as_of: AsOf, deadline: Deadline[Any], until: dt.date, first: dt.date | None = None) -> tuple[dt.date, ...]:
    """Each day up to `until` on which something falls due; not those on which its record is over by then."""
    record = deadline.record
    days = deadline.days(as_of.today, until, first)
    out = list(itertools.islice(days, 1))
    for day in days:
        if not (is_there(record, day) and (not isinstance(deadline, ReviewDue) or can_be_due(record, day))):
            break
        out.append(day)
    return tuple(out)


def _order(one: Series) -> tuple[dt.date, str, str, str, str]:
    deadline = one.deadline
    return (deadline.day, deadline.record.kind, deadline.record.identity or "", one.what, deadline.subject or "")


def plan_of(as_of: AsOf, ask: Ask, moved: Mapping[int, dt.date] | None = None) -> CapacityPlan:
    """The plan; with `moved`, as it would be with some of the series, by their place, on another first day."""
    months = months_from(as_of.today, ask.months)
    found = series_of(as_of, months[-1].last)
    return laid_out(as_of, ask, months, found, moved or {})


def laid_out(
    as_of: AsOf, ask: Ask, months: tuple[Month, ...], found: list[Series], moved: Mapping[int, dt.date]
) -> CapacityPlan:
    """Series as a plan."""
    given = HoursGiven(
        as_of, tuple((month.first, month.last) for month in months), frozenset(ask.without), dict(ask.extra)
    )
    works: dict[str | None, list[Work]] = defaultdict(list)
    for index, one in enumerate(found):
        works[one.owner].extend(_works(as_of, one, months[-1].last, moved.get(index)))
    lines = tuple(_lines(as_of, ask, given, months, works))
    shown = {line.owner for line in lines}
    year = months[-1].last.year
    known = {row.year for row in as_of.facts.table(Holidays).values() if row.in_nation(as_of.standing.nation)}
    return CapacityPlan(
        today=as_of.today,
        months=months,
        lines=lines,
        works=tuple(sorted((one for owner in shown for one in works.get(owner, ())), key=_by_day)),
        without={id: as_of.register.title(id) for id in ask.without},
        extra=dict(ask.extra),
        listed_until=max(known, default=None) if year > max(known, default=0) else None,
        incomplete=as_of.register.unread,
    )


def _works(as_of: AsOf, one: Series, until: dt.date, first: dt.date | None) -> Iterator[Work]:
    deadline = one.deadline
    days = one.days if first is None else days_of(as_of, deadline, until, first)
    for number, day in enumerate(days):
        yield Work(
            day=max(day, as_of.today),
            what=one.what,
            kind=deadline.record.kind,
            record=deadline.record.identity,
            title=deadline.title or deadline.record.label,
            owner=one.owner,
            hours=one.takes.hours,
            by=one.takes.by,
            overdue=number == 0 and (day < as_of.today or deadline.is_past(as_of.today)),
            again=number > 0,
        )


def _by_day(work: Work) -> tuple[dt.date, str, str, str, str]:
    return (work.day, work.kind, work.record or "", work.what, work.owner or "")


def _lines(
    as_of: AsOf,
    ask: Ask,
    given: HoursGiven,
    months: tuple[Month, ...],
    works: Mapping[str | None, list[Work]],
) -> Iterator[Line]:
    """Roles in the register's order, then people whom records name, then what nobody answers for."""
    units = as_of.audiences.below(ask.unit) if ask.unit else None
    roles = [role for role in as_of.register.of(Role) if role.id]
    for role in roles:
        if _is_asked(ask, units, role.id, role.unit):
            supply, fixed = given.of_role(role), given.fixed(role)
            line = Line(role.id, role.called, "role", _cells(months, works.get(role.id, []), supply, fixed))
            if any(cell.demand or cell.supply for cell in line.cells):
                yield line
    known = {role.id for role in roles}
    nothing = [0.0] * len(months)
    for owner in sorted((one for one in works if one is not None and one not in known), key=as_of.register.title):
        person = as_of.register.get(StaffMember, owner)
        if works[owner] and _is_asked(ask, units, owner, person.unit if person is not None else None):
            cells = _cells(months, works[owner], given.of_person(owner), nothing)
            yield Line(owner, as_of.register.title(owner), "person", cells)
    if works.get(None) and ask.owner is None and units is None:
        sort: Sort = "nobody"
        yield Line(None, "nobody", sort, _cells(months, works[None], [0.0] * len(months), nothing))


def _is_asked(ask: Ask, units: Set[str] | None, owner: str | None, unit: str | None) -> bool:
    return (ask.owner is None or owner == ask.owner) and (units is None or unit in units)


def _cells(
    months: tuple[Month, ...], works: list[Work], supply: list[float | None], fixed: list[float]
) -> tuple[Cell, ...]:
    due, late = [0.0] * len(months), [0.0] * len(months)
    first = months[0].first
    for work in works:
        index = (work.day.year - first.year) * 12 + work.day.month - first.month
        due[index] += work.hours
        late[index] += work.hours if work.overdue else 0
    return tuple(Cell(due[index], fixed[index], late[index], supply[index]) for index in range(len(months)))
