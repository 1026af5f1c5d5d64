"""What stands out, in sentences, gravest first: to alert to, to advise of, and to be assured of.

Each rests on figures of the paper. Where nothing is recorded that is told too: nothing recorded is no assurance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from igreg.language.english import counted, listed, long_day, some_of
from igreg.report.matters.overview import Overview
from igreg.report.matters.returns import OpenReturn
from igreg.report.period import months_on

Level = Literal["alert", "advise", "assure"]
_ORDER = ("alert", "advise", "assure")
MOST = 3
"""So many sentences of one sort are told."""
SOON = 3
"""So many months ahead what is to come is told."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, and how grave it is."""

    level: Level
    text: str


def statements(found: Overview) -> tuple[Statement, ...]:
    """All of them, the gravest first; within a level in the order in which they are looked for here."""
    out = [one for look in _LOOKS for one in _few(list(look(found)))]
    return tuple(sorted(out, key=lambda one: _ORDER.index(one.level)))


def _few(found: list[Statement]) -> Iterator[Statement]:
    """The first few of one sort and level, and how many more there are."""
    for level in _ORDER:
        of_level = [one for one in found if one.level == level]
        yield from of_level[:MOST]
        if len(of_level) > MOST:
            left = len(of_level) - MOST
            yield Statement(
                of_level[0].level, f"{left} more like the last {'is' if left == 1 else 'are'} not named here."
            )


def assurance(found: Overview, said: tuple[Statement, ...]) -> tuple[str, str]:
    """The level of assurance in a word or two, and by what it was worked out."""
    if found.head.unread:
        return "none can be given", "part of the register could not be read, so something grave may be missing here"
    alerts = sum(one.level == "alert" for one in said)
    if alerts:
        return "limited", f"{counted(alerts, 'matter')} {'needs' if alerts == 1 else 'need'} the board’s attention"
    advised = sum(one.level == "advise" for one in said)
    if advised:
        return "moderate", "nothing needs the board’s attention, but some things are not as they should be"
    return "substantial", "all that this paper looks at is as it should be"


def _clocks(found: Overview) -> Iterator[Statement]:
    hours = f"{found.incidents.hours:g} hours"
    past = [one for one in found.incidents.running if one.hours < 0]
    running = [one for one in found.incidents.running if one.hours >= 0]
    if past:
        titles = some_of([one.title for one in past])
        waits = f" ({past[0].why})" if len(past) == 1 else ""
        yield Statement("alert", f"The {hours} to report a breach are over: {titles}{waits}.")
    if running:
        left = counted(running[0].hours, "hour")
        titles = some_of([one.title for one in running])
        yield Statement("alert", f"A breach is being looked at, and {left} are left to report it: {titles}.")


def _late(found: Overview) -> Iterator[Statement]:
    counts, who = found.incidents.now.counts, found.incidents.regulator
    hours = f"{found.incidents.hours:g} hours"
    if counts is None or not counts.reported:
        return
    if counts.late:
        of = f"{counts.late} of {counts.reported} breaches reported to {who}"
        was = "was" if counts.late == 1 else "were"
        yield Statement("alert", f"{of} {was} reported after the {hours} were over.")
    elif counts.reported == 1:
        yield Statement("assure", f"The one breach that was reported to {who} was reported within {hours}.")
    else:
        yield Statement("assure", f"All {counts.reported} breaches reported to {who} were reported within {hours}.")


def _leads(found: Overview) -> Iterator[Statement]:
    vacant = [one.title for one in found.areas if one.vacant]
    if vacant:
        yield Statement("alert", f"Nobody leads on {listed(vacant)}.")
    elif found.areas:
        yield Statement("assure", f"Each of the {len(found.areas)} areas is led by somebody who is named.")


def _posts(found: Overview) -> Iterator[Statement]:
    if found.empty:
        titles = some_of([one.title for one in found.empty])
        words = "post is" if len(found.empty) == 1 else "posts are"
        yield Statement("advise", f"{len(found.empty)} {words} empty: {titles}.")


def _returns(found: Overview) -> Iterator[Statement]:
    for one in found.returns.open:
        if not one.usable:
            yield Statement("alert", f"{one.title}: what is reached is not known.")
        elif one.left and one.deadline is not None and one.deadline < found.today:
            yield Statement("alert", f"{one.title} was due on {long_day(one.deadline)}: {_left(one)}.")
        elif one.left and one.deadline is not None and one.deadline <= months_on(found.today, SOON):
            yield Statement("alert", f"{one.title} is due on {long_day(one.deadline)}: {_left(one)}.")
        elif one.left:
            due = f", due on {long_day(one.deadline)}" if one.deadline is not None else ""
            yield Statement("advise", f"{one.title}{due}: {_left(one)}.")
        elif one.reached:
            yield Statement("assure", f"{one.title}: “{one.reached}” is reached.")
        else:
            items = f"; {one.met} of {one.asked} mandatory items are met" if one.asked else ""
            yield Statement("advise", f"{one.title}: no status is reached yet{items}.")


def _left(one: OpenReturn) -> str:
    stand = "stands" if one.left == 1 else "stand"
    return f"{counted(one.left, 'item')} still {stand} between us and “{one.target}”"


