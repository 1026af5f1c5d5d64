"""Requests by what was asked: what each sort is called, and its figures."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.analysis.request_answers import RequestAnswer, answer_of
from igreg.analysis.requests import COMPLAINT
from igreg.dataclass import dataclass
from igreg.model.kinds.requests import Request
from igreg.report.asked import Asked
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

    @property
    def counted_as(self) -> str:
        """The title; of complaints also what is counted, since one that is acknowledged may still be open."""
        return f"{self.title}, by its acknowledgement" if self.category == COMPLAINT else self.title


def answers_of(asked: Asked) -> list[RequestAnswer]:
    """The requests of the part that is asked for, each with how it was answered."""
    found = (one for one in asked.register.of(Request) if asked.has(one))
    return [answer_of(asked.as_of.time_limits, one, asked.today) for one in found]


def categories(asked: Asked, answers: Sequence[RequestAnswer]) -> tuple[Category, ...]:
    """Sort by sort, those of which there is any."""
    sorts: dict[str, list[RequestAnswer]] = {name: [] for name in (*_WORDS, "")}
    for one in answers:
        sorts.setdefault(one.request.category or "", []).append(one)
    return tuple(category_of(asked, name, sorts[name]) for name in (*_WORDS, "") if sorts[name])


def was_done(one: RequestAnswer, period: Period) -> bool:
    """Whether it was answered in a time; a complaint, whether it was acknowledged."""
    return one.state in ("in time", "late", "not known") and period.has(one.done)


def category_of(asked: Asked, name: str, answers: Sequence[RequestAnswer]) -> Category:
    """Some requests in figures, of one category or of all."""
    period, before = asked.period, asked.period.before
    done = [one for one in answers if was_done(one, period)]
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
