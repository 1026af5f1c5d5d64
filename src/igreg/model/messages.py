"""What is said of a value that a field cannot take: pydantic's error types in plain English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from igreg.findings import KeyPath
from igreg.language.english import listed
from igreg.language.suggest import did_you_mean, one_of, same_word
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.meant import meant
from igreg.model.misplaced import in_key, in_list, in_text
from igreg.model.sums import NOT_EXACT
from igreg.model.usual_words import not_yet, several, usual, usual_field

_SHOWN = 60
"""So many characters of a value are shown at most."""
_ID = "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 64"


def is_empty(kind: str, value: object) -> bool:
    """Whether a fault is that there is nothing: for an optional field the same as leaving it out (ruling A12)."""
    return kind == "string_too_short" or value is None or value == [] or (isinstance(value, str) and not value.strip())


def shown(value: object, most: int = _SHOWN) -> str:
    """A value as a message shows it: quoted, and cut where it is long."""
    if isinstance(value, dict | list):
        return "a group of fields" if isinstance(value, dict) else "a list"
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


class Said(NamedTuple):
    """What is said of a value: what is wrong, what to do, and the value as it should be where that is certain."""

    message: str
    help: str
    becomes: str | bool | None = None
    field: str | None = None
    """The field that a mistyped key was meant for."""


def describe(model: type[Part], path: KeyPath, detail: ErrorDetails) -> Said:
    """What is wrong with a value, and what to do."""
    kind, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        return _no_field(field, value, _fields(model, path[:-1]))
    if kind == "missing" or is_empty(kind, value):
        return Said(f"the field `{field}` is missing or empty", f"add `{field}:` with a value")
    if kind == "string_pattern_mismatch":
        return Said(f"{shown(value)} is not an id", f"an id has {_ID}")
    if kind == "literal_error":
        return _none_of(field, value, _words(context.get("expected", "")), f"{field}s" in _fields(model, path[:-1]))
    if kind == "list_type":
        return _no_list(field, value, _fields(model, path))
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return _no_mapping(field, value, _fields(model, path))
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
    wanted = _WANTED.get(kind, "a value of another form")
    if kind == "string_type" and isinstance(value, list | dict) and (said := _no_text(field, value)) is not None:
        return said
    if not_yet(value):
        return Said(f"{shown(value)} is not {wanted}", _leave_out(field))
    if kind in ("int_type", "float_type") and (number := meant(kind.removesuffix("_type"), value)) is not None:
        return Said(f"{shown(value)} is not {wanted}", f"write: {number.text}")
    if kind == "bool_type" and (right := meant("flag", value)) is not None:
        flag = right.text == "true"
        return Said(f"{shown(value)} is not {wanted}", f"write {right.text}", flag if right.certain else None)
    return Said(f"{shown(value)} is not {wanted}", f"write {wanted}")


_WANTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text",
    "finite_number": "a number",
    "string_unicode": "text",
    NOT_EXACT: "a sum that can be read exactly",
}


def _no_text(field: str, value: list[Any] | dict[Any, Any]) -> Said | None:
    """A list where one value belongs, or a text with a colon in it, which made it a field."""
    if isinstance(value, dict):
        pair = next(iter(value.items())) if len(value) == 1 else ("", None)
        text = f"{pair[0]}: {pair[1]}"
        if not isinstance(pair[1], str) or " " not in str(pair[0]) or '"' in text or len(text) > _SHOWN:
            return None
        return Said("a colon followed by a space stands inside this text", f'put the text in quotes: "{text}"')
    if not value or any(isinstance(part, list | dict) or part is None for part in value):
        return None
    parts = [str(part) for part in value if not _has_many_digits(part)][:_FEW]
    message = f"a list stands where one value of `{field}` belongs"
    if len(value) == 1:
        return Said(message, f"write it without brackets: {', '.join(parts)}")
    return Said(
        message, f"one alone can stand here: {listed(parts, 'or')}" if len(value) <= _FEW else "write one alone"
    )


_FEW = 4
"""So many values are named where one of them is to be chosen."""


def _no_field(field: str, value: object, fields: Sequence[str]) -> Said:
    """A key that no field has: a slip of the pen, or a name that is nearly right."""
    slip = in_key(field, fields, empty=value is None)
    if slip is None and value is None and field.isdigit():
        return Said(
            f"no field is called {shown(field)}", "if a comma stands in a number, type a full stop in its place"
        )
    if slip is None and value is None and same_word(field, fields) is None:
        help = "if it goes on with the text before it, put that text in quotes: a comma ends it; else give it a value"
        return Said(f"no field is called {shown(field)}", help)
    if slip is not None:
        return Said(slip.message, slip.help, slip.becomes, slip.field)
    if (called := usual_field(field, fields)) is not None:
        return Said(f"no field is called {shown(field)}", _as_field(field, called, value), field=called)
    help = one_of(field, fields, "take it out, or put it under `extra:`")
    return Said(f"no field is called {shown(field)}", help, field=same_word(field, fields))


def _as_field(field: str, called: str, value: object) -> str:
    """What to write for a field that people call otherwise; a day of a review is one of its fields."""
    if called == "review" and isinstance(value, str) and meant("day", value) is not None:
        found = _WHICH_REVIEW.search(field.lower())
        if found is None:
            return f"write review: {{last: {value}}} for the last one, or review: {{next: {value}}} for the next"
        return f"write: review: {{{'next' if found[0] in ('next', 'due') else 'last'}: {value}}}"
    return f"did you mean '{called}'?"


_WHICH_REVIEW = re.compile("next|due|last|reviewed")


def _none_of(field: str, value: object, words: Sequence[str], several: bool) -> Said:
    """A value that is none of the words that may stand there."""
    if isinstance(value, list) and several:
        known = [str(word) for word in value if word in words]
        form = f"`{field}s: [{', '.join(known) if known and len(known) == len(value) else '..'}]`"
        help = f"write {form}; `{field}` is short for one"
        return Said(f"a list stands where one word of `{field}` belongs", help)
    message = f"{shown(value)} is not one of the words for `{field}`"
    called = usual(value, words) if isinstance(value, str) else None
    return Said(message, did_you_mean(called, "") or one_of(value if isinstance(value, str) else "", words))


def _no_list(field: str, value: object, fields: Sequence[str]) -> Said:
    """Something else where a list belongs."""
    if isinstance(value, str) and (slip := in_list(value)) is not None:
        return Said(slip.message, slip.help)
    message = f"{shown(value)} stands where a list belongs"
    if not_yet(value):
        return Said(message, _leave_out(field))
    if field == "areas" and isinstance(value, str) and value.strip().casefold() in ("all", "any", "every", "all areas"):
        return Said(message, "name each area, in brackets and with commas between them, such as [governance, security]")
    parts = several(value) if isinstance(value, str) and not fields and "[" not in value else []
    if parts and not any(" " in part for part in parts) and len(str(value)) <= _SHOWN:
        return Said(message, f"put them in brackets: {field}: [{', '.join(parts)}]")
    if fields and isinstance(value, str):
        return Said(message, f"write each on a line of its own, with its fields: - {fields[0]}: ...")
    short = not isinstance(value, dict) and not _has_many_digits(value) and len(str(value)) <= _SHOWN
    plain = not isinstance(value, str) or "[" not in value
    return Said(message, f"put it in brackets: {field}: [{value}]" if short and plain else "begin each item with `- `")


def _no_mapping(field: str, value: object, fields: Sequence[str]) -> Said:
    """Something else where fields belong."""
    keys = ", ".join(fields) or "name: value"
    message = f"{shown(value)} stands where `{field}` has fields of its own"
    if isinstance(value, str) and (slip := in_text(value, fields)) is not None:
        return Said(slip.message, slip.help)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return Said(
            f"a list stands where the fields of `{field}` belong", "take the `-` out and leave the rest as it is"
        )
    if isinstance(value, list) and value and all(isinstance(part, dict) and len(part) == 1 for part in value):
        return Said(f"brackets stand where the fields of `{field}` belong", "write braces around them: { and }")
    if isinstance(value, str) and {"every", "last", "next"} <= set(fields):
        if (day := meant("day", value)) is not None:
            return Said(message, f"write {{last: {day.text}}} for the last one, or {{next: {day.text}}} for the next")
        if (span := meant("span", value)) is not None:
            return Said(message, f"write: {{every: {span.text}}}")
    if isinstance(value, str) and "url" in fields and re.fullmatch(r"(?i)www\.[^\s,{}]+", value):
        return Said(message, f"write: {{url: https://{value}}}, if that is its address")
    name = _first_of(fields, value)
    if name is not None:
        return Said(message, f"write: {{{name}: {value}}}")
    return Said(message, f"its fields are: {keys}")


def _first_of(fields: Sequence[str], value: object) -> str | None:
    """The field that a text alone was meant for: a document's path or address, the person of a post."""
    if not isinstance(value, str):
        return None
    if not value or len(value) > _SHOWN or any(sign in value for sign in " ,:{}[]"):
        return "url" if "url" in fields and re.fullmatch(r"https?://[^\s,{}]+", value) else None
    if "path" in fields and ("/" in value or "." in value):
        return "path"
    return fields[0] if fields[:1] in (["staff"], ["number"]) else None


def _leave_out(field: str) -> str:
    return f"leave `{field}` out until there is something to write"


def _unfit(field: str, value: object, error: object, *, of_a_part: bool) -> Said:
    """A value that a field of its own form refuses, with the form that was meant where that can be told."""
    wanted = str(error or "") or "another value"
    if field == "id":
        return Said(f"the id {shown(value)} is not {wanted}", "choose another id")
    if of_a_part:
        return Said(wanted, f"write {wanted}")
    sort = getattr(error, "sort", "")
    right = meant(sort, value)
    message = f"{shown(value)} is not {wanted}"
    if right is None:
        form = "a number and a unit, such as 12 months" if sort == "span" else wanted
        return Said(message, _leave_out(field) if not_yet(value) else f"write {form}")
    help = f"write: {right.text}" if right.certain else f"write {right.text}, if that is what is meant"
    return Said(message, help, right.text if right.certain else None)


def _range(kind: str, context: dict[str, Any]) -> str:
    return f"from {_amount(context['ge'])} up" if kind == "greater_than_equal" else f"up to {_amount(context['le'])}"


def _amount(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


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
