"""What stands out, in sentences, gravest first: to alert to, to advise of, and to be assured of.

Each rests on figures of the paper. Where nothing is recorded that is told too: nothing recorded is no assurance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from igreg.language.english import are, counted, ended, listed, long_day, some_of
from igreg.report.matters.duties_kept import clocks, no_incident, not_reported, reported_late, requests, returns
from igreg.report.matters.overview import Overview
from igreg.report.matters.statement import SOON, Many, Statement
from igreg.report.matters.training import no_target
from igreg.report.period import months_on

_ORDER = ("alert", "advise", "assure")
MOST = 3
"""So many sentences of one sort are told."""


def statements(found: Overview, most: int | None = MOST) -> tuple[Statement, ...]:
    """At most so many of each sort, the gravest first; within a level in the order in which they are looked for."""
    said = (one for look in _LOOKS for one in look(found))
    out = [told for one in said for told in (one.told(most) if isinstance(one, Many) else (one,))]
    return tuple(sorted(out, key=lambda one: _ORDER.index(one.level)))


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


def _leads(found: Overview) -> Iterator[Statement]:
    vacant = [one.title for one in found.areas if one.vacant]
    if vacant:
        yield Statement("alert", f"Nobody leads on {listed(vacant, 'or')}.")
    elif found.areas:
        each = "The one area" if len(found.areas) == 1 else f"Each of the {len(found.areas)} areas"
        yield Statement("assure", f"{each} is led by somebody who is named.")


def _posts(found: Overview) -> Iterator[Statement]:
    if found.empty:
        titles = some_of([one.title for one in found.empty])
        words = "post is" if len(found.empty) == 1 else "posts are"
        yield Statement("advise", f"{len(found.empty)} {words} empty: {titles}.")


def _training(found: Overview) -> Iterator[Statement | Many]:
    targeted = [one for one in found.training.courses if one.target is not None]
    under = [one for one in targeted if not one.reached]
    few = tuple(
        f"Too few are trained in {one.title}: {one.percent:g}% of {counted(one.counted, 'person', 'people')}, "
        f"where the target is {one.target:g}%."
        for one in under
    )
    yield Many("alert", few, "Too few are trained in {} more courses.")
    if not targeted:
        why = no_target(found.training, "training course")
        yield Statement("advise", f"{why}, so nothing says whether enough people are trained.")
        return
    soon = months_on(found.today, SOON)
    falls = tuple(
        f"Training in {one.title} falls under its target of {one.target:g}% on {long_day(one.falls)} "
        "if nobody takes it again."
        for one in targeted
        if one.falls is not None and one.falls <= soon
    )
    yield Many("advise", falls, f"Training in {{}} more courses falls under its target within {SOON} months.")
    if not under:
        lowest = min(targeted, key=lambda one: one.percent)
        words = "the" if len(targeted) == 1 else f"each of the {len(targeted)}"
        where = f" (lowest: {lowest.title}, {lowest.percent:g}%)" if len(targeted) > 1 else f" ({lowest.percent:g}%)"
        noun = "course with a target" if len(targeted) == 1 else "courses with a target"
        yield Statement("assure", f"Enough people are trained in {words} {noun}{where}.")


def _money(found: Overview) -> Iterator[Many]:
    over = [one for one in found.money.budgets if one.over]
    silent = tuple(
        f"More has gone than was planned in {counted(one.over, 'line')} of “{one.title}”, and nothing says why."
        for one in over
        if not one.reason
    )
    said = tuple(
        f"More has gone than was planned in {counted(one.over, 'line')} of “{one.title}”: {ended(one.reason)}"
        for one in over
        if one.reason
    )
    within = tuple(
        f"“{one.title}” is within what was planned."
        for one in found.money.budgets
        if not one.over and one.planned is not None
    )
    yield Many("alert", silent, "More has gone than was planned in {} more budgets, and nothing says why.")
    yield Many("advise", said, "More has gone than was planned in {} more budgets, each with its reason.")
    yield Many("assure", within, "{} more budgets are within what was planned.")


def _audits(found: Overview) -> Iterator[Statement]:
    audits = found.audits
    late = [one.title for one in audits.planned if one.overdue]
    overdue = sum(one.overdue_actions for one in audits.done)
    if late:
        yield Statement("advise", f"{counted(len(late), 'audit')} {are(len(late))} overdue: {some_of(late)}.")
    if overdue:
        yield Statement("advise", f"{counted(overdue, 'action')} from audits of this time {are(overdue)} overdue.")
    if audits.areas_without:
        areas = listed(audits.areas_without, "or")
        yield Statement("advise", f"No audit was done in the last {audits.audited_within} on {areas}.")
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
        of = "The one policy in force" if policies.in_force == 1 else f"{left} of {policies.in_force} policies"
        yield Statement("advise", f"{of} {are(left)} not current: {titles}.")
    else:
        words = "The one policy" if policies.in_force == 1 else f"All {policies.in_force} policies"
        yield Statement("assure", f"{words} in force {are(policies.in_force)} current.")
    if policies.behind:
        words = "policy is" if policies.behind == 1 else "policies are"
        yield Statement("advise", f"{policies.behind} {words} older than guidance that has changed since.")


def _risks(found: Overview) -> Iterator[Statement]:
    risks = found.risks.risks
    if not risks:
        yield Statement("advise", "No risk to information is recorded.")
        return
    late = sum(one.overdue_actions for one in risks)
    over = [one for one in risks if one.above_target is True]
    above = len(over)
    if over:
        top = over[0]
        of = f"{above} of {len(risks)} risks" if above < len(risks) else "Every risk" if above > 1 else "The one risk"
        verb = "is" if above in (1, len(risks)) else "are"
        yield Statement("advise", f"{of} {verb} above the score aimed for; the highest is {top.title} ({top.score}).")
    elif all(one.above_target is False for one in risks):
        yield Statement("assure", f"{counted(len(risks), 'risk')} recorded, none above the score aimed for.")
    if late:
        yield Statement("advise", f"{counted(late, 'action')} on risks {are(late)} overdue.")


def _departures(found: Overview) -> Iterator[Statement]:
    ended = [one for one in found.departures.departures if one.stands == "ended"]
    if ended:
        one = len(ended) == 1
        words = (
            "departure from a rule has ended and still stands"
            if one
            else "departures from rules have ended and still stand"
        )
        where = some_of([one.about for one in ended])
        yield Statement("advise", f"{len(ended)} accepted {words} in the register: {where}.")


_LOOKS: tuple[Callable[[Overview], Iterator[Statement | Many]], ...] = (
    clocks,
    reported_late,
    not_reported,
    _leads,
    _training,
    returns,
    requests,
    _money,
    _posts,
    _audits,
    _policies,
    _risks,
    no_incident,
    _departures,
)
"""What is looked at, the gravest first."""
