"""How does a register stand? Each part is asked where its own command asks it, of one context: nothing twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.returns.framework_return import Return, pack_of
from igreg.analysis.returns.states import States
from igreg.check.config import Config
from igreg.check.engine import check_as_of
from igreg.deadlines import breach_clock
from igreg.due.due_list import Choice, due_list
from igreg.due.shares import ShareRow, share_rows
from igreg.model.kinds.assessments import Assessment
from igreg.model.kinds.roles import Role
from igreg.model.span import Span
from igreg.rules._rule import Context
from igreg.status.screen import AreaLed, Clock, Lead, OpenReturn, Person, Screen

WEEK = Span(7, "day")
"""How far ahead the screen looks: today and seven days."""


def look(asked: AsOf, config: Config) -> Screen:
    """The screen of a register as at a moment (ruling E57)."""
    context = Context(asked.register, asked.now, asked.figures)
    return Screen(
        organisation=context.register.organisation.name or "",
        now=context.now,
        areas=tuple(_areas(context)),
        found=check_as_of(context, config),
        until=WEEK.after(context.today),
        due=due_list(context, Choice(within=WEEK)),
        clocks=_clocks(context),
        training=_training(context),
        returns=tuple(open_return(context, one) for one in context.register.of(Assessment) if one.is_open),
        incomplete=context.register.unread,
    )


def _areas(as_of: AsOf) -> Iterator[AreaLed]:
    for area, roles in as_of.tenure.leads.items():
        yield AreaLed(area, as_of.register.areas[area], tuple(_lead(as_of, role) for role in roles))


def _lead(as_of: AsOf, role: Role) -> Lead:
    tenure = as_of.tenure
    people = []
    for id in tenure.people(role.id):
        known = as_of.register.kind_of.get(id) == "staff"
        people.append(Person(id, as_of.register.title(id), not known or id in tenure.employed, tenure.is_here(id)))
    return Lead(role.id or "", role.called, tuple(people))


def _clocks(as_of: AsOf) -> tuple[Clock, ...]:
    """Every clock that has begun, the most urgent first; it may run longer than a week by a figure of one's own."""
    found = [
        Clock(one.record.id or "", one.record.called, one.day, one.hours or 0, one.why)
        for one in breach_clock.due.until(as_of, dt.date.max)
        if one.passed >= 0
    ]
    return tuple(sorted(found, key=lambda clock: (clock.hours, clock.incident)))


def _training(as_of: AsOf) -> tuple[ShareRow, ...]:
    rows = [row for row in share_rows(as_of, reached=True) if row.target is not None]
    return tuple(sorted(rows, key=lambda row: row.reached))


def open_return(context: Context, assessment: Assessment) -> OpenReturn:
    """What an assessment that is still to be published comes to today."""
    pack = pack_of(context, assessment)
    name, title, framework = assessment.id or "", assessment.called, assessment.framework or ""
    if pack is None:
        return OpenReturn(name, title, framework)
    states = States(Return(context, pack, assessment), context.prover)
    of = states.of
    return OpenReturn(
        assessment=name,
        title=title,
        framework=pack.id or framework,
        target=of.target,
        reached=states.reached,
        statuses={one.id: one.title or one.id for one in pack.statuses if one.id},
        deadline=of.deadline,
        days=of.days,
        summary=states.summary,
        left=sum(1 for _ in states.between()),
    )
