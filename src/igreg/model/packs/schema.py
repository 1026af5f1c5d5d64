"""JSON Schema of a pack, for editors: the model's, with what its rows and proofs may be."""

from __future__ import annotations

from typing import Any

from igreg.model.kinds import in_order
from igreg.model.packs.pack import CATEGORIES, NEEDS, TYPES, Pack
from igreg.model.packs.taking import FUNCTIONS
from igreg.model.schema import loosened

SPAN = {"type": "string", "pattern": "^[0-9]+ (hour|day|week|month|year)s?$"}
TEXT = {"type": ["string", "number", "boolean"]}
FLAG = {"type": "boolean"}
WHOM = [*CATEGORIES, *TYPES]


def pack_schema() -> dict[str, Any]:
    """The schema of the file of a pack."""
    pack = Pack.model_json_schema()
    parts = loosened({**pack.pop("$defs", {}), "Pack": pack})
    for key in ("notes", "tags", "extra"):
        parts["Pack"]["properties"].pop(key)
    source = {"anyOf": [TEXT, {"type": "array", "items": TEXT}, {"type": "null"}]}
    for part in parts.values():
        if "source" in part["properties"]:
            _replace(part, "source", source)
    whom = {"type": "array", "items": {"enum": WHOM}}
    for name, key in (("Pack", "applies_to"), ("Status", "applies_to"), ("Item", "approaching")):
        _replace(parts[name], key, {"anyOf": [whom, {"type": "null"}]})
    item = parts["Item"]
    _replace(item, "need", _rows({"enum": list(NEEDS)}))
    _replace(item, "level", {"anyOf": [_rows(TEXT), {"type": "null"}]})
    item["required"] = [*item["required"], "need"]
    proof = {"$ref": "#/$defs/Proof"}
    _replace(item, "proofs", {"anyOf": [{"type": "array", "items": proof}, {"type": "null"}]})
    needs = {"anyOf": [{"enum": ["mandatory", "approaching"]}, proof]}
    _replace(parts["Status"], "needs", {"anyOf": [needs, {"type": "array", "items": needs}, {"type": "null"}]})
    parts["Proof"] = {"anyOf": _proofs(), "description": "What shows an item in a register."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "igreg: frameworks",
        "$defs": dict(sorted(parts.items())),
        "$ref": "#/$defs/Pack",
    }


def _replace(part: dict[str, Any], key: str, shape: dict[str, Any]) -> None:
    """Another shape for a field; its description stays."""
    description = part["properties"][key].get("description")
    part["properties"][key] = ({"description": description} if description else {}) | shape


def _rows(word: dict[str, Any]) -> dict[str, Any]:
    """A word for everybody, or a row for each category or type."""
    rows = {"type": "object", "minProperties": 1, "propertyNames": {"enum": WHOM}, "additionalProperties": word}
    return {"anyOf": [word, rows]}


def _proofs() -> list[dict[str, Any]]:
    function = {"enum": list(FUNCTIONS)}
    area = {"type": "object", "properties": {"area": TEXT}, "required": ["area"], "additionalProperties": False}
    kinds = {"enum": [kind for kind in in_order() if kind != "organisation"]}
    count = {"type": "integer", "minimum": 1}
    several = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Proof"}}
    options = {"in_force": FLAG, "approved": FLAG, "reviewed_within": SPAN, "dated_within": SPAN, "at_least": count}
    share = {"course": TEXT, "area": TEXT, "at_least": {"type": "number", "minimum": 0, "maximum": 100}, "within": SPAN}
    share["starters"] = {"type": "boolean"}
    rules = {"anyOf": [TEXT, {"type": "array", "minItems": 1, "items": TEXT}]}
    return [
        _proof("held", {"anyOf": [function, area]}, {"assigned": FLAG, "deputy": FLAG}),
        _proof("records", kinds, options, open=True),
        _proof("share", {"const": "training"}, share),
        _proof("meets", count, {"within": SPAN}),
        _proof("told", TEXT, {"area": TEXT, "within": SPAN}),
        _proof("silent", rules, {}),
        _proof("field", TEXT, {}, open=True),
        _proof("any", several, {}),
        _proof("all", several, {}),
    ]


def _proof(name: str, shape: dict[str, Any], more: dict[str, Any], *, open: bool = False) -> dict[str, Any]:
    out = {"type": "object", "required": [name], "properties": {name: shape, **more, "why": TEXT}}
    return out if open else {**out, "additionalProperties": False}
