"""Reviews moved to months with more time: within their limits, so that the fullest month of each line is least full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from igreg.analysis.as_of import AsOf
from igreg.analysis.latest_review import latest_review, pack_limits
from igreg.analysis.working_days import WorkingDays
from igreg.capacity.build import Ask, Series, days_of, laid_out, months_from, series_of
from igreg.capacity.placing import MOST_TRIED, Option, Placed, place
from igreg.capacity.plan import CapacityPlan, Line, Month
from igreg.dataclass import dataclass
from igreg.deadlines._reviews import ReviewDue
from igreg.language.english import counted, listed, long_day

MOST_IN_ALL, LEAST_A_LINE = 20_000, 10
"""So many part-way placements are looked at in all, and at least of each line; what a line leaves is the next one's."""
MOST_NAMED = 4
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """A review on another day."""

    record: str
    kind: str
    title: str | None
    owner: str | None
    hours: float
    was: dt.date
    day: dt.date
    latest: dt.date
    """The last day that its limits allow."""


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """A month that still cannot hold its work, and why what is in it stays there."""

    month: Month
    owner: str | None
    title: str
    demand: float
    supply: float
    why: str


@dataclass(frozen=True)
class Levelled:
    """The plan before and after, and what was moved."""

    before: CapacityPlan
    after: CapacityPlan
    moves: tuple[Move, ...]
    not_placed: tuple[NotPlaced, ...]
    is_best: bool
    """Whether every placement was looked at, so that none is better."""


