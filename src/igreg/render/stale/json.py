"""Stale reviews for machines: the JSON of version 1."""

from __future__ import annotations

import json
from typing import Any

from igreg.analysis.since_review import LaterChange
from igreg.check.stale import CHANGED, NOT_LOOKED_AT, StaleReview, StaleReviews
from igreg.register.excerpt import line_numbers


def stale_json(found: StaleReviews) -> str:
    """Everything as one JSON object."""
    register = found.as_of.register
    lines = line_numbers(register, [(one.record, ("review",)) for one in found.items])
    value = {
        "version": 1,
        "today": found.as_of.today.isoformat(),
        "items": [_item(one, line) for one, line in zip(found.items, lines, strict=True)],
        "unknown": [{"record": id, "why": "shallow"} for id in found.unknown],
        "summary": {code: found.count(code) for code in (CHANGED, NOT_LOOKED_AT)},
        "incomplete": list(register.unread),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(one: StaleReview, line: int) -> dict[str, Any]:
    reviewed = one.since.reviewed
    return {
        "rule": one.rule.name,
        "code": one.rule.code,
        "kind": one.record.kind,
        "record": one.record.identity,
        "title": one.record.label,
        "last": one.last.isoformat(),
        "reviewed": {"rev": reviewed.rev, "date": reviewed.date.isoformat() if reviewed.date else None},
        "changed": [_change(change) for change in one.since.changed],
        "file": one.record.where.file,
        "line": line,
    }


def _change(one: LaterChange) -> dict[str, Any]:
    return {
        "rev": one.commit.rev,
        "date": one.commit.date.isoformat() if one.commit.date else None,
        "author": one.commit.author,
        "fields": [list(path) for path in one.fields],
        "document": one.document,
    }
