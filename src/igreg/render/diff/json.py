"""The difference of two states for machines: the JSON of version 1."""

from __future__ import annotations

import json
from typing import Any

from igreg.analysis.consequences import Consequence, Stands
from igreg.analysis.record_changes import RecordChange
from igreg.diff.difference import Difference, StateOf
from igreg.model.kinds.organisation import Organisation
from igreg.render.due.json import item
from igreg.render.findings.json import finding


def diff_json(difference: Difference, *, summary: bool = False) -> str:
    """Everything as one JSON object; with `summary` without records and findings (ruling H53)."""
    return json.dumps(diff_value(difference, summary=summary), ensure_ascii=False, indent=1) + "\n"


def diff_value(difference: Difference, *, summary: bool = False) -> dict[str, Any]:
    """The same as a value, for whoever says more beside it."""
    value: dict[str, Any] = {
        "version": 1,
        "from": state(difference.before.state),
        "to": state(difference.after.state),
        "today": difference.today.isoformat(),
        "settings": [{"rule": one.rule, "code": one.code, "change": one.change} for one in difference.settings],
        "consequences": [consequence(one) for one in difference.consequences],
    }
    if not summary:
        value |= {
            "records": [record(one) for one in difference.records],
            "findings": {
                "new": [finding(one) for one in difference.new],
                "gone": [finding(one) for one in difference.gone],
            },
        }
    was, now = difference.incomplete
    value |= {
        "summary": dict(difference.summary),
        "due": {"new": [item(row) for row in difference.due_new], "gone": [item(row) for row in difference.due_gone]},
        "remarks": list(difference.remarks),
        "incomplete": {"from": list(was), "to": list(now)},
    }
    return value


def state(one: StateOf) -> dict[str, Any]:
    """Where a state comes from."""
    return {"rev": one.rev, "date": one.date.isoformat(), "asked": one.asked}


def consequence(one: Consequence) -> dict[str, Any]:
    """One consequence."""
    return {
        "what": one.what,
        "subject": one.subject,
        "before": stands(one.before),
        "after": stands(one.after),
        "on": one.on.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "course": one.course,
        "assessment": one.assessment,
        "text": one.text,
    }


def stands(how: Stands) -> list[str] | float | str | None:
    """How something stands: people as a list of ids, hours, people or per cent as a number, a word as it is."""
    return list(how) if isinstance(how, tuple) else how


def record(one: RecordChange) -> dict[str, Any]:
    """One record; `was` is the id that a renamed one had."""
    fields = [{"path": list(field.path), "before": field.before, "after": field.after} for field in one.fields]
    name = one.kind if one.kind == Organisation.kind else one.record
    return {"kind": one.kind, "record": name, "change": one.change, "was": one.was, "fields": fields}
