"""Who looks at the pages, and what of each kind of record each of them sees: one table, and what is not in it nobody.

Each audience sees what those before it see, and more. A field that is granted stands for all that is in it, but for
its parts, whose fields are granted one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

Audience = Literal["public", "staff", "board"]
AUDIENCES: tuple[Audience, ...] = ("public", "staff", "board")

FIELDS: Mapping[str, Mapping[Audience, str]] = {
    "organisation": {
        "public": "name type nation website top areas.id areas.title fiscal_year_starts breach_report_to "
        "ico_registration.number dspt.edition dspt.status dspt.published certificates.name",
        "staff": "ico_registration.expires certificates.expires mutual.members mutual.constitution "
        "mutual.next_election",
        "board": "certificates.number staff_count frameworks",
    },
    "units": {"public": "id name category", "staff": "parent lead start end", "board": "head_count"},
    "roles": {
        "public": "id title function functions areas level accountable_to duties public_contact start end "
        "holders.from holders.until holders.as",
        "staff": "unit reports_to advises supports decides holders.staff requires.courses requires.skills.skill "
        "requires.skills.level",
        "board": "holders.assigned_by hours_per_week registrations.with registrations.on registrations.confirmed "
        "review.last review.next",
    },
    "staff": {"staff": "name"},
    "groups": {
        "public": "id title chair co_chairs accountable_to meets_every ig_group start end "
        "elected.seat elected.by elected.term elected.last_election",
        "staff": "deputy_chair secretary members attendees reports_to quorum quorum_roles quorum_all terms "
        "standing_items",
        "board": "review.last review.next",
    },
    "meetings": {
        "public": "id group date minutes",
        "staff": "status decisions agenda.title",
        "board": "agenda.presenter agenda.document agenda.records present apologies approved_on actions.what "
        "actions.owner actions.due actions.done actions.outcome",
    },
    "flows": {"public": "id title from to about trigger every within by out_of_hours two_way start end"},
    "bodies": {
        "public": "id name",
        "staff": "category contact",
        "board": "ods_code dspt.status dspt.edition dspt.published certificates.name certificates.expires acts_as "
        "review.last review.next",
    },
    "policies": {
        "public": "id title category areas owner version status in_force_from document review.every review.last "
        "review.next",
        "staff": "approver author follows replaces under applies_to",
    },
    "guidance": {"public": "id title publisher areas version published url", "staff": "updated in_force_from until"},
    "courses": {"public": "id title target", "staff": "areas valid_for level provider"},
    "skills": {"staff": "id title areas levels valid_for courses group"},
    "training-plans": {
        "public": "id title",
        "staff": "audience courses.course courses.within owner",
        "board": "needs_analysis.document needs_analysis.endorsed_by needs_analysis.endorsed_on evaluation.document "
        "evaluation.result approved_by approved_on review.last review.next",
    },
    "audits": {
        "board": "id title category areas policies lead units planned performed every sample.checked "
        "sample.compliant rating report findings.id findings.what findings.severity findings.policy "
        "findings.action.what findings.action.owner findings.action.due findings.action.done status",
    },
    "assessments": {
        "board": "id title framework owner target due status published result approved_by approved_on actions.what "
        "actions.owner actions.due actions.done review.last review.next",
    },
    "incidents": {
        "staff": "lessons.lesson",
        "board": "id title aware occurred areas unit effects breach_type summary near_miss personal_data "
        "people_affected records_affected consequences measures contained.at contained.how status policies_breached "
        "assets decision.report decision.by decision.at decision.reason people_told.at people_told.how "
        "people_told.not_told_reason notifications.to notifications.at notifications.late_reason root_cause "
        "lessons.shared_by lessons.changed actions.what actions.owner actions.due actions.done repeat_of closed",
    },
    "requests": {"public": "id title category received responded outcome exemptions", "staff": "unit"},
    "risks": {
        "board": "id title areas owner cause effect likelihood impact target_score treatment controls assets "
        "incidents actions.what actions.owner actions.due actions.done review.last review.next",
    },
    "assets": {
        "staff": "id name owner administrator unit purposes retention critical",
        "board": "personal_data special_category large_scale subjects categories recipients lawful_basis condition "
        "location outside_uk safeguards security supplier suppliers safety_case.standard safety_case.officer "
        "safety_case.on support_ends review.last review.next",
    },
    "processing": {
        "staff": "id title owner our_role purposes lawful_basis condition subjects categories retention notices",
        "board": "controllers special_category recipients recipient_categories transfers.country transfers.to "
        "transfers.safeguard security processors assets dpia source automated_decisions review.last review.next",
    },
    "data-flows": {
        "board": "id title from to what assets processing personal_data special_category by every on_request volume "
        "safeguards agreement outside_uk owner start end review.last review.next",
    },
    "sharing-agreements": {
        "staff": "id title partners purpose lawful_basis owner signed expires",
        "board": "assets document review.last review.next",
    },
    "contracts": {
        "board": "id title with owner processes_personal_data start end notice document review.last review.next",
    },
    "dpias": {
        "public": "id title document",
        "staff": "owner",
        "board": "assets dpo_advice.by dpo_advice.on dpo_advice.advice caldicott_view consulted residual decision "
        "prior_consultation.asked prior_consultation.answered prior_consultation.outcome approved_by approved_on "
        "review.last review.next",
    },
    "notices": {
        "public": "id title audience owner areas formats languages published document",
        "staff": "tested_with.on tested_with.who tested_with.outcome review.last review.next",
        "board": "assets",
    },
    "communications": {"staff": "id title date to from flow areas about by document"},
    "engagements": {
        "public": "id title date with form areas people heard changed.what changed.done told_back accessible",
        "staff": "owner about changed.by changed.due told_back_by changed.records",
    },
    "delegations": {"board": "id title from to tasks areas limits limit currency start end review.last review.next"},
    "decisions": {
        "board": "id title category asked asked_by question areas principles by decided outcome reason under value "
        "consulted meeting ballot.entitled ballot.voted ballot.for ballot.against shared_with told review.last "
        "review.next",
    },
    "budgets": {
        "board": "id title year owner unit areas currency lines.what lines.planned lines.committed lines.spent "
        "lines.for lines.area approved_by approved_on forecast variance_reason",
    },
    "exceptions": {"board": "id rule record reason approved_by until approved_on compensating"},
}
"""From which audience on each field is seen, by kind; fields by their keys in the file, those of parts after a dot."""

RECORDS: Mapping[str, Mapping[Audience, str]] = {
    "units": {"public": "those there are today"},
    "roles": {"public": "those there are today"},
    "groups": {"public": "those there are today"},
    "flows": {"public": "those in use today"},
    "staff": {"staff": "where a post or a paper names them"},
    "policies": {"public": "those in force", "board": "drafts too"},
    "notices": {
        "public": "those published for people outside",
        "staff": "all that are published",
        "board": "all",
    },
    "meetings": {
        "public": "those held whose minutes are public",
        "staff": "those of the IG group",
        "board": "all",
    },
    "requests": {"public": "requests for information that were answered, for the disclosure log"},
    "dpias": {"public": "those whose document is public", "staff": "all"},
    "incidents": {"staff": "lessons of those that are closed", "board": "all that were not withdrawn"},
}
"""Of which records each audience sees anything, where it is not all of them."""


@cache
def granted(kind: str) -> Mapping[str, Audience]:
    """From which audience on each field of a kind is seen; a field that is missing is seen by nobody."""
    out: dict[str, Audience] = {}
    for audience in AUDIENCES:
        for path in FIELDS.get(kind, {}).get(audience, "").split():
            out[path] = audience
    return out


def may_see(audience: Audience, kind: str, path: str) -> bool:
    """Whether an audience sees a field of a kind."""
    since = granted(kind).get(path)
    return since is not None and AUDIENCES.index(since) <= AUDIENCES.index(audience)


@cache
def sees_kind(audience: Audience, kind: str) -> bool:
    """Whether an audience sees what records of a kind are called, so that they can be named at all."""
    return any(may_see(audience, kind, path) for path in ("title", "name", "id"))
