"""Of which records an audience sees anything at all, beyond what the table of fields grants."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from igreg.analysis.as_of import AsOf
from igreg.analysis.existence import is_there
from igreg.analysis.in_force import in_force
from igreg.analysis.requests import INFORMATION_RIGHTS
from igreg.model.base import Record
from igreg.model.kinds.dpias import Dpia
from igreg.model.kinds.groups import Group
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.meetings import Meeting
from igreg.model.kinds.notices import Notice
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.requests import Request
from igreg.model.shared import Document
from igreg.model.values import AUDIENCES
from igreg.site.audience import Audience, sees_kind

ANSWERS = frozenset({"disclosed", "part-disclosed", "refused", "not-held"})
"""What an answer to a request can be; one that was taken back has none."""


def is_shown(as_of: AsOf, record: Record, audience: Audience) -> bool:
    """Whether an audience may know of a record."""
    if not sees_kind(audience, record.kind):
        return False
    if record.comes_and_goes:
        return is_there(record, as_of.today)
    own = _OWN.get(record.kind)
    return own is None or own(as_of, record, audience)


def is_public(document: Document | None) -> bool:
    """Whether anybody may see a document: only where that is written down."""
    return document is not None and document.public is True


def is_for_public(notice: Notice) -> bool:
    """Whether a notice is for people outside."""
    return bool((AUDIENCES - {"all-staff"}) & set(notice.audience))


def _policy(as_of: AsOf, record: Record, audience: Audience) -> bool:
    assert isinstance(record, Policy)
    return in_force(record, as_of.today) or (audience == "board" and record.status == "draft")


def _notice(as_of: AsOf, record: Record, audience: Audience) -> bool:
    assert isinstance(record, Notice)
    if audience == "board":
        return True
    return in_force(record, as_of.today) and (audience == "staff" or is_for_public(record))


def _meeting(as_of: AsOf, record: Record, audience: Audience) -> bool:
    assert isinstance(record, Meeting)
    if audience == "board":
        return True
    held = record.status == "held" and record.date is not None and record.date <= as_of.today
    if audience == "public":
        return held and is_public(record.minutes)
    group = as_of.register.get(Group, record.group)
    return group is not None and group.ig_group and record.status != "cancelled"


def _request(as_of: AsOf, record: Record, audience: Audience) -> bool:
    """Answers to requests for information are published for all alike; a request about oneself is nobody's affair."""
    assert isinstance(record, Request)
    answered = record.responded is not None and record.responded <= as_of.today
    return record.category in INFORMATION_RIGHTS and answered and record.outcome in ANSWERS


def _dpia(as_of: AsOf, record: Record, audience: Audience) -> bool:
    assert isinstance(record, Dpia)
    return audience != "public" or is_public(record.document)


def _incident(as_of: AsOf, record: Record, audience: Audience) -> bool:
    assert isinstance(record, Incident)
    return record.status != "withdrawn"


_OWN: Mapping[str, Callable[[AsOf, Record, Audience], bool]] = {
    "policies": _policy,
    "notices": _notice,
    "meetings": _meeting,
    "requests": _request,
    "dpias": _dpia,
    "incidents": _incident,
}
