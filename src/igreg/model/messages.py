"""What is said of a value that a field cannot take: pydantic's error types in plain English."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from igreg.findings import KeyPath
from igreg.language.english import listed
from igreg.language.suggest import did_you_mean, one_of, same_word
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.meant.days import in_month, last_of_month
from igreg.model.meant.meaning import addresses, meant
from igreg.model.no_field import as_id, no_field
from igreg.model.no_value import DITTO_HELP, is_ditto, not_regular, not_yet
from igreg.model.said import Said, leave_out, shown
from igreg.model.shapes import no_list, no_mapping, no_text
from igreg.model.sums import NOT_EXACT
from igreg.model.usual_words import parted, usual_among
from igreg.model.wanted import changed_over, number_range


def is_empty(kind: str, value: object) -> bool:
    """Whether a fault is that there is nothing: for an optional field the same as leaving it out (ruling A12)."""
    return kind == "string_too_short" or value is None or value == [] or (isinstance(value, str) and not value.strip())


def describe(model: type[Part], path: KeyPath, detail: ErrorDetails) -> Said:
    """What is wrong with a value, and what to do."""
    said = _described(model, path, detail)
    return said._replace(help=DITTO_HELP, becomes=None) if is_ditto(detail["input"]) else said


def _field(path: KeyPath) -> str:
    """The last key of a path: the field of which something is said."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _described(model: type[Part], path: KeyPath, detail: ErrorDetails) -> Said:
    kind, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    field = _field(path)
    if kind == "extra_forbidden":
        return no_field(field, value, _fields(model, path[:-1]), _parts_with(model, path))
    if kind == "missing" or is_empty(kind, value):
        return Said(f"the field `{field}` is missing or empty", f"add `{field}:` with a value")
    if kind == "string_pattern_mismatch":
        return Said(f"{shown(value)} is not an id", as_id(value))
    if kind == "literal_error":
        return _none_of(field, value, _words(context.get("expected", "")), f"{field}s" in _fields(model, path[:-1]))
    if kind == "list_type":
        return no_list(field, value, _fields(model, path), _needed(model, path))
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return no_mapping(field, value, _fields(model, path), _needed(model, path))
    if kind == "value_error":
        of_a_part = isinstance(value, dict) and _model_at(model, path) is not None
        return _unfit(field, value, context.get("error"), of_a_part=of_a_part)
    if kind in ("too_short", "too_long"):
        wanted = context["min_length" if kind == "too_short" else "max_length"]
        message = f"`{field}` has {context['actual_length']} entries where {wanted} belong"
        return Said(message, f"write {wanted}, one to a line with `- ` before each")
    bounds = {
        "greater_than_equal": ("less than", "ge"),
        "less_than_equal": ("more than", "le"),
    }
    if kind in bounds:
        words_, key = bounds[kind]
        return Said(f"{shown(value)} is {words_} {_amount(context[key])}", f"`{field}` goes {_range(kind, context)}")
    return _of_another_form(model, path, kind, value)


def _of_another_form(model: type[Part], path: KeyPath, kind: str, value: object) -> Said:
    """A value that is no number, text or flag where one belongs."""
    field = _field(path)
    if isinstance(value, str) and _FORMULA.match(value):
        return Said(f"{shown(value)} is a formula of a spreadsheet", "write what it comes to")
    wanted = _WANTED.get(kind, "a value of another form")
    if kind == "string_type" and isinstance(value, list) and value and isinstance(path[-1], int):
        inside = ", ".join(map(str, value)) if all(isinstance(part, str) for part in value) else "..."
        help = f"write: {field}: [{inside}]" if len(inside) <= _SHORT else "take one pair of brackets out"
        return Said("a list stands within a list, where its own parts belong", help)
    if (
        kind == "string_type"
        and isinstance(value, list | dict)
        and (said := no_text(field, value, _fields(model, path[:-1])))
    ):
        return said
    if not_yet(value):
        return Said(f"{shown(value)} is not {wanted}", leave_out(field))
    if kind == "int_type" and isinstance(value, str) and "%" in value:
        return Said(f"{shown(value)} is not {wanted}", "write how many they are, not how many of a hundred")
    if kind in ("int_type", "float_type") and (number := meant(kind.removesuffix("_type"), value)) is not None:
        return Said(f"{shown(value)} is not {wanted}", f"write: {number.text}{_besides(value)}")
    if kind == "bool_type" and (right := meant("flag", value)) is not None:
        flag = right.text == "true"
        return Said(
            f"{shown(value)} is not {wanted}", f"write {right.text}{_besides(value)}", flag if right.certain else None
        )
    return Said(f"{shown(value)} is not {wanted}", f"write {wanted}{number_range(_model_at(model, path[:-1]), path)}")


