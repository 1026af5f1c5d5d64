"""Of which kinds of record each rule speaks: where there is none of them, its silence says nothing (ruling E33)."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.model.kinds import KINDS, in_order, model_of
from igreg.model.shared import Action
from igreg.model.walk import can_hold

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "leadership": ("roles",),
    "policies": ("policies",),
    "training": ("training-plans",),
    "audits": ("audits",),
    "incidents": ("incidents",),
    "communication": ("groups",),
}
_RULES: Mapping[str, tuple[str, ...]] = {
    "overloaded-holder": ("staff", "roles"),
    "expired-delegation": ("delegations",),
    "undelegable-duty": ("delegations",),
    "unit-without-lead": ("units",),
    "beyond-delegation": ("delegations", "decisions"),
    "delegation-not-taken-back": ("delegations",),
    "unknown-skill": ("skills", "roles", "staff"),
    "budget-overspent": ("budgets",),
    "unapproved-budget": ("budgets",),
    "seat-past-term": ("groups",),
    "owner-ended": ("units", "groups", "assets", "risks", "policies", "processing", "contracts"),
    "staff-without-plan": ("staff",),
    "area-without-course": ("courses",),
    "course-not-planned": ("courses",),
    "request-overdue": ("requests",),
    "late-answer-unexplained": ("requests",),
    "extension-too-late": ("requests",),
    "request-without-handler": ("requests",),
    "processor-told-late": ("incidents",),
    "unanswered-item": ("assessments",),
    "stale-answer": ("assessments",),
    "contradicted-answer": ("assessments",),
    "unknown-item": ("assessments",),
    "assessment-overdue": ("assessments",),
    "unapproved-assessment": ("assessments",),
    "no-assessment": (),
    "set-aside-unoffered": ("assessments",),
    "meeting-without-minutes": ("meetings",),
    "meeting-without-agenda": ("meetings",),
    "not-quorate": ("meetings", "groups"),
    "staff-not-told": ("flows",),
    "lead-out-of-flow": ("flows", "roles"),
    "breach-path-too-slow": ("flows",),
    "no-notice-for-service-users": ("notices",),
    "area-not-communicated": ("communications",),
    "no-engagement": ("engagements",),
    "not-told-back": ("engagements",),
    "nothing-changed": ("engagements",),
    "private-contact": ("staff", "roles"),
    "asset-without-basis": ("assets",),
    "no-dpia": ("assets",),
    "expired-agreement": ("sharing-agreements",),
    "sharing-without-agreement": ("assets",),
    "support-ended": ("assets",),
    "expired-registration": (),
    "no-public-contact": ("roles",),
    "person-identifier": (),
    "birth-date": (),
    "named-person": ("incidents", "decisions", "requests", "engagements", "risks"),
    "processing-without-basis": ("processing",),
    "transfer-without-safeguard": ("processing", "assets", "data-flows"),
    "incomplete-processing-record": ("processing",),
    "asset-outside-record": ("assets",),
    "contract-without-clauses": ("contracts",),
    "contract-ended": ("contracts",),
    "partner-unchecked": ("bodies",),
    "flow-uncovered": ("data-flows",),
    "decision-without-reason": ("decisions",),
    "unknown-basis": ("assets", "processing"),
    "condition-without-schedule": ("assets", "processing"),
    "dpia-without-advice": ("dpias",),
    "no-assets": ("assets",),
}
"""The rules that do not speak of what most of their family do; of nothing in particular where there is no kind."""
_ALWAYS = ("organisation", "roles", "staff", "groups", "units", "bodies")
"""Who is who: most rules ask it."""
_READ: Mapping[str, tuple[str, ...]] = {
    "leadership": ("courses", "training-records", "skills", "delegations", "decisions", "budgets"),
    "policies": ("policies", "audits", "guidance", "decisions"),
    "training": ("courses", "training-plans", "training-records"),
    "audits": ("audits", "policies"),
    "incidents": ("incidents", "requests", "contracts", "communications", "flows"),
    "communication": ("meetings", "flows", "communications", "notices", "engagements"),
    "information": (
        *("assets", "processing", "contracts", "dpias", "sharing-agreements", "risks", "data-flows"),
        *("decisions", "notices"),
    ),
}
_OF_ALL = ("owner-ended", "overdue-review", "review-too-rare", "never-reviewed", "overdue-action")
"""Rules that look at records of whatever kind."""
NOT_ASKED = ("IG310", "IG311", "IG52", "IG9")
"""The codes, as they begin, of rules that no proof can ask: those about assessments ask the proofs themselves, those
about exceptions are known only when all others have run, and those about what was committed say nothing without Git."""


def kinds_of(name: str, family: str) -> tuple[str, ...]:
    """The kinds of which a rule speaks: of actions, each that the model says can have one."""
    if name == "overdue-action":
        return tuple(kind for kind in in_order() if can_hold(model_of(kind), Action))
    return _RULES.get(name, _FAMILIES.get(family, ()))


def read_by(name: str, family: str) -> tuple[str, ...]:
    """The kinds that a rule looks at, at the most: what it finds may come of a file of theirs that cannot be read."""
    if name in _OF_ALL or family not in _READ:
        return KINDS
    return (*_ALWAYS, *_READ[family], *kinds_of(name, family))
