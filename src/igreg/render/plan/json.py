"""The plan of a command that brings records in, as JSON of version 1: the same whether it was then written or not."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from igreg.exchange.brought import Brought, ChangedRecord, NewRecord, Note, Refused
from igreg.render.findings.json import finding


def plan_json(brought: Brought, today: dt.date, unread: Sequence[str] = ()) -> str:
    """The plan as one JSON object; `unread` are the files of the register that could not be read in full."""
    value: dict[str, Any] = {
        "version": 1,
        "today": str(today),
        "command": brought.command,
        "kind": brought.kind,
        "file": brought.file,
        "sheet": brought.sheet,
        "map": brought.map,
        "written": brought.written,
        "columns": [
            {"column": one.column, "header": one.header, "field": one.field, "how": one.how}
            | ({} if one.why is None else {"why": one.why})
            for one in brought.columns
        ],
        "new": [_new(one, brought.kind) for one in brought.new],
        "changed": [_changed(one) for one in brought.changed],
        "unchanged": list(brought.unchanged),
        "gone": [{"id": one.id, "kind": one.kind, "what": one.what, "roles": list(one.roles)} for one in brought.gone],
        "refused": [_refused(one) for one in brought.refused],
        "left_out": [{"sheet": one.sheet, "row": one.row, "why": one.why} for one in brought.left_out],
        "notes": [_note(one) for one in brought.notes],
        "findings": [finding(one) for one in brought.findings],
        "incomplete": list(unread),
        "summary": {
            "rows": brought.rows,
            "new": len(brought.new),
            "changed": len(brought.changed),
            "unchanged": len(brought.unchanged),
            "gone": len(brought.gone),
            "refused": len(brought.refused),
            "left_out": len(brought.left_out),
        },
    }
    return "{\n" + ",\n".join(f' "{key}": {_lines(one)}' for key, one in value.items()) + "\n}\n"


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)


def _lines(value: Any) -> str:
    """A value of the plan; a list has a line for each of its items, of which there may be hundreds of thousands."""
    if not isinstance(value, list) or not value:
        return _ENCODER.encode(value)
    return "[\n" + ",\n".join(f"  {_ENCODER.encode(one)}" for one in value) + "\n ]"


def _new(one: NewRecord, kind: str | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind or kind,
        "row": one.row,
        "file": one.file,
        "values": {key: value for key, value in one.values.items() if key != "id"},
    }


def _changed(one: ChangedRecord) -> dict[str, Any]:
    fields = [{"path": list(field.path), "before": field.before, "after": field.after} for field in one.fields]
    return {"id": one.id, "kind": one.kind, "row": one.row, "fields": fields}


def _refused(one: Refused) -> dict[str, Any]:
    value: dict[str, Any] = {
        "sheet": one.sheet,
        "row": one.row,
        "cell": one.cell,
        "column": one.column,
        "field": one.field,
        "value": one.value,
        "message": one.message,
        "help": one.help,
    }
    if one.collision is not None:
        value |= dict(zip(("before", "ours", "theirs"), one.collision, strict=True))
    return value


def _note(one: Note) -> dict[str, Any]:
    if one.rows:
        return {"what": one.what, "value": one.value, "rows": list(one.rows), "message": one.message}
    return {
        "what": one.what,
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "value": one.value,
        "message": one.message,
    }