def _besides(value: object) -> str:
    """Where the rest of a text goes that holds more than the value."""
    more = isinstance(value, str) and re.search(r"[(;\u2013\u2014]| - ", value) is not None
    return ", and what else there is to say under `notes:`" if more else ""


_SHORT = 100


_FORMULA = re.compile(r"=[+(A-Z]")


_WANTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text",
    "finite_number": "a number",
    "string_unicode": "text",
    NOT_EXACT: "a sum that can be read exactly",
}


def _none_of(field: str, value: object, words: Sequence[str], several: bool) -> Said:
    """A value that is none of the words that may stand there."""
    if isinstance(value, list) and several:
        known = [str(word) for word in value if word in words]
        form = f"`{field}s: [{', '.join(known) if known and len(known) == len(value) else '..'}]`"
        help = f"write {form}; `{field}` is short for one"
        return Said(f"a list stands where one word of `{field}` belongs", help)
    message = f"{shown(value)} is not one of the words for `{field}`"
    if not isinstance(value, str):
        return Said(message, one_of("", words))
    called = usual_among(value, words)
    if called is None and same_word(value, words) is None and (some := parted(value, words)):
        return Said(message, did_you_mean(some[0] if len(some) == 1 else None, f"one of these? {listed(some, 'or')}"))
    return Said(message, did_you_mean(called, "") or one_of(value, words))


def _unfit(field: str, value: object, error: object, *, of_a_part: bool) -> Said:
    """A value that a field of its own form refuses, with the form that was meant where that can be told."""
    wanted = str(error or "") or "another value"
    if field == "id":
        return Said(f"the id {shown(value)} is not {wanted}", "choose another id")
    if of_a_part:
        return Said(wanted, getattr(error, "help", "") or f"write {wanted}")
    sort = getattr(error, "sort", "")
    right = meant(sort, value)
    message = f"{shown(value)} is not {wanted}"
    if right is None:
        if sort == "email" and isinstance(value, str) and len(some_addresses := addresses(value)) > 1:
            return Said(message, f"one address alone can stand here: {listed(some_addresses, 'or')}")
        if sort == "span" and _is_bare_number(value):
            return Said(message, f"write a number and a unit: {value} months, or {value} weeks")
        if sort == "day" and isinstance(value, str) and (last := last_of_month(value)) is not None:
            return Said(message, f"that month ends on {last}: write a day that exists")
        if sort == "span" and not_regular(value):
            return Said(message, f"leave `{field}` out where it comes up at no fixed time")
        if (help := changed_over(sort, value)) is not None:
            return Said(message, help)
        if sort.startswith("day") and isinstance(value, str) and (some := in_month(value)) is not None:
            return Said(message, f"name the day too, such as {some}")
        form = "a number and a unit, such as 12 months" if sort == "span" else wanted
        return Said(message, leave_out(field) if not_yet(value) else f"write {form}")
    help = f"write: {right.text}" if right.certain else f"write {right.text}, if that is what is meant"
    return Said(message, help, right.text if right.certain else None)


def _is_bare_number(value: object) -> bool:
    """Whether a value is a number below a hundred, without a unit; of a longer one the text is never made."""
    return (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100) or (
        isinstance(value, str) and len(value) <= 2 and value.isdecimal()
    )


def _range(kind: str, context: dict[str, Any]) -> str:
    return f"from {_amount(context['ge'])} up" if kind == "greater_than_equal" else f"up to {_amount(context['le'])}"


def _amount(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _words(expected: str) -> list[str]:
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(",") if part.strip()]


def _parts_with(model: type[Part], path: KeyPath) -> list[str]:
    """The fields beside one that have parts of which it is a field: `document` has a `path`."""
    found = _model_at(model, path[:-1])
    return _whose_parts(found).get(path[-1], []) if found else []


@functools.cache
def _whose_parts(model: type[Part]) -> Mapping[str | int, list[str]]:
    """The fields of a model that have parts, by each field that such a part has: worked out once for all faults."""
    out: dict[str | int, list[str]] = {}
    for name, field in fields_of(model).items():
        for inner in dict.fromkeys(inner for part in field.parts for inner in fields_of(part)):
            out.setdefault(inner, []).append(name)
    return out


def _model_at(model: Any, path: KeyPath) -> Any:
    """The model that stands at a key path, or nothing."""
    current: Any = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        field = fields_of(current).get(step)
        current = next(iter(field.parts), None) if field else None
    return current


def _needed(model: type[Part], path: KeyPath) -> list[str]:
    """The fields that must be there of what stands at a key path."""
    found = _model_at(model, path)
    return [name for name, field in fields_of(found).items() if field.needed] if found else []


def _fields(model: type[Part], path: KeyPath) -> list[str]:
    found = _model_at(model, path)
    return list(fields_of(found)) if found else []
