"""The JSON of a difference."""

from __future__ import annotations

import json

from igreg.render.diff.json import diff_json
from tests.analysis.registers import register
from tests.diff.states import difference

BEFORE = register(policies="- {id: P-1, title: One, status: draft, areas: [risk]}\n")
AFTER = register(policies="- {id: P-1, title: One, status: in-force, areas: [risk]}\n")


def test_everything() -> None:
    value = json.loads(diff_json(difference(BEFORE, AFTER)))
    assert list(value) == [
        *("version", "from", "to", "today", "settings", "consequences", "records", "findings", "summary", "due"),
        *("remarks", "incomplete"),
    ]
    assert value["from"] == {"rev": "a" * 40, "date": "2026-11-24", "asked": None}
    assert value["records"] == [
        {
            "kind": "policies",
            "record": "P-1",
            "change": "changed",
            "was": None,
            "fields": [{"path": ["status"], "before": "draft", "after": "in-force"}],
        }
    ]
    assert value["summary"] == {"added": 0, "gone": 0, "renamed": 0, "changed": 1}
    assert value["incomplete"] == {"from": [], "to": []}


def test_the_summary_alone() -> None:
    value = json.loads(diff_json(difference(BEFORE, AFTER), summary=True))
    assert "records" not in value and "findings" not in value
    assert value["summary"]["changed"] == 1
