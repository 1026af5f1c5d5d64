"""Was done what the law or a contract sets a day for: breaches reported, returns made, requests answered?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.language.english import capital, counted, long_day, some_of
from igreg.report.matters.overview import Overview
from igreg.report.matters.requests import ACKNOWLEDGED
from igreg.report.matters.returns import OpenReturn, met
from igreg.report.matters.statement import SOON, Level, Many, Statement
from igreg.report.period import months_on


def clocks(found: Overview) -> Iterator[Statement]:
    """Breach clocks that run or are over."""
    hours = f"{found.incidents.hours:g} hours"
    past = [one for one in found.incidents.running if one.hours < 0]
    running = [one for one in found.incidents.running if one.hours >= 0]
    if past:
        titles = some_of([one.title for one in past])
        waits = f" ({past[0].why})" if len(past) == 1 else ""
        yield Statement("alert", f"The {hours} to report a breach are over: {titles}{waits}.")
    if running:
        left = counted(running[0].hours, "hour") if running[0].hours else "less than an hour"
        are = "are" if running[0].hours > 1 else "is"
        if len(running) == 1:
            words = f"A breach is being looked at, and {left} {are} left to report it"
        else:
            words = f"{len(running)} breaches are being looked at, and {left} {are} left to report the first"
        yield Statement("alert", f"{words}: {some_of([one.title for one in running])}.")


def reported_late(found: Overview) -> Iterator[Statement]:
    """Whether breaches were reported within their hours."""
    counts, who = found.incidents.now.counts, found.incidents.regulator
    hours = f"{found.incidents.hours:g} hours"
    if counts is None or not counts.reported:
        return
    if counts.late:
        of = f"{counts.late} of {counts.reported} breaches reported to {who} {'was' if counts.late == 1 else 'were'}"
        of = f"The one breach that was reported to {who} was" if counts.reported == 1 else of
        yield Statement("alert", f"{of} reported after the {hours} were over.")
    elif counts.reported == 1:
        yield Statement("assure", f"The one breach that was reported to {who} was reported within {hours}.")
    else:
        yield Statement("assure", f"All {counts.reported} breaches reported to {who} were reported within {hours}.")


def not_reported(found: Overview) -> Iterator[Statement]:
    """Breaches that were to be reported, and were not."""
    counts = found.incidents.now.counts
    if counts is not None and counts.to_report:
        verb = "was" if counts.to_report == 1 else "were"
        words = f"{counted(counts.to_report, 'breach', 'breaches')} {verb} to be reported"
        yield Statement("alert", f"{words} to {found.incidents.regulator}, and nothing shows that it was done.")


def no_incident(found: Overview) -> Iterator[Statement]:
    """That no incident is recorded."""
    counts = found.incidents.now.counts
    if counts is None or not counts.incidents:
        words = "No incident is recorded for this time"
        yield Statement("advise", f"{words}; that none is recorded does not show that none happened.")


def returns(found: Overview) -> Iterator[Many]:
    """How far each return is from its target, and how near its day."""
    soon = months_on(found.today, SOON)
    sorts: dict[str, list[str]] = {sort: [] for sort in _RETURNS}
    for one in found.returns.open:
        sort, text = _return(one, found.today, soon)
        sorts[sort].append(text)
    for sort, (level, rest) in _RETURNS.items():
        yield Many(level, tuple(sorts[sort]), rest)


_RETURNS: dict[str, tuple[Level, str]] = {
    "late": ("alert", "{} more returns were due before today and are not published."),
    "soon": ("alert", f"{{}} more returns are due within {SOON} months and not complete."),
    "unknown": ("alert", "Of {} more returns it is not known what is reached."),
    "later": ("advise", "{} more returns are not complete."),
    "no status": ("advise", "Of {} more returns no status is reached yet."),
    "reached": ("assure", "{} more returns have reached a status."),
}
"""How grave each sort of return is, and how those are told that are too many to be named."""


def _return(one: OpenReturn, today: dt.date, soon: dt.date) -> tuple[str, str]:
    """Of which sort a return is, and its sentence."""
    if one.deadline is not None and one.deadline < today:
        return "late", f"{one.title} was due on {long_day(one.deadline)}{_late(one)}."
    if not one.usable:
        return "unknown", f"{one.title}: what is reached is not known."
    if one.left and one.deadline is not None and one.deadline <= soon:
        return "soon", f"{one.title} is due on {long_day(one.deadline)}: {_left(one)}."
    if one.left:
        due = f", due on {long_day(one.deadline)}" if one.deadline is not None else ""
        return "later", f"{one.title}{due}: {_left(one)}."
    if one.reached:
        return "reached", f"{one.title}: “{one.reached}” is reached."
    return "no status", f"{one.title}: no status is reached yet{met(one)}."


def _late(one: OpenReturn) -> str:
    """How a return stands that is past its day; one that is open is not published, whatever it has reached."""
    if not one.usable:
        return " and is not published; what is reached is not known"
    if one.left:
        return f": {_left(one)}"
    reached = f"“{one.reached}” is reached" if one.reached else f"no status is reached yet{met(one)}"
    return f" and is not published; {reached}"


def _left(one: OpenReturn) -> str:
    stand = "stands" if one.left == 1 else "stand"
    return f"{counted(one.left, 'item')} still {stand} between us and “{one.target}”"


def requests(found: Overview) -> Iterator[Statement]:
    """Requests past their day, answered late or in time."""
    total = found.requests.total
    if not found.requests.recorded:
        return
    if total.overdue:
        words = "request is" if total.overdue == 1 else "requests are"
        yield Statement("alert", f"{total.overdue} {words} open past the last day that the law allows.")
    counted_as = f" {capital(ACKNOWLEDGED)}." if found.requests.counts_acknowledged else ""
    if total.late:
        yield Statement("advise", _some_late(total.late, total.done) + counted_as)
    elif total.in_time and not total.overdue:
        yield Statement("assure", _all_in_time(total.in_time, total.done) + counted_as)
    reviews = sum(one.overdue for one in found.requests.reviews_waiting)
    if reviews:
        words = "internal review of an answer is" if reviews == 1 else "internal reviews of answers are"
        yield Statement("advise", f"{reviews} {words} open past the last day.")
    complaints = sum(one.long_open for one in found.requests.waiting)
    if complaints:
        words = "complaint is" if complaints == 1 else "complaints are"
        yield Statement("advise", f"{complaints} {words} open for longer than {found.requests.long_open_after}.")


def _some_late(late: int, done: int) -> str:
    if done == 1:
        return "The one request answered in this time was answered late."
    if late == done:
        return f"All {done} requests answered in this time were answered late."
    return f"{late} of {done} requests answered in this time {'was' if late == 1 else 'were'} answered late."


def _all_in_time(in_time: int, done: int) -> str:
    if in_time < done:
        return f"{in_time} of {done} requests were answered in time; of the others no limit is known."
    return f"All {done} requests answered in this time were in time." if done > 1 else "The one request was in time."
