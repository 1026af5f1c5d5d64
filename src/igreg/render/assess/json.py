"""A return for machines: the JSON of version 1."""

from __future__ import annotations

import json
from typing import Any

from igreg.assess.assessed import Assessed, AssessedItem


def assess_json(found: Assessed) -> str:
    """The whole as one JSON object; `not_applicable` is there where an item is set aside."""
    value: dict[str, Any] = {
        "version": 1,
        "today": found.today.isoformat(),
        "framework": found.framework,
        "edition": found.edition,
        "assessment": found.assessment,
        "category": found.category,
        "deadline": found.deadline.isoformat() if found.deadline is not None else None,
        "days": found.days,
        "target": found.target,
        "reached": found.reached,
        "items": [item(one) for one in found.items],
        "summary": dict(found.summary),
        "incomplete": list(found.incomplete),
    }
    if found.remarks or found.not_offered:
        aside = [f"set aside, though the toolkit does not offer this: {one}" for one in found.not_offered]
        value["remarks"] = [*found.remarks, *aside]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def item(one: AssessedItem) -> dict[str, Any]:
    """One item."""
    value: dict[str, Any] = {
        "item": one.item,
        "title": one.title,
        "group": one.group,
        "input": one.input,
        "need": one.need,
        "approaching": one.approaching,
        "register": one.register,
        "state": one.state,
        "answer": one.answer,
        "by": one.by,
        "on": one.on.isoformat() if one.on is not None else None,
        "draft": one.draft,
        "evidence": [{"record": found.record, "why": found.why} for found in one.evidence],
        "missing": list(one.missing),
        "owner": one.owner,
        "source": list(one.source),
        "confidence": one.confidence,
    }
    if one.not_applicable is not None:
        value["not_applicable"] = one.not_applicable
    return value
