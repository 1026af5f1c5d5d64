"""What each area of information governance has: a policy in force, a course, words to staff, an audit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from igreg.analysis.audience import Audiences
from igreg.analysis.audits import was_performed
from igreg.analysis.in_force import in_force
from igreg.analysis.training_plans import courses_for_all
from igreg.model.kinds.audits import Audit
from igreg.model.kinds.communications import Communication
from igreg.model.kinds.courses import Course
from igreg.model.kinds.policies import Policy
from igreg.model.span import Span
from igreg.register.register import Register


def areas_with_policy(register: Register, today: dt.date) -> set[str]:
    """The areas that a policy in force is about."""
    return {area for policy in register.of(Policy) if in_force(policy, today) for area in policy.areas}


def areas_taught(audiences: Audiences) -> set[str]:
    """The areas that a course planned for all staff is about."""
    courses = (audiences.tenure.register.get(Course, id) for id in courses_for_all(audiences))
    return {area for course in courses if course is not None for area in course.areas}


def areas_told(audiences: Audiences, back: Span) -> set[str]:
    """The areas about which something was sent to all staff no longer ago than a span."""
    today = audiences.tenure.day
    out: set[str] = set()
    for sent in audiences.tenure.register.of(Communication):
        if sent.date is not None and sent.date <= today <= back.after(sent.date) and audiences.are_all_staff(sent.to):
            out.update(sent.areas)
    return out


def last_audits(audits: Iterable[Audit], today: dt.date) -> Mapping[str, Audit]:
    """The audit or spot check of each area that was performed last; of several on one day the first that stands."""
    out: dict[str, Audit] = {}
    for audit in audits:
        for area in audit.areas if was_performed(audit, today) else ():
            known = out.get(area)
            if known is None or (known.performed or today) < (audit.performed or today):
                out[area] = audit
    return out
