"""What each area of information governance has: a policy in force, a course, words to staff, an audit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.analysis.audits import was_performed
from igreg.analysis.in_force import in_force
from igreg.model.kinds.audits import Audit
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.courses import Course
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.model.span import Span
from igreg.register.register import Register


def areas_with_policy(register: Register, today: dt.date) -> set[str]:
    """The areas that a policy in force is about."""
    return {area for policy in register.of(Policy) if in_force(policy, today) for area in policy.areas}


def areas_taught(register: Register) -> set[str]:
    """The areas that a course planned for all staff is about."""
    out: set[str] = set()
    for plan in register.of(TrainingPlan):
        for entry in plan.courses if "all-staff" in plan.audience else ():
            course = register.get(Course, entry.course)
            out.update(course.areas if course is not None else ())
    return out


def areas_told(register: Register, today: dt.date, back: Span) -> set[str]:
    """The areas about which something was sent to all staff no longer ago than a span."""
    out: set[str] = set()
    for sent in register.of(Communication):
        if "all-staff" in sent.to and sent.date is not None and sent.date <= today <= back.after(sent.date):
            out.update(sent.areas)
    return out


def last_audits(register: Register, today: dt.date) -> Mapping[str, Audit]:
    """The audit or spot check of each area that was performed last; of several on one day the first that stands."""
    out: dict[str, Audit] = {}
    for audit in register.of(Audit):
        for area in audit.areas if was_performed(audit, today) else ():
            known = out.get(area)
            if known is None or (known.performed or today) < (audit.performed or today):
                out[area] = audit
    return out
