"""The plan of a command that brings records in, as JSON of version 1: the same whether it was then written or not."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from igreg.findings import Finding
from igreg.render.findings.json import finding


@dataclass(frozen=True)
class NewRecord:
    """A record that is new: its id, where it has one, its file and its values."""

    id: str | None
    file: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class RefusedValue:
    """A value that its field does not take; nothing for a value that may not be repeated."""

    field: str
    value: str | None
    message: str
    help: str


@dataclass(frozen=True)
class Brought:
    """What a command brings into a register, and what it refuses."""

    command: str
    kind: str
    new: Sequence[NewRecord] = ()
    refused: Sequence[RefusedValue] = ()
    findings: Iterable[Finding] = field(default=())
    written: bool = False


def plan_json(brought: Brought, today: dt.date) -> str:
    """The plan as one JSON object."""
    value: dict[str, Any] = {
        "version": 1,
        "today": str(today),
        "command": brought.command,
        "kind": brought.kind,
        "file": None,
        "sheet": None,
        "map": None,
        "written": brought.written,
        "columns": [],
        "new": [
            {"id": one.id, "kind": brought.kind, "row": None, "file": one.file, "values": dict(one.values)}
            for one in brought.new
        ],
        "changed": [],
        "unchanged": [],
        "gone": [],
        "refused": [
            dict.fromkeys(("sheet", "row", "cell", "column"))
            | {"field": one.field, "value": one.value, "message": one.message, "help": one.help}
            for one in brought.refused
        ],
        "left_out": [],
        "notes": [],
        "findings": [finding(one) for one in brought.findings],
        "summary": {
            "rows": 1,
            "new": len(brought.new),
            "changed": 0,
            "unchanged": 0,
            "gone": 0,
            "refused": len(brought.refused),
            "left_out": 0,
        },
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
