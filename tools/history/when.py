"""When what the sample says came to be written down: what no field says by itself, and which fields say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

NOTICE = dt.timedelta(days=21)
"""So long before the day is it written down who follows whom."""
BORN = {
    "assessments.answers": "on",
    "audits": "performed",
    "budgets": "approved_on",
    "communications": "date",
    "contracts.measures": "on",
    "decisions": "asked",
    "delegations": "start",
    "dpias": "approved_on",
    "dpias.dpo_advice": "on",
    "engagements": "date",
    "exceptions": "approved_on",
    "guidance": "published",
    "incidents": "aware",
    "incidents.contained": "at",
    "incidents.decision": "at",
    "incidents.decisions": "at",
    "incidents.notifications": "at",
    "incidents.timeline": "at",
    "meetings": "date",
    "notices.tested_with": "on",
    "organisation.dspt": "published",
    "requests": "received",
    "requests.clarification": "asked",
    "requests.extended": "told",
    "requests.internal_review": "asked",
    "roles.holders": "from",
    "staff": "started",
    "staff.absences": "from",
    "staff.skills": "on",
    "training-records": "completed",
}
"""Before which day a record, or a part of one, is not there yet."""
ADDED = {
    "audits": "2026-04-20",
    "engagements": "2026-11-17",
    "meetings": "2026-11-17",
    "dpias": "2026-10-20",
}
"""When what is planned for later was put in, by its kind."""
FIRST = {"assessments": "2026-09-14", "budgets": "2026-04-20", "processing": "2025-06-10", "skills": "2025-02-17"}
"""When the first record of a kind came."""
IMPORTS = ("2024-11-25", "2025-04-08", "2025-10-14", "2026-04-29", "2026-09-01", "2026-11-24")
"""The days on which training records came from the learning system."""
WRITTEN = {("n-rahman", "2026-04-01"): "2026-04-14", ("j-whitlock", "2026-04-01"): "2026-04-14"}
"""Appointments that were written down after they began."""
LATER: Mapping[str, tuple[str, ...]] = {
    "acknowledged": (),
    "answered": (),
    "closed": ("root_cause", "lessons"),
    "decided": ("outcome", "reason"),
    "done": ("outcome",),
    "identity_confirmed": (),
    "left": (),
    "performed": ("rating", "sample", "findings", "report"),
    "responded": ("outcome", "redactions", "withheld"),
    "told_back": (),
    "until": (),
    "updated": (),
}
"""What goes with a day that had not come yet."""
MOVED = {"confirmed": 12, "checked": 12}
ONLY_DATED = frozenset(["POL-006", "AST-SURVEY"])
"""Records of which only the review's day was changed, and its outcome called `changed`."""
