"""The screen for machines: the JSON of version 1."""

from __future__ import annotations

import json
from typing import Any

from igreg.render.due.json import item, share
from igreg.render.findings.json import summary
from igreg.status.screen import AreaLed, Clock, OpenReturn, Screen


def status_json(screen: Screen) -> str:
    """The whole screen as one JSON object; nothing in it is cut short."""
    overdue = sum(1 for row in screen.due.rows if row.overdue)
    value = {
        "version": 1,
        "today": screen.now.date().isoformat(),
        "organisation": screen.organisation,
        "areas": [_area(one) for one in screen.areas],
        "findings": summary(screen.found) | {"silenced": len(screen.found.silenced)},
        "due": {
            "until": screen.until.isoformat(),
            "overdue": overdue,
            "due": len(screen.due.rows) - overdue,
            "items": [item(row) for row in screen.due.rows],
        },
        "clocks": [_clock(one) for one in screen.clocks],
        "training": [share(row) for row in screen.training],
        "assessments": [_return(one) for one in screen.returns],
        "incomplete": list(screen.incomplete),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _area(one: AreaLed) -> dict[str, Any]:
    return {
        "area": one.area,
        "title": one.title,
        "vacant": one.vacant,
        "leads": [
            {"role": lead.role, "title": lead.title, "people": [person.id for person in lead.people]}
            for lead in one.leads
        ],
    }


def _clock(one: Clock) -> dict[str, Any]:
    return {
        "incident": one.incident,
        "title": one.title,
        "due": one.day.isoformat(),
        "hours": one.hours,
        "why": one.why,
    }


def _return(one: OpenReturn) -> dict[str, Any]:
    """An open assessment, in the words of `igreg assess --format json`."""
    return {
        "assessment": one.assessment,
        "title": one.title,
        "framework": one.framework,
        "deadline": one.deadline.isoformat() if one.deadline is not None else None,
        "days": one.days,
        "target": one.target,
        "reached": one.reached,
        "left": one.left,
        "summary": dict(one.summary),
    }
