"""Requests to answer, complaints to acknowledge and then to answer, and internal reviews that were asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from igreg.analysis.as_of import AsOf
from igreg.analysis.requests import COMPLAINT, TimeLimit, figure, review_waits
from igreg.dataclass import dataclass
from igreg.deadlines._deadline import Deadline, dates
from igreg.language.english import counted
from igreg.model.kinds.requests import Request

Step = Literal["answer", "acknowledgement", "complaint", "review"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDue(Deadline[Request]):
    """What a request waits for: its answer, its acknowledgement, the end of a complaint, or another look at it."""

    step: Step
    limit: TimeLimit | None = None
    """How the day was counted; nothing where it is igreg's own figure."""


@dates
def due(as_of: AsOf, until: dt.date) -> Iterator[RequestDue]:
    for request in as_of.register.of(Request):
        if request.is_open:
            limit, told = as_of.time_limits.of(request), as_of.time_limits.of_complaint(request)
            if told is not None:
                yield _complaint(as_of, request, told)
            elif limit is not None and limit.day is not None:
                step: Step = "acknowledgement" if request.category == COMPLAINT else "answer"
                yield _by(as_of, request, step, limit, limit.day)
        review = as_of.time_limits.of_review(request)
        if review is not None and review.day is not None and review_waits(request):
            yield _by(as_of, request, "review", review, review.day)


def _complaint(as_of: AsOf, request: Request, day: dt.date) -> RequestDue:
    """A complaint that need not be acknowledged, or was: igreg's own figure for how long it may stay open."""
    span = as_of.span("complaint-answered")
    why = f"complaint, received {request.received}; to answer without undue delay, after {span} it is told"
    return RequestDue(request, day, why, step="complaint", rests_on=("limits.complaint-answered",))


def _figure(request: Request, step: Step) -> str:
    """The key of the figure by which a limit is counted."""
    if step == "review":
        return "environmental-review" if request.category == "environmental" else "information-review"
    return figure(request)


def _by(as_of: AsOf, request: Request, step: Step, limit: TimeLimit, day: dt.date) -> RequestDue:
    left = limit.calendar.left(as_of.today, day) if limit.calendar and limit.in_working_days else None
    review = step == "review"
    return RequestDue(
        request,
        day,
        _why(request, step, limit, left),
        ("internal_review",) if review else (),
        "internal review" if review else None,
        working_days=left,
        rests_on=(f"limits.{_figure(request, step)}",),
        step=step,
        limit=limit,
    )


def _why(request: Request, step: Step, limit: TimeLimit, left: int | None) -> str:
    """What it is and how its day comes about: `subject access, received 2026-10-05; identity known 2026-10-07`."""
    name = (request.category or "request").replace("-", " ")
    if step == "review":
        parts = [f"{name}, internal review asked for {limit.begins}"]
    else:
        to_do = ", to acknowledge" if step == "acknowledgement" else ""
        parts = [f"{name}, received {request.received}{to_do}"]
        if limit.begins != request.received:
            since = "what is wanted is clear since" if limit.in_working_days else "identity known"
            parts.append(f"{since} {limit.begins}")
        if limit.stopped:
            parts.append(f"{counted(limit.stopped, 'day')} for clarification")
        if request.extended is not None and limit.day != limit.unextended:
            parts.append("extended")
        if limit.moved_from is not None:
            parts.append(f"moved on from {limit.moved_from}")
    if left is not None:
        parts.append(f"{counted(abs(left), 'working day')} {'past' if left < 0 else 'left'}")
    return "; ".join([*parts, *unsure(limit)])


def unsure(limit: TimeLimit | None) -> Iterator[str]:
    """That bank holidays by proclamation are not known up to a limit (ruling B78); nothing where they are."""
    if limit is not None and not limit.is_sure:
        yield "counted without bank holidays by proclamation, which are not known so far ahead"
