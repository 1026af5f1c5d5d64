"""The plan of what is brought in, as JSON: every key of version 1 is there, whatever is in it."""

from __future__ import annotations

import datetime as dt
import json

from igreg.exchange.brought import Brought, NewRecord, Refused
from igreg.render.plan.json import plan_json

TODAY = dt.date(2026, 11, 24)
KEYS = [
    *("version", "today", "command", "kind", "file", "sheet", "map", "written", "columns", "new", "changed"),
    *("unchanged", "gone", "refused", "left_out", "notes", "findings", "incomplete", "summary"),
]


def test_a_record_that_is_new() -> None:
    values = {"id": "INC-1", "title": "Zoë"}
    text = plan_json(Brought("add", "incidents", [NewRecord("INC-1", "register/incidents.yaml", values)]), TODAY)
    plan = json.loads(text)
    assert list(plan) == KEYS
    assert "Zoë" in text
    assert plan["new"] == [
        {"id": "INC-1", "kind": "incidents", "row": None, "file": "register/incidents.yaml", "values": {"title": "Zoë"}}
    ]
    assert plan["summary"] == {
        "rows": 1,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "gone": 0,
        "refused": 0,
        "left_out": 0,
    }


def test_files_that_could_not_be_read_are_named() -> None:
    plan = json.loads(plan_json(Brought("add", "incidents"), TODAY, ["register/roles.yaml"]))
    assert plan["incomplete"] == ["register/roles.yaml"]
    assert list(plan) == KEYS
    assert json.loads(plan_json(Brought("add", "incidents"), TODAY))["incomplete"] == []


def test_a_value_that_is_refused() -> None:
    plan = json.loads(plan_json(Brought("add", "staff", refused=[Refused("name", None, "no", "why")]), TODAY))
    (refused,) = plan["refused"]
    assert list(refused) == ["sheet", "row", "cell", "column", "field", "value", "message", "help"]
    assert (refused["value"], refused["message"], plan["summary"]["refused"]) == (None, "no", 1)
