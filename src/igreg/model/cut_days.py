"""A day with a comma in it, in braces: `last: 16 May, 2022` ends at the comma, and its year is read as a field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from igreg.findings import KeyPath
from igreg.model.meant.meaning import meant
from igreg.model.said import Said, shown
from igreg.source.reading.values import Torn


def cut_days(errors: Iterable[ErrorDetails], data: Any) -> dict[KeyPath, Said | None]:
    """What is said of such a day, by the path of its first half; nothing is said of its other half by itself."""
    empty = {path for detail in errors if (path := _unknown_and_empty(detail))}
    out: dict[KeyPath, Said | None] = {}
    for detail in errors if empty else ():
        path, first = tuple(detail["loc"]), detail["input"]
        if isinstance(first, Torn):
            out[path] = None  # the reader told it, since its other half is a field for the second time
            continue
        if detail["type"] == "extra_forbidden" or not isinstance(first, str) or not path:
            continue
        other = _behind(data, path)
        if other is None or other not in empty:
            continue
        whole = f"{first}, {other[-1]}"
        day = meant("day", whole)
        if day is not None and meant("day", first) is None:
            message = f"the day {shown(whole)} ends at its comma, and {shown(str(other[-1]))} is read as a field"
            out |= {path: Said(message, f"write: {path[-1]}: {day.text}"), other: None}
    return out


def _behind(data: Any, path: KeyPath) -> KeyPath | None:
    """The path of the field that is written right behind another; nothing where it is the last."""
    try:
        for step in path[:-1]:
            data = data[step]
        fields = list(data)
        return (*path[:-1], fields[fields.index(path[-1]) + 1])
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _unknown_and_empty(detail: ErrorDetails) -> KeyPath | None:
    """The path of a field that there is not, with a number in its name and no value."""
    path = tuple(detail["loc"])
    is_half = detail["type"] == "extra_forbidden" and detail["input"] is None and str(path[-1])[-4:].isdigit()
    return path if is_half else None
