"""A record while somebody is asked for it: what a question says, and what was answered, with names for ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from igreg.language.suggest import same_word
from igreg.model.leaf import Leaf
from igreg.model.values import parse_day
from igreg.register.register import Register

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_HINTS = {
    "day": "a day: 24/11/2026, 24 Nov, today, last Friday",
    "moment": "a day and a time: 24/11/2026 9.30, today 2pm, now",
    "day or moment": "a day, best with its time: 24/11/2026 9.30, today 2pm, now",
    "span": "how long: 12 months, 2 weeks, yearly",
    "flag": "yes or no",
    "number": "a whole number",
    "decimal": "a number",
}


def question(one: Leaf) -> str:
    """What is asked for a field, and how it may be answered."""
    several = "several with ; between" if one.many else ""
    instead = f"Enter means {one.default}" if one.default and not one.needed else ""
    more = "; ".join(filter(None, (_HINTS.get(one.sort, ""), several, instead)))
    return f"{one.name}{' *' if one.needed else ''}: {meaning(one)}{f' ({more})' if more else ''}"


def meaning(one: Leaf) -> str:
    """What a field means; a flag is answered with yes or no."""
    text = one.meaning.replace(" (see below)", "")
    return text.replace("True", "Yes", 1).replace("False", "No", 1) if one.sort == "flag" else text


def named(register: Register, value: Any) -> str:
    """A value as people read it: ids with their names, moments with a blank in the middle."""
    if isinstance(value, list):
        return "; ".join(named(register, one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {named(register, one)}" for key, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return value.replace("T", " ")
    if not isinstance(value, str) or (value not in register.by_id and value not in register.areas):
        return str(value)
    return value if same_word(register.lookup.title(value), [value]) else register.lookup.called(value)


def taken(register: Register, one: Leaf, text: str, value: Any) -> str | None:
    """What was taken for an answer, a day with its name; nothing where it is just what was typed."""
    shown = named(register, value)
    if one.sort in ("day", "day or moment") and isinstance(value, str) and value != text:
        shown = f"{shown}, {parse_day(value[:10]):%A}"
    return shown if shown.casefold() != text.casefold() else None


def so_far(register: Register, values: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """A record field by field; a field of a part has a dotted name."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield from so_far(register, value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}: {named(register, value)}"