def level(as_of: AsOf, ask: Ask) -> Levelled:
    """The plan with its reviews on the days that make the greatest monthly load of each line least.

    Only reviews of the lines asked for move, only to working days after today within the plan, none past its own
    interval, the figure in force for its kind or a pack's, and none that is overdue or due today. Where that makes
    the fullest month no emptier, everything stays, and what moves does so as rarely and as little as it can.
    """
    months = months_from(as_of.today, ask.months)
    found = series_of(as_of, months[-1].last)
    before = laid_out(as_of, ask, months, found, {})
    mover = _Mover(as_of, months, found)
    lines = [line for line in before.lines if mover.can_help(line)]
    lines.sort(key=lambda line: len(mover.by_owner[line.owner]))
    moved: dict[int, dt.date] = {}
    best, left = True, MOST_IN_ALL
    for number, line in enumerate(lines):
        most = max(min(left // (len(lines) - number), MOST_TRIED), LEAST_A_LINE)
        days, placed = mover.placed(line, most)
        moved |= days
        best = best and placed.is_best
        left = max(left - placed.tried, 0)
    after = laid_out(as_of, ask, months, found, moved)
    moves = tuple(mover.move(index, moved[index]) for index in sorted(moved))
    return Levelled(before, after, moves, tuple(mover.left(after, moved)), best)


class _Mover:
    """What can be moved, and to where."""

    def __init__(self, as_of: AsOf, months: tuple[Month, ...], found: list[Series]) -> None:
        self.as_of, self.months, self.found = as_of, months, found
        self.packs = pack_limits(as_of)
        self.repeated = {repeat.id for repeat in as_of.register.repeats}
        self.by_owner: dict[str | None, list[int]] = {}
        for index, one in enumerate(found):
            if self._can_move(one):
                self.by_owner.setdefault(one.owner, []).append(index)

    @cached_property
    def _ways(self) -> dict[int, dict[int, dt.date]]:
        return {}

    @cached_property
    def working(self) -> WorkingDays:
        """The working days of the organisation's nation."""
        return WorkingDays(self.as_of.facts, (self.as_of.standing.nation,))

    def _can_move(self, one: Series) -> bool:
        id = one.deadline.record.identity
        return (
            isinstance(one.deadline, ReviewDue)
            and id is not None
            and id not in self.repeated
            and one.takes.hours > 0
            and one.deadline.day > self.as_of.today
        )

    def latest(self, one: Series) -> tuple[dt.date, str]:
        """The last day for a review, and what sets it; without any limit the day that is set."""
        found = latest_review(self.as_of, one.deadline.record, self.packs)
        return (found.day, found.why) if found is not None else (one.deadline.day, "the day that is set for it")

    def _days(self, index: int) -> dict[int, dt.date]:
        """For each month, the day on which a review could be there instead; not the month in which it is."""
        if index not in self._ways:
            self._ways[index] = self._elsewhere(index)
        return self._ways[index]

    def _elsewhere(self, index: int) -> dict[int, dt.date]:
        one = self.found[index]
        latest, out = self.latest(one)[0], dict[int, dt.date]()
        home = self._index(one.deadline.day)
        for number, month in enumerate(self.months):
            day = self._day_in(month, one.deadline.day.day, latest)
            if number != home and day is not None:
                out[number] = day
        return out

    def _day_in(self, month: Month, number: int, latest: dt.date) -> dt.date | None:
        """The day of a month with a number, or the working day before it, else the first one after today."""
        first, last = max(month.first, self.as_of.today + _DAY), min(month.last, latest)
        if first > last:
            return None
        wanted = month.first.replace(day=min(number, month.last.day))
        day = min(max(wanted, first), last)
        steps = (range(day.toordinal(), first.toordinal() - 1, -1), range(day.toordinal() + 1, last.toordinal() + 1))
        if self.working.is_working(day):
            return day
        days = (dt.date.fromordinal(one) for step in steps for one in step)
        return next((one for one in days if self.working.is_working(one)), None)

    def _index(self, day: dt.date) -> int:
        first = self.months[0].first
        return (day.year - first.year) * 12 + day.month - first.month

    def _weights(self, line: Line) -> list[float]:
        """The hours of a line by month; where there are none at all, or nobody wrote them, its working days."""
        there = [cell.supply or 0 for cell in line.cells]
        return there if any(there) else self._working_days

    @cached_property
    def _working_days(self) -> list[float]:
        return [float(self.working.left(one.first - _DAY, one.last)) for one in self.months]

    def can_help(self, line: Line) -> bool:
        """Whether anything in the fullest month of a line, or in months without hours, could be elsewhere."""
        own = self.by_owner.get(line.owner, ())
        weighed = self._weights(line)
        nowhere = {month for month, supply in enumerate(weighed) if supply <= 0}
        loads = [cell.demand / supply if supply > 0 else 0 for cell, supply in zip(line.cells, weighed, strict=True)]
        full = nowhere | {month for month, load in enumerate(loads) if load >= max(loads) - 1e-9}
        return any(full & self._minutes(self.found[index], self.found[index].days).keys() for index in own)

    def placed(self, line: Line, most: int) -> tuple[dict[int, dt.date], Placed]:
        """The new days of a line's reviews that move, by their place, and how sure that is."""
        own = self.by_owner[line.owner]
        base = [round(60 * cell.demand) for cell in line.cells]
        things, days = [], []
        for index in own:
            options, ways = self._options(index)
            for month, minutes in options[0].minutes.items():
                base[month] -= minutes
            things.append(options)
            days.append(ways)
        hours = [60 * one for one in self._weights(line)]
        found = place(base, hours, things, most)
        moved = {own[n]: days[n][choice] for n, choice in enumerate(found.taken) if choice}
        return moved, found

    def _options(self, index: int) -> tuple[list[Option], list[dt.date]]:
        """The ways to place a review, the nearest first, and their days; the first is where it is."""
        one = self.found[index]
        home = self._index(one.deadline.day)
        near = sorted(self._days(index).items(), key=lambda item: (abs(item[0] - home), item[0]))
        ways = [one.deadline.day, *(day for _, day in near)]
        options = [Option(self._minutes(one, one.days), 0)]
        until = self.months[-1].last
        for month, day in near:
            days = days_of(self.as_of, one.deadline, until, day)
            options.append(Option(self._minutes(one, days), abs(month - home)))
        return options, ways

    def _minutes(self, one: Series, days: tuple[dt.date, ...]) -> Mapping[int, int]:
        out: dict[int, int] = {}
        for day in days:
            index = self._index(max(day, self.as_of.today))
            out[index] = out.get(index, 0) + round(60 * one.takes.hours)
        return out

    def move(self, index: int, day: dt.date) -> Move:
        """What is said of a review that moves."""
        one = self.found[index]
        record = one.deadline.record
        return Move(
            record=record.identity or "",
            kind=record.kind,
            title=record.label,
            owner=one.owner,
            hours=one.takes.hours,
            was=one.deadline.day,
            day=day,
            latest=self.latest(one)[0],
        )

    def left(self, after: CapacityPlan, moved: Mapping[int, dt.date]) -> Iterator[NotPlaced]:
        """The months that still cannot hold their work."""
        for month, line, cell in after.short:
            why = self._why(month, line.owner, moved)
            yield NotPlaced(month, line.owner, line.title, cell.demand, cell.supply or 0, why)

    def _why(self, month: Month, owner: str | None, moved: Mapping[int, dt.date]) -> str:
        """Why what is in a month stays there."""
        stays: list[str] = []
        free = other = 0
        for index, one in enumerate(self.found):
            days = [day for day in one.days if month.first <= max(day, self.as_of.today) <= month.last]
            if one.owner != owner or not days or index in moved:
                continue
            if not isinstance(one.deadline, ReviewDue):
                other += len(days)
            elif one.deadline.day not in days:
                other += 1
            elif index in self.by_owner.get(owner, ()) and self._days(index):
                free += 1
            else:
                stays.append(self._stuck(one))
        parts = [f"{counted(other, 'thing')} whose day is set"] if other else []
        parts += stays[:MOST_NAMED]
        if len(stays) > MOST_NAMED:
            parts.append(f"{counted(len(stays) - MOST_NAMED, 'more review')} that cannot move")
        if free:
            parts.append(f"{counted(free, 'review')} that would make another month as full")
        return listed(parts) or "the hours that are fixed"

    def _stuck(self, one: Series) -> str:
        id = one.deadline.record.identity
        if one.deadline.day < self.as_of.today:
            return f"the review of {id}, which is overdue"
        if one.deadline.day == self.as_of.today:
            return f"the review of {id}, which is due today"
        day, why = self.latest(one)
        return f"the review of {id}, by {long_day(day)} at the latest ({why})"
