"""The desk for machines: the JSON of version 1. Moments are in the organisation's zone, to the minute."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from igreg.breach.desk import Decided, Desk, Recipient


def breach_json(desk: Desk) -> str:
    """The whole desk as one JSON object."""
    value: dict[str, Any] = {
        "version": 1,
        "now": _moment(desk.now),
        "incident": desk.incident,
        "title": desk.title,
        "recipients": [_recipient(row) for row in desk.recipients],
        "may_wait": list(desk.may_wait),
        "missing": list(desk.missing),
    }
    if desk.incomplete:
        value["incomplete"] = list(desk.incomplete)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _recipient(row: Recipient) -> dict[str, Any]:
    return {
        "to": row.to,
        "name": row.name,
        "state": row.state,
        "due": _moment(row.due),
        "hours": row.hours,
        "how": row.how,
        "why": row.why + (f"; {row.remark}" if row.remark else ""),
        "source": row.source,
        "confidence": row.confidence,
        "decision": _decision(row.decision),
        "at": _moment(row.at),
        "reference": row.reference,
    }


def _decision(decision: Decided | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {"report": decision.report, "by": decision.by, "at": _moment(decision.at), "reason": decision.reason}


def _moment(at: dt.datetime | None) -> str | None:
    return at.isoformat(timespec="minutes") if at is not None else None
