"""Requests of people about their data and for information, and complaints: how many, and how many in time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from igreg.analysis.request_answers import RequestAnswer
from igreg.analysis.requests import COMPLAINT
from igreg.dataclass import dataclass
from igreg.report.asked import Asked
from igreg.report.matters.request_sorts import Category, answers_of, categories, category_of, title, was_done
from igreg.report.matters.reviews_waiting import ReviewWaiting, reviews_waiting
from igreg.report.paper import Column, Table


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that is open on the day."""

    id: str
    title: str
    category: str
    received: dt.date | None
    last_day: dt.date | None
    overdue: bool
    long_open: bool
    """Whether a complaint that was acknowledged is open for longer than igreg's own figure."""


@dataclass(frozen=True, slots=True)
class Late:
    """A request that was answered late in the time."""

    id: str
    title: str
    category: str
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A line of the disclosure log: what information was asked for, and what came of it. Nothing says who asked."""

    id: str
    title: str
    category: str
    received: dt.date | None
    answered: dt.date
    outcome: str
    exemptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """How many came and how many were answered in a month."""

    first: dt.date
    received: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class Requests:
    """Requests of a time."""

    recorded: int
    """How many the register has of the part that is asked for, of any day."""
    categories: tuple[Category, ...]
    total: Category
    months: tuple[Month, ...]
    waiting: tuple[Waiting, ...]
    reviews_waiting: tuple[ReviewWaiting, ...]
    late: tuple[Late, ...]
    outcomes: tuple[tuple[str, int], ...]
    """What came of those answered in the time."""
    exemptions: tuple[tuple[str, int], ...]
    """What was relied on in them, the most frequent first."""
    reviews: int
    """Internal reviews asked for in the time."""
    log: tuple[Disclosure, ...]
    """Information requests answered in the time."""

    long_open_after: str
    """The span after which it is told that a complaint is still open."""

    @property
    def counts_acknowledged(self) -> bool:
        """Whether a complaint is counted among those answered in the time: by its acknowledgement, that is."""
        return any(one.category == COMPLAINT and one.done for one in self.categories)


ACKNOWLEDGED = "a complaint counts once it is acknowledged"
"""What is said beside a figure of requests that were answered, where complaints are among them."""
_LOGGED = ("freedom-of-information", "environmental")


def requests(asked: Asked) -> Requests:
    """The requests of the part that is asked for."""
    answers = answers_of(asked)
    every = [one.request for one in answers]
    done = [one for one in answers if was_done(one, asked.period)]
    said = [one for one in done if one.request.responded is not None]
    exemptions = Counter(
        asked.told(one.request, text, "exemptions", place)
        for one in said
        for place, text in enumerate(one.request.exemptions)
    )
    outcomes = Counter((one.request.outcome or "not written down").replace("-", " ") for one in said)
    return Requests(
        recorded=len(every),
        categories=categories(asked, answers),
        total=category_of(asked, "", answers),
        months=tuple(_month(asked, answers, first) for first in asked.period.months),
        waiting=_waiting(asked, answers),
        reviews_waiting=reviews_waiting(asked, every),
        late=_late(asked, done),
        outcomes=tuple(outcomes.most_common()),
        exemptions=tuple(exemptions.most_common()),
        reviews=sum(one.internal_review is not None and asked.period.has(one.internal_review.asked) for one in every),
        log=_log(asked, said),
        long_open_after=str(asked.as_of.span("complaint-answered")),
    )


def _month(asked: Asked, answers: Sequence[RequestAnswer], first: dt.date) -> Month:
    def is_in(day: dt.date | None) -> bool:
        return day is not None and asked.period.has(day) and (day.year, day.month) == (first.year, first.month)

    done = [one for one in answers if was_done(one, asked.period) and is_in(one.done)]
    return Month(
        first,
        sum(is_in(one.request.received) for one in answers),
        len(done),
        sum(one.state == "late" for one in done),
    )


def _waiting(asked: Asked, answers: Sequence[RequestAnswer]) -> tuple[Waiting, ...]:
    found = sorted(
        (one for one in answers if one.waits), key=lambda one: (_last_day(one) or dt.date.max, one.request.id or "")
    )
    return tuple(
        Waiting(
            one.request.id or "",
            asked.called(one.request),
            title(one.request.category or ""),
            one.request.received,
            _last_day(one),
            one.state == "overdue",
            one.long_open,
        )
        for one in found
    )


def _last_day(one: RequestAnswer) -> dt.date | None:
    """The last day of what is waited for; an acknowledged complaint has none, but is owed an answer all the same."""
    return one.limit if one.done is None else None


def _late(asked: Asked, done: Sequence[RequestAnswer]) -> tuple[Late, ...]:
    return tuple(
        Late(
            one.request.id or "",
            asked.called(one.request),
            title(one.request.category or ""),
            one.days_late,
            asked.told(one.request, one.request.late_reason, "late_reason"),
        )
        for one in sorted(done, key=lambda one: (-one.days_late, one.request.id or ""))
        if one.state == "late"
    )


def _log(asked: Asked, said: Sequence[RequestAnswer]) -> tuple[Disclosure, ...]:
    out = []
    for one in sorted(said, key=lambda one: (one.request.responded or dt.date.max, one.request.id or "")):
        request = one.request
        if request.category in _LOGGED and request.responded is not None:
            exemptions = tuple(asked.told(request, text, "exemptions", n) for n, text in enumerate(request.exemptions))
            outcome = (request.outcome or "not written down").replace("-", " ")
            out.append(
                Disclosure(
                    request.id or "",
                    asked.called(request),
                    title(request.category),
                    request.received,
                    request.responded,
                    outcome,
                    exemptions,
                )
            )
    return tuple(out)


def category_table(found: Requests) -> Table:
    """Category by category, and all together."""
    columns = (
        Column(""),
        Column("Received", "number"),
        Column("in the time before", "number"),
        Column("Answered", "number"),
        Column("in time", "number"),
        Column("late", "number"),
        Column("Open today", "number"),
        Column("past their last day", "number"),
    )
    several = (*found.categories, *((found.total,) if len(found.categories) > 1 else ()))
    rows = tuple(
        (
            "All" if one is found.total else one.counted_as,
            one.received,
            one.received_before,
            one.done,
            one.in_time,
            one.late,
            one.open,
            one.overdue,
        )
        for one in several
    )
    return Table("Requests, by what was asked", columns, rows, "No request is recorded.")
