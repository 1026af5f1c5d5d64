"""Who held what over time, as JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from igreg.analysis.spans import Span
from igreg.analysis.timeline import Away, Bar, Row, Timeline


def timeline_json(found: Timeline) -> str:
    """The answer for machines. Bars have their own days; gaps and overlaps are cut by the window (ruling H12)."""
    value = {
        "version": 1,
        "today": found.today.isoformat(),
        "from": _day(found.span.first),
        "to": _day(found.span.last),
        "rows": [_row(found, row) for row in found.rows],
        "incomplete": list(found.register.unread),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _row(found: Timeline, row: Row) -> dict[str, Any]:
    return {
        "role": row.role.id,
        "title": row.role.title,
        "areas": list(dict.fromkeys(row.role.areas)),
        "start": _day(row.role.start),
        "end": _day(row.role.end),
        "bars": [_bar(found, bar) for bar in row.bars],
        "gaps": [_span(gap) for gap in row.gaps],
        "overlaps": [_span(one.span) | {"staff": one.staff} for one in row.overlaps],
        "absences": [_absence(one) for one in row.absences],
        "changes": [day.isoformat() for day in row.changes],
    }


def _bar(found: Timeline, bar: Bar) -> dict[str, Any]:
    holder = bar.appointment.holder
    return {
        "staff": holder.staff,
        "name": found.register.title(holder.staff),
        "as": holder.as_,
        "from": _day(holder.from_),
        "until": _day(holder.until),
        "assigned_by": holder.assigned_by,
    }


def _absence(one: Away) -> dict[str, Any]:
    absence = one.absence
    return {
        "staff": one.staff,
        **_span(one.span),
        "cover": absence.cover,
        "covered": one.covered == "all",
    }


def _span(span: Span) -> dict[str, Any]:
    return {"from": _day(span.first), "until": _day(span.last), "days": span.days}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
