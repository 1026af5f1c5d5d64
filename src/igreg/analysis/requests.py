"""By when a request is to be answered: calendar months, working days, and what stops or restarts a clock.

This is the one place that counts it; rules, the list and whatever else asks here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from igreg.analysis.working_days import INFORMATION, WorkingDays
from igreg.dataclass import dataclass
from igreg.facts.figures import Figures
from igreg.model.kinds.requests import Clarification, Request
from igreg.model.span import Span
from igreg.model.values import Nation
from igreg.once import once_for_each_record

_DAY = dt.timedelta(days=1)
SUBJECT_RIGHTS = frozenset({"subject-access", "rectification", "erasure", "restriction", "objection", "portability"})
"""Rights over one's own data (UK GDPR, Articles 15 to 21): one calendar month."""
INFORMATION_RIGHTS = frozenset({"freedom-of-information", "environmental"})
"""Rights to information that public authorities hold: working days."""
DEAD = "health-records-of-the-dead"
COMPLAINT = "complaint"
LIMITS = (
    "limits.subject-request",
    "limits.information-request",
    "limits.information-extended",
    "limits.records-of-the-dead",
    "limits.complaint-acknowledged",
)
"""The rows of the facts by which requests are to be answered, or a complaint acknowledged."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """When a clock began, and the last day that is in time."""

    begins: dt.date
    """The day from which it is counted."""
    day: dt.date | None
    """The last day in time; nothing while what is wanted is still to be made clear."""
    unextended: dt.date | None
    """What that day would be without an extension."""
    stopped: int = 0
    """Days for which the clock stood still."""
    moved_from: dt.date | None = None
    """A weekend or bank holiday on which it would have ended."""
    calendar: WorkingDays | None = None
    """By which working days it is counted, or by which it was moved."""
    in_working_days: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the bank holidays up to its day are listed: else proclamations are not known (ruling B78)."""
        return self.calendar is None or self.day is None or self.calendar.is_listed(self.day)


def figure(request: Request) -> str:
    """The key of the figure of `facts/limits.yaml` by which the limit of a request is counted."""
    if request.category == COMPLAINT:
        return "complaint-acknowledged"
    if request.category in INFORMATION_RIGHTS:
        return "information-extended" if request.extended is not None else "information-request"
    return "records-of-the-dead" if request.category == DEAD else "subject-request"


