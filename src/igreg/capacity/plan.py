"""The capacity plan as a value: months, who answers for how much work in each, and how many hours there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from igreg.analysis.effort import By
from igreg.dataclass import dataclass

Sort = Literal["role", "person", "nobody"]
"""Who stands on a line: a role, a person whom records name, or nobody."""
State = Literal["fits", "over", "nobody", "unknown", "idle"]
"""Whether the hours do: more work than hours, work and nobody there, hours not written down, or no work."""
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar, or what is left of it from the first day of the plan on."""

    first: dt.date
    last: dt.date

    @property
    def key(self) -> str:
        """Its name for machines and heads of tables: `2026-03`."""
        return f"{self.first:%Y-%m}"

    @property
    def called(self) -> str:
        """Its name in a sentence: `March 2026`."""
        return f"{self.first:%B} {self.first.year}"


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that falls due on one day, and how many hours it takes."""

    day: dt.date
    """The day on which it counts: its own, or the first of the plan where it is overdue."""
    what: str
    kind: str
    record: str | None
    title: str | None
    owner: str | None
    hours: float
    by: By
    overdue: bool = False
    again: bool = False
    """Whether it comes again after an earlier day, and is reckoned from that."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One line in one month, in hours."""

    due: float
    fixed: float
    overdue: float
    """The part of `due` that is overdue today."""
    supply: float | None
    """The hours there are; nothing where nobody wrote how many."""

    @property
    def demand(self) -> float:
        """The hours of work."""
        return self.due + self.fixed

    @property
    def load(self) -> float | None:
        """Work in per cent of the hours there are; nothing where there are none, or nobody wrote how many."""
        return 100 * self.demand / self.supply if self.supply else None

    @property
    def state(self) -> State:
        """Whether the hours do."""
        if self.demand <= _LEAST:
            return "idle"
        if self.supply is None:
            return "unknown"
        if self.supply <= _LEAST:
            return "nobody"
        return "over" if self.demand > self.supply + _LEAST else "fits"

    @property
    def is_short(self) -> bool:
        """Whether the month cannot hold it."""
        return self.state in ("over", "nobody")


@dataclass(frozen=True, slots=True)
class Line:
    """One role, or whoever else answers for work, month by month."""

    owner: str | None
    title: str
    sort: Sort
    cells: tuple[Cell, ...]

    @property
    def most(self) -> float | None:
        """The greatest monthly load in per cent."""
        return max((cell.load for cell in self.cells if cell.load is not None), default=None)


@dataclass(frozen=True)
class CapacityPlan:
    """Work and hours by month and role, as on a day."""

    today: dt.date
    months: tuple[Month, ...]
    lines: tuple[Line, ...]
    works: tuple[Work, ...]
    without: Mapping[str, str]
    """Who is taken to be away, with their names."""
    extra: Mapping[str, float]
    """Hours a week more, by role."""
    listed_until: int | None
    """The last year whose bank holidays are known, where the plan goes beyond it (ruling B78)."""
    incomplete: tuple[str, ...] = ()
    """The files that could not be read in full: what they hold is in no sum."""

    @property
    def busy(self) -> tuple[Line, ...]:
        """The lines that have any work."""
        return tuple(line for line in self.lines if any(cell.state != "idle" for cell in line.cells))

    @cached_property
    def totals(self) -> tuple[Cell, ...]:
        """All lines together; the load counts only lines of which the hours are known."""
        return tuple(_sum(cells) for cells in self._columns())

    @cached_property
    def not_weighed(self) -> tuple[float, ...]:
        """By month, the hours of work of lines whose hours nobody wrote down: in no load."""
        return tuple(sum(cell.demand for cell in cells if cell.supply is None) for cells in self._columns())

    def _columns(self) -> Iterator[tuple[Cell, ...]]:
        for index in range(len(self.months)):
            yield tuple(line.cells[index] for line in self.lines)

    @property
    def short(self) -> Iterator[tuple[Month, Line, Cell]]:
        """The months that cannot hold what falls into them, with whose work that is."""
        for index, month in enumerate(self.months):
            for line in self.lines:
                if line.cells[index].is_short:
                    yield month, line, line.cells[index]

    @property
    def guessed(self) -> float:
        """The share of the hours of what falls due that rests on igreg's own figures, in per cent."""
        hours = sum(work.hours for work in self.works)
        return 100 * sum(work.hours for work in self.works if work.by == "default") / hours if hours else 0

    def index_of(self, day: dt.date) -> int:
        """The place of the month in which a day of the plan lies."""
        first = self.months[0].first
        return (day.year - first.year) * 12 + day.month - first.month


def _sum(cells: tuple[Cell, ...]) -> Cell:
    known = [cell for cell in cells if cell.supply is not None]
    return Cell(
        due=sum(cell.due for cell in known),
        fixed=sum(cell.fixed for cell in known),
        overdue=sum(cell.overdue for cell in known),
        supply=sum(cell.supply or 0 for cell in known) if known else None,
    )