def _training(found: Overview) -> Iterator[Statement]:
    targeted = [one for one in found.training.courses if one.target is not None]
    under = [one for one in targeted if not one.reached]
    for one in under:
        few = f"{one.percent:g}% of {counted(one.counted, 'person', 'people')}"
        yield Statement("alert", f"Too few are trained in {one.title}: {few}, where the target is {one.target:g}%.")
    if not targeted:
        yield Statement("advise", "No training course has a target, so nothing says whether enough people are trained.")
        return
    soon = months_on(found.today, SOON)
    for one in targeted:
        if one.falls is not None and one.falls <= soon:
            words = f"falls under its target of {one.target:g}% on {long_day(one.falls)} if nobody takes it again"
            yield Statement("advise", f"Training in {one.title} {words}.")
    if not under:
        lowest = min(targeted, key=lambda one: one.percent)
        words = "the" if len(targeted) == 1 else f"each of the {len(targeted)}"
        where = f" (lowest: {lowest.title}, {lowest.percent:g}%)" if len(targeted) > 1 else f" ({lowest.percent:g}%)"
        noun = "course with a target" if len(targeted) == 1 else "courses with a target"
        yield Statement("assure", f"Enough people are trained in {words} {noun}{where}.")


def _requests(found: Overview) -> Iterator[Statement]:
    total = found.requests.total
    if not found.requests.recorded:
        return
    if total.overdue:
        words = "request is" if total.overdue == 1 else "requests are"
        yield Statement("alert", f"{total.overdue} {words} open past the last day that the law allows.")
    if total.late:
        yield Statement("advise", _some_late(total.late, total.done))
    elif total.in_time and not total.overdue:
        yield Statement("assure", _all_in_time(total.in_time, total.done))


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


def _money(found: Overview) -> Iterator[Statement]:
    for one in found.money.budgets:
        lines = counted(one.over, "line")
        if one.over and not one.reason:
            yield Statement(
                "alert", f"More has gone than was planned in {lines} of “{one.title}”, and nothing says why."
            )
        elif one.over:
            yield Statement(
                "advise", f"More has gone than was planned in {lines} of “{one.title}”: {one.reason.rstrip('.')}."
            )
        elif one.planned is not None:
            yield Statement("assure", f"“{one.title}” is within what was planned.")


def _audits(found: Overview) -> Iterator[Statement]:
    audits = found.audits
    late = [one.title for one in audits.planned if one.overdue]
    overdue = sum(one.overdue_actions for one in audits.done)
    if late:
        yield Statement("advise", f"{counted(len(late), 'audit')} overdue: {some_of(late)}.")
    if overdue:
        yield Statement("advise", f"{counted(overdue, 'action')} from audits of this time overdue.")
    if audits.areas_without:
        yield Statement("advise", f"No audit was done within a year on {listed(audits.areas_without)}.")
    if audits.done and not late and not overdue:
        yield Statement("assure", f"{counted(len(audits.done), 'audit')} done, and none is overdue.")


def _policies(found: Overview) -> Iterator[Statement]:
    policies = found.policies
    if not policies.in_force:
        yield Statement("advise", "No policy in force is recorded.")
        return
    left = policies.in_force - policies.current
    if left:
        titles = some_of([one.title for one in policies.rows])
        are = "is" if left == 1 else "are"
        yield Statement("advise", f"{left} of {policies.in_force} policies {are} not current: {titles}.")
    else:
        words = "The one policy" if policies.in_force == 1 else f"All {policies.in_force} policies"
        yield Statement("assure", f"{words} in force {'is' if policies.in_force == 1 else 'are'} current.")
    if policies.behind:
        words = "policy is" if policies.behind == 1 else "policies are"
        yield Statement("advise", f"{policies.behind} {words} older than guidance that has changed since.")


def _risks(found: Overview) -> Iterator[Statement]:
    risks = found.risks.risks
    if not risks:
        yield Statement("advise", "No risk to information is recorded.")
        return
    late = sum(one.overdue_actions for one in risks)
    top = risks[0]
    above = sum(one.above_target is True for one in risks)
    if above and top.score is not None:
        of = f"{above} of {len(risks)} risks" if above < len(risks) else "Every risk" if above > 1 else "The one risk"
        verb = "is" if above in (1, len(risks)) else "are"
        yield Statement("advise", f"{of} {verb} above the score aimed for; the highest is {top.title} ({top.score}).")
    elif all(one.above_target is False for one in risks):
        yield Statement("assure", f"{counted(len(risks), 'risk')} recorded, none above the score aimed for.")
    if late:
        yield Statement("advise", f"{counted(late, 'action')} on risks overdue.")


def _departures(found: Overview) -> Iterator[Statement]:
    ended = [one for one in found.departures.departures if one.stands == "ended"]
    if ended:
        words = "departure from a rule has" if len(ended) == 1 else "departures from rules have"
        where = some_of([one.about for one in ended])
        yield Statement("advise", f"{len(ended)} accepted {words} ended and still stand in the register: {where}.")


def _incidents(found: Overview) -> Iterator[Statement]:
    counts = found.incidents.now.counts
    if counts is not None and counts.to_report:
        verb = "was" if counts.to_report == 1 else "were"
        words = f"{counted(counts.to_report, 'breach', 'breaches')} {verb} to be reported"
        yield Statement("alert", f"{words} to {found.incidents.regulator}, and nothing shows that it was done.")


def _no_incident(found: Overview) -> Iterator[Statement]:
    counts = found.incidents.now.counts
    if counts is None or not counts.incidents:
        words = "No incident is recorded for this time"
        yield Statement("advise", f"{words}; that none is recorded does not show that none happened.")


_LOOKS: tuple[Callable[[Overview], Iterator[Statement]], ...] = (
    _clocks,
    _late,
    _incidents,
    _leads,
    _training,
    _returns,
    _requests,
    _money,
    _posts,
    _audits,
    _policies,
    _risks,
    _no_incident,
    _departures,
)
"""What is looked at, the gravest first."""
