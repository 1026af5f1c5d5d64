"""Tables as lines of JSON, and every record as one document of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from igreg.render.tables.cells import jsonable
from igreg.tables.answer import Answer
from igreg.tables.rows import Filled


def table_jsonl(found: Filled) -> bytes:
    """One table, a line a row, compact, with all columns in their order (ruling X67)."""
    names = [column.name for column in found.table.columns]
    say = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
    lines = (say(dict(zip(names, map(jsonable, row), strict=True))) for row in found.rows)
    return "".join(f"{line}\n" for line in lines).encode()


def document_json(found: Mapping[str, Any]) -> str:
    """Every record, nested as the register has it."""
    return json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def answer_json(found: Answer, unread: Sequence[str] = ()) -> str:
    """An answer, version 1: its columns with their types, and its rows; and which files could not be read in full."""
    names = [name for name, _ in found.columns]
    value: dict[str, Any] = {
        "version": 1,
        "columns": [{"name": name, "type": type} for name, type in found.columns],
        "rows": [dict(zip(names, map(jsonable, row), strict=True)) for row in found.rows],
        "incomplete": list(unread),
    }
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
