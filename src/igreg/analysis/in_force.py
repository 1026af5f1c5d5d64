"""Whether a record counts on a day, kind by kind (ruling A59)."""

from __future__ import annotations

import datetime as dt

from igreg.model.base import Record


def in_force(record: Record, today: dt.date) -> bool:
    """Whether the record counts today, kind by kind (ruling A59). Kinds without a rule always count."""
    kind = record.kind
    if kind == "policies":
        return getattr(record, "status", None) == "in-force" and _begun(getattr(record, "in_force_from", None), today)
    if kind == "notices":
        published: dt.date | None = getattr(record, "published", None)
        return published is not None and published <= today
    if kind == "sharing-agreements":
        ends: dt.date | None = getattr(record, "expires", None)
        return _begun(getattr(record, "signed", None), today) and (ends is None or ends >= today)
    return True


def start_of(record: Record) -> dt.date | None:
    """The day a record came into force, where its kind has one (ruling A60)."""
    if record.in_force_field is None:
        return None
    found: dt.date | None = getattr(record, record.in_force_field, None)
    return found


def _begun(day: dt.date | None, today: dt.date) -> bool:
    return day is None or day <= today
