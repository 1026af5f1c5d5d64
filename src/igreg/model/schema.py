"""JSON Schema (draft 2020-12) for the files of each kind, in the subset that editors understand."""

from __future__ import annotations

import functools
import json
from typing import Any

from igreg.model.kinds import in_order, model_of
from igreg.model.values import ID_FORM

PACKS = "frameworks"
"""Whose schema stands beside those of the kinds: packs are no records of the register."""


def schema(kind: str) -> dict[str, Any]:
    """The schema of a file of this kind: one record, or a list of them; an empty file is fine too."""
    record = model_of(kind).model_json_schema()
    parts = record.pop("$defs", {})
    parts[_title(kind)] = record
    loosened(parts)
    one = {"$ref": f"#/$defs/{_title(kind)}"}
    out: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"igreg: {kind}",
        "$defs": dict(sorted(parts.items())),
    }
    if kind == "organisation":
        return out | one
    return out | {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}


def _of_packs() -> dict[str, Any]:
    from igreg.model.packs.schema import pack_schema

    return pack_schema()


def loosened(parts: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The models of a schema with what the format allows beside what they say."""
    for part in parts.values():
        _mend(part)
    return parts


@functools.cache
def schema_text(kind: str) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(kind) if kind != PACKS else _of_packs(), ensure_ascii=False, indent=2) + "\n"


def schema_files() -> dict[str, str]:
    """Every schema, by the name of its file."""
    return {f"{kind}.schema.json": schema_text(kind) for kind in (*in_order(), PACKS)}


def _title(kind: str) -> str:
    return model_of(kind).__name__


def _mend(part: dict[str, Any]) -> None:
    """Allow what the format allows: empty optional fields, and plain numbers and booleans as text (ruling A11)."""
    part.pop("title", None)
    needed = set(part.get("required", ()))
    for name, field in part.get("properties", {}).items():
        field.pop("title", None)
        description = field.pop("description", None)
        default = field.pop("default", None)
        shapes = [_loose(shape) for shape in field.get("anyOf", [field]) if shape != {"type": "null"}]
        if name not in needed:
            shapes.append({"type": "null"})
        whole = shapes[0] if len(shapes) == 1 else {"anyOf": shapes}
        field.clear()
        if description:
            field["description"] = description
        if default not in (None, []):
            field["default"] = default
        field.update(whole)


def _loose(shape: dict[str, Any]) -> dict[str, Any]:
    shape = {key: value for key, value in shape.items() if key != "title"}
    if shape.get("type") == "array" and "items" in shape:
        return shape | {"items": _loose(shape["items"])}
    if shape.get("type") == "string":
        if shape.get("pattern") == ID_FORM or (set(shape) <= {"type", "minLength"}):
            return shape | {"type": ["string", "number", "boolean"]}
        if "enum" not in shape and "const" not in shape and "minLength" not in shape:
            return shape
    return shape
