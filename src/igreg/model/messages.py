"""What is said of a value that a field cannot take: pydantic's error types in plain English."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from igreg.findings import KeyPath
from igreg.language.suggest import one_of
from igreg.model.anatomy import fields_of
from igreg.model.base import Part

EMPTY = frozenset({"string_too_short", "too_short"})
"""Error types that say: there is nothing here."""

_SHOWN = 60
"""So many characters of a value are shown at most."""
_ID = "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 64"


def is_empty(kind: str, value: object) -> bool:
    """Whether a fault is that there is nothing: for an optional field the same as leaving it out (ruling A12)."""
    return kind in EMPTY or value is None or value == [] or (isinstance(value, str) and not value.strip())


def shown(value: object, most: int = _SHOWN) -> str:
    """A value as a message shows it: quoted, and cut where it is long."""
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value if len(value) <= most else value[: most - 3] + "...")
    return "a number of very many digits" if _has_many_digits(value) else str(value)


def _has_many_digits(value: object) -> bool:
    """Whether a number is one that Python refuses to write out, or nobody wants to read."""
    return isinstance(value, int) and abs(value) > 10**60


def describe(model: type[Part], path: KeyPath, detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong with a value, and what to do: two sentences."""
    kind, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind != "extra_forbidden" and (kind == "missing" or is_empty(kind, value)):
        return f"the field `{field}` is missing or empty", f"add `{field}:` with a value"
    if kind == "extra_forbidden":
        return (
            f"no field is called {shown(str(path[-1]))}",
            one_of(field, _fields(model, path[:-1]), "take it out, or put it under `extra:`"),
        )
    if kind == "string_pattern_mismatch":
        return f"{shown(value)} is no id", f"an id has {_ID}"
    if kind == "literal_error":
        words = _words(context.get("expected", ""))
        if isinstance(value, list) and f"{field}s" in _fields(model, path[:-1]):
            return f"a list stands where one word of `{field}` belongs", f"several stand under `{field}s:`"
        return (
            f"{shown(value)} is none of the words that `{field}` may have",
            one_of(value if isinstance(value, str) else "", words),
        )
    if kind == "list_type":
        short = not isinstance(value, dict) and not _has_many_digits(value) and len(str(value)) <= _SHOWN
        help = f"put it in brackets: {field}: [{value}]" if short else "begin each item with `- `"
        return f"{shown(value)} stands where a list belongs", help
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"{shown(value)} stands where a mapping belongs", f"`{field}` has keys of its own: {_keys(model, path)}"
    if kind == "value_error":
        wanted = str(context.get("error", "")) or "another value"
        if field == "id":
            return f"the id {shown(value)} is not {wanted}", "choose another id"
        of_a_part = isinstance(value, dict) and _model_at(model, path) is not None
        return wanted if of_a_part else f"{shown(value)} is not {wanted}", f"write {wanted}"
    bounds = {
        "greater_than_equal": ("less than", "ge"),
        "less_than_equal": ("more than", "le"),
    }
    if kind in bounds:
        words_, key = bounds[kind]
        return f"{shown(value)} is {words_} {context.get(key):g}", f"`{field}` goes {_range(kind, context)}"
    wanted = {
        "bool_type": "true or false",
        "int_type": "a whole number",
        "float_type": "a number",
        "string_type": "text",
        "finite_number": "a number",
        "string_unicode": "text",
    }.get(kind, "a value of another form")
    return f"{shown(value)} is not {wanted}", f"write {wanted}"


def _range(kind: str, context: dict[str, Any]) -> str:
    return f"from {context['ge']:g} up" if kind == "greater_than_equal" else f"up to {context['le']:g}"


def _words(expected: str) -> list[str]:
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(",") if part.strip()]


def _model_at(model: Any, path: KeyPath) -> Any:
    """The model that stands at a key path, or nothing."""
    current: Any = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        field = fields_of(current).get(step)
        current = next(iter(field.parts), None) if field else None
    return current


def _fields(model: type[Part], path: KeyPath) -> list[str]:
    found = _model_at(model, path)
    return list(fields_of(found)) if found else []


def _keys(model: type[Part], path: KeyPath) -> str:
    return ", ".join(_fields(model, path)) or "name: value"
