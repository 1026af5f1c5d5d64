"""Who answers for a record (ruling A102)."""

from __future__ import annotations

from igreg.model.base import Record


def owner_of(record: Record) -> str | None:
    """The record's owner, lead or administrator; a role itself, a group's chair; else nothing."""
    if record.kind == "roles":
        return record.identity
    if record.kind == "groups":
        chair: str | None = getattr(record, "chair", None)
        return chair
    for field in ("owner", "lead", "administrator"):
        found: str | None = getattr(record, field, None)
        if found is not None:
            return found
    return None
