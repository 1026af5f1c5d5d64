"""Which day of a record is its own, and how a record of a kind is approved (rulings E28, E29)."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.model.kinds import model_of

OWN_DATE: Mapping[str, str] = {
    "audits": "performed",
    "meetings": "date",
    "communications": "date",
    "engagements": "date",
    "incidents": "aware",
    "training-records": "completed",
    "requests": "received",
    "decisions": "decided",
    "dpias": "approved_on",
    "training-plans": "approved_on",
    "notices": "published",
    "guidance": "published",
    "assessments": "published",
    "sharing-agreements": "signed",
    "policies": "in_force_from",
    "budgets": "approved_on",
    "contracts": "start",
    "exceptions": "approved_on",
}
"""The kinds that have a day of their own, and the attribute that holds it (ruling E28)."""


def approved_by(kind: str) -> tuple[tuple[str, ...], str | None] | None:
    """What a record of a kind must have to be approved, and which day of it may not lie ahead; None where none is."""
    if kind == "policies":
        return ("approver", "version"), None
    if kind == "meetings":
        return (), "approved_on"
    if {"approved_by", "approved_on"} <= set(model_of(kind).model_fields):
        return ("approved_by",), "approved_on"
    return None
