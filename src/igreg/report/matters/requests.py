"""Requests of people about their data and for information, and complaints: how many, and how many in time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from igreg.analysis.request_answers import RequestAnswer, answer_of
from igreg.dataclass import dataclass
from igreg.model.kinds.requests import Request
from igreg.report.asked import Asked
from igreg.report.paper import Column, Table
from igreg.report.period import Period

_WORDS = {
    "subject-access": "Own data: access",
    "rectification": "Own data: correction",
    "erasure": "Own data: erasure",
    "restriction": "Own data: restriction",
    "objection": "Own data: objection",
    "portability": "Own data: taking it elsewhere",
    "health-records-of-the-dead": "Health records of somebody who has died",
    "freedom-of-information": "Freedom of information",
    "environmental": "Environmental information",
    "complaint": "Complaint about data protection",
}
UNKNOWN = "Not said what is asked"


@dataclass(frozen=True, slots=True)
class Category:
    """The requests of one category in figures."""

    category: str
    title: str
    received: int
    """In the time that is told of."""
    received_before: int
    """In as long a time before."""
    done: int
    """Answered in the time, whenever received; a complaint counts when it was acknowledged."""
    in_time: int
    late: int
    open: int
    """Open on the report's day, whenever received."""
    overdue: int
    """Of these past their last day."""
    withdrawn: int
    """Of those received in the time, taken back by whoever asked."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that is open on the day."""

    id: str
    title: str
    category: str
    received: dt.date | None
    last_day: dt.date | None
    overdue: bool


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
    late: tuple[Late, ...]
    outcomes: tuple[tuple[str, int], ...]
    """What came of those answered in the time."""
    exemptions: tuple[tuple[str, int], ...]
    """What was relied on in them, the most frequent first."""
    reviews: int
    """Internal reviews asked for in the time."""
    log: tuple[Disclosure, ...]
    """Information requests answered in the time."""


_LOGGED = ("freedom-of-information", "environmental")


def requests(asked: Asked) -> Requests:
    """The requests of the part that is asked for."""
    answers = _answers(asked)
    every = [one.request for one in answers]
    done = [one for one in answers if _was_done(one, asked.period)]
    said = [one for one in done if one.request.responded is not None]
    exemptions = Counter(
        asked.told(one.request, text, "exemptions", place)
        for one in said
        for place, text in enumerate(one.request.exemptions)
    )
    outcomes = Counter((one.request.outcome or "not written down").replace("-", " ") for one in said)
    return Requests(
        recorded=len(every),
        categories=_categories(asked, answers),
        total=_category(asked, "", answers),
        months=tuple(_month(asked, answers, first) for first in asked.period.months),
        waiting=_waiting(asked, answers),
        late=_late(asked, done),
        outcomes=tuple(outcomes.most_common()),
        exemptions=tuple(exemptions.most_common()),
        reviews=sum(one.internal_review is not None and asked.period.has(one.internal_review.asked) for one in every),
        log=_log(asked, said),
    )


def categories(asked: Asked) -> tuple[Category, ...]:
    """The requests of the part that is asked for, sort by sort, and nothing else of them."""
    return _categories(asked, _answers(asked))


def _answers(asked: Asked) -> list[RequestAnswer]:
    found = (one for one in asked.register.of(Request) if asked.has(one))
    return [answer_of(asked.as_of.time_limits, one, asked.today) for one in found]


def _categories(asked: Asked, answers: Sequence[RequestAnswer]) -> tuple[Category, ...]:
    sorts: dict[str, list[RequestAnswer]] = {name: [] for name in (*_WORDS, "")}
    for one in answers:
        sorts.setdefault(one.request.category or "", []).append(one)
    return tuple(_category(asked, name, sorts[name]) for name in (*_WORDS, "") if sorts[name])


def _was_done(one: RequestAnswer, period: Period) -> bool:
    return one.state in ("in time", "late", "not known") and period.has(one.done)


def _category(asked: Asked, name: str, answers: Sequence[RequestAnswer]) -> Category:
    period, before = asked.period, asked.period.before
    done = [one for one in answers if _was_done(one, period)]
    return Category(
        name,
        title(name),
        sum(period.has(one.request.received) for one in answers),
        sum(before.has(one.request.received) for one in answers),
        len(done),
        sum(one.state == "in time" for one in done),
        sum(one.state == "late" for one in done),
        sum(one.waits for one in answers),
        sum(one.state == "overdue" for one in answers),
        sum(one.state == "withdrawn" and period.has(one.request.received) for one in answers),
    )


def title(category: str) -> str:
    """What a category is called."""
    return _WORDS.get(category, UNKNOWN)


def _month(asked: Asked, answers: Sequence[RequestAnswer], first: dt.date) -> Month:
    def is_in(day: dt.date | None) -> bool:
        return day is not None and asked.period.has(day) and (day.year, day.month) == (first.year, first.month)

    done = [one for one in answers if _was_done(one, asked.period) and is_in(one.done)]
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
            "All" if one is found.total else one.title,
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
