"""How does a register stand, in figures? Each is asked where its own command asks it, of one context."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from igreg.analysis.returns.framework_return import Return, pack_of
from igreg.analysis.returns.states import States
from igreg.check.config import Config
from igreg.check.engine import check_as_of
from igreg.deadlines import breach_clock
from igreg.due.collect import collect
from igreg.due.due_list import THIRTY_DAYS
from igreg.due.shares import share_rows
from igreg.estate.figures import AssessmentState, Breaches, Figures, Led, Organisation, TrainingShare
from igreg.findings import CheckResult, Severity
from igreg.model.kinds.assessments import Assessment
from igreg.rules._rule import Context


def figures(context: Context, config: Config, commit: str | None = None) -> Figures:
    """The figures of a register as at the moment of a context: those of `check`, `due`, `status` and `assess`.

    `commit` is the one that holds the register as it stands here, if any does.
    """
    register = context.register
    ours = register.organisation
    found = check_as_of(context, config)
    overdue, due = _dates(context)
    return Figures(
        organisation=Organisation(
            ours.name, ours.type if register.has_organisation else None, ours.ods_code, str(context.today), commit
        ),
        leads={area: _led(context, area) for area in context.tenure.leads},
        findings={severity.word: found.count(severity) for severity in reversed(Severity)},
        rules=_rules(found),
        overdue=overdue,
        due=due,
        training=tuple(
            TrainingShare(row.course, row.course_title, row.counted, row.percent)
            for row in share_rows(context, reached=True)
        ),
        assessment=_assessment(context),
        breaches=_breaches(context),
        unread=len(register.unread),
    )


def _led(context: Context, area: str) -> Led:
    tenure = context.tenure
    return "held" if any(tenure.is_held(role) for role in tenure.leads[area]) else "vacant"


def _rules(found: CheckResult) -> dict[str, int]:
    counts = Counter(finding.rule for finding in found.findings)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _dates(context: Context) -> tuple[dict[str, int], dict[str, int]]:
    """How much is overdue, and how much falls due in thirty days, by kind of date."""
    overdue, due = Counter[str](), Counter[str]()
    for item in collect(context, THIRTY_DAYS.after(context.today)):
        (overdue if item.is_overdue(context.today) else due)[item.what] += 1
    return dict(sorted(overdue.items())), dict(sorted(due.items()))


def _assessment(context: Context) -> AssessmentState | None:
    """The open assessment that must be published first; where none is open, the one that was published last."""
    every = context.register.of(Assessment)
    open_ = [one for one in every if one.is_open]
    if open_:
        one = min(open_, key=lambda one: (_deadline(context, one), one.id or ""))
    elif every:
        one = max(every, key=lambda one: (one.published or dt.date.min, one.id or ""))
    else:
        return None
    pack = pack_of(context, one)
    missing = None
    if pack is not None:
        states = States(Return(context, pack, one), context.prover)
        if states.of.target is not None and pack.status(states.of.target) is not None:
            missing = sum(1 for _ in states.between())
    return AssessmentState((pack.id if pack is not None else None) or one.framework or "", one.status, missing)


def _deadline(context: Context, one: Assessment) -> dt.date:
    pack = pack_of(context, one)
    return (Return(context, pack, one).deadline if pack is not None else one.due) or dt.date.max


def _breaches(context: Context) -> Breaches:
    running = [one for one in breach_clock.due.until(context, dt.date.max) if one.passed >= 0]
    return Breaches(
        clocks=len(running),
        late=sum(1 for one in running if (one.hours or 0) < 0),
        longest_hours=max((one.passed // 60 for one in running), default=None),
    )
