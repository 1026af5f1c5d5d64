"""The list for machines: the JSON of version 1."""

from __future__ import annotations

import json
from typing import Any

from igreg.due.item import DueList, Row
from igreg.due.shares import ShareRow


def due_json(due_list: DueList, *, people: bool = False) -> str:
    """The whole list as one JSON object. `people` adds the ids of those whose training lapses."""
    overdue = sum(1 for row in due_list.rows if row.overdue)
    value: dict[str, Any] = {
        "version": 1,
        "today": due_list.today.isoformat(),
        "items": [item(row, people=people) for row in due_list.rows],
        "summary": {"overdue": overdue, "due": len(due_list.rows) - overdue},
        "incomplete": list(due_list.incomplete),
    }
    if due_list.shares is not None:
        value["shares"] = [share(row) for row in due_list.shares]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def item(row: Row, *, people: bool = False) -> dict[str, Any]:
    """One item; `subject`, `hours`, `working_days`, `escalates_to` and `covering_for` are there where they apply.

    A request that a person handles has that person among `people` and no owner, since an owner is a role (ruling B11).
    """
    found = row.item
    value: dict[str, Any] = {
        "due": found.due.isoformat(),
        "days": row.days,
        "what": found.what,
        "kind": found.kind,
        "record": found.record,
        "title": found.title,
        "owner": None if found.what == "request" and row.is_a_persons else found.owner,
        "people": list(row.people),
        "detail": found.detail,
        "file": row.file,
        "line": row.line,
    }
    if found.subject is not None:
        value["subject"] = found.subject
    if found.hours is not None:
        value["hours"] = found.hours
    if found.working_days is not None:
        value["working_days"] = found.working_days
    if found.owner is not None and not row.people:
        value["escalates_to"] = row.escalates_to
    if row.covering_for is not None:
        value["covering_for"] = row.covering_for
    if people and found.names:
        value["names"] = list(found.names)
    return value


def share(row: ShareRow) -> dict[str, Any]:
    """How many are trained in a course of a plan; `target` and `window` are null where none is asked for."""
    return {
        "plan": row.plan,
        "course": row.course,
        "title": row.course_title,
        "trained": row.trained,
        "counted": row.counted,
        "target": row.target,
        "reached": row.reached,
        "window": row.window,
        "workers": {worker: {"trained": one, "counted": of} for worker, (one, of) in row.workers.items()},
    }