@dataclass(frozen=True)
class TimeLimits:
    """Limits of requests by the figures in force, in one nation."""

    figures: Figures
    nation: Nation

    @cached_property
    def at_home(self) -> WorkingDays:
        """The working days of the nation."""
        return WorkingDays(self.figures.facts, (self.nation,))

    @cached_property
    def for_information(self) -> WorkingDays:
        """The working days of freedom of information (ruling B01)."""
        return WorkingDays(self.figures.facts, INFORMATION[self.nation])

    @once_for_each_record
    def of(self, request: Request) -> TimeLimit | None:
        """The limit of a request, whether it is answered or not; nothing where it is not known what came, or when.

        That of a complaint is the acknowledgement's (Data Protection Act 2018, section 164A(3)), which is owed for
        complaints since that is in force: there is none for earlier ones (ruling B08).
        """
        received = request.received
        if received is None or request.category is None:
            return None
        if request.category in SUBJECT_RIGHTS:
            return self._of_subject(request, received)
        if request.category in INFORMATION_RIGHTS:
            return self._of_information(request, received)
        if request.category == DEAD:
            # "Forty days beginning with the date of the application" (Access to Health Records Act 1990, section 3(5)).
            day = self.figures.span("records-of-the-dead").after(received)
            return TimeLimit(received, day - _DAY, day - _DAY)
        since = self.figures.facts.limit("complaint-acknowledged").in_force_from
        if since is not None and received < since:
            return None
        day = self.figures.span("complaint-acknowledged").after(received)
        return TimeLimit(received, day, day)

    def of_complaint(self, request: Request) -> dt.date | None:
        """The last day on which an open complaint that waits for its answer alone is not told; igreg's own figure.

        Nothing for one that is still to be acknowledged, and for whatever else is asked.
        """
        if request.category != COMPLAINT or not request.is_open or request.received is None:
            return None
        if self.of(request) is not None and acknowledged(request) is None:
            return None
        return self.figures.span("complaint-answered").after(request.received)

    def of_review(self, request: Request) -> TimeLimit | None:
        """The limit of an internal review (ruling B12); nothing where none was asked for."""
        review = request.internal_review
        if review is None or review.asked is None:
            return None
        key = "environmental-review" if request.category == "environmental" else "information-review"
        day = self.for_information.after(review.asked, int(self.figures.number(key)))
        return TimeLimit(review.asked, day, day, calendar=self.for_information, in_working_days=True)

    def _of_subject(self, request: Request, received: dt.date) -> TimeLimit:
        """One calendar month from receipt, or from the day the identity was known (UK GDPR, Articles 12(3), 12A)."""
        begins = max(received, request.identity_confirmed or received)
        asked = request.clarification if request.category == "subject-access" else ()
        unextended = self._months(begins, 0, asked)
        found = self._months(begins, request.extended.months or 0, asked) if request.extended else unextended
        return TimeLimit(begins, found.day, unextended.day, found.stopped, found.moved_from, calendar=self.at_home)

    def _months(self, begins: dt.date, more: int, asked: Sequence[Clarification]) -> _Months:
        """So many months in one step (ruling B05), then the days that stood still, then out of a weekend (ruling B03).

        A question that was put when the limit had passed changes nothing; while the answer to the last one is awaited,
        there is no limit. A day that stood still is not in the period, so none is the last: who asks back on the Monday
        to which a Saturday was moved has at least the working day after the answer.
        """
        month = self.figures.span("subject-request")
        longer = Span(month.number + more, "month") if month.unit == "month" else month
        end = longer.after(begins)
        stopped, counted_to = 0, begins - _DAY if begins > dt.date.min else begins
        questions = sorted((one for one in asked if one.asked), key=lambda one: one.asked or begins)
        told = max((number for number, one in enumerate(questions) if one.answered is not None), default=-1)
        for number, one in enumerate(questions):
            first = one.asked or begins
            if first > self.at_home.on_or_after(end):
                continue
            if one.answered is None:
                if number > told:
                    return _Months(None, stopped, None)
                continue
            first = max(first, _plus(counted_to, 1))
            days = max((one.answered - first).days + 1, 0)
            if days:
                stopped, counted_to = stopped + days, one.answered
                end = max(_plus(end, days), _plus(counted_to, 1))
        moved = self.at_home.on_or_after(end)
        return _Months(moved, stopped, end if moved != end else None)

    def _of_information(self, request: Request, received: dt.date) -> TimeLimit:
        """Twenty working days, begun anew by an answer to our question, forty where extended (rulings B02, B06)."""
        answers = [one.answered for one in request.clarification if one.asked]
        begins = max(received, *(day for day in answers if day is not None), received)
        calendar = self.for_information
        if None in answers:
            return TimeLimit(begins, None, None, calendar=calendar, in_working_days=True)
        unextended = day = calendar.after(begins, int(self.figures.number("information-request")))
        if request.extended is not None and self.can_extend(request):
            day = calendar.after(begins, int(self.figures.number("information-extended")))
        return TimeLimit(begins, day, unextended, calendar=calendar, in_working_days=True)

    def can_extend(self, request: Request) -> bool:
        """Whether the law knows more time: not for freedom of information in Scotland (ruling B06)."""
        return self.nation != "scotland" or request.category != "freedom-of-information"


@dataclass(frozen=True, slots=True)
class _Months:
    day: dt.date | None
    stopped: int
    moved_from: dt.date | None


def acknowledged(request: Request) -> dt.date | None:
    """The day on which a complaint was acknowledged; an answer acknowledges it too (ruling B08)."""
    return min((day for day in (request.acknowledged, request.responded) if day is not None), default=None)


def review_waits(request: Request) -> bool:
    """Whether an internal review was asked for and is open."""
    review = request.internal_review
    return review is not None and review.answered is None and request.outcome != "withdrawn"


def _plus(day: dt.date, days: int) -> dt.date:
    return Span(days, "day").after(day) if days else day
