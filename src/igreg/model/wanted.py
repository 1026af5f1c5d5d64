"""What a field wants beyond its message: from where to where a number goes, and what has changed places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

from igreg.findings import KeyPath
from igreg.model.base import Part
from igreg.model.span import parse_span
from igreg.model.values import parse_day

_FORMS = {"span": "a number and a unit, such as 12 months", "day": "a day in the form 2026-03-31"}


def number_range(part: type[Part] | None, path: KeyPath) -> str:
    """From where to where a number goes, where its field says both; as it follows `a whole number`."""
    field = path[-1] if path else None
    info = part.model_fields.get(field) if part is not None and isinstance(field, str) else None
    marks = [*_marks(info), *(mark for one in get_args(info.annotation) for mark in _marks(one))] if info else []
    low = next((mark.ge for mark in marks if hasattr(mark, "ge")), None)
    high = next((mark.le for mark in marks if hasattr(mark, "le")), None)
    return f" from {low} to {high}" if low is not None and high is not None and high <= _FEW else ""


_FEW = 1_000
"""What goes further is bounded for igreg's sake, and whoever counts people need not hear of it."""


def _marks(of: Any) -> Iterator[Any]:
    """What is marked on a type or a field, marks of marks too."""
    for mark in (*getattr(of, "__metadata__", ()), *getattr(of, "metadata", ())):
        yield mark
        yield from _marks(mark)


def changed_over(sort: str, value: object) -> str | None:
    """What to do about a day where a span belongs, or the other way round."""
    other = "a day" if sort == "span" and _is(parse_day, value) else None
    other = other or ("a length of time" if sort == "day" and _is(parse_span, value) else None)
    return f"{other} stands here: has it changed places with another field? write {_FORMS[sort]}" if other else None


def _is(read: Callable[[str], object], value: object) -> bool:
    """Whether a value can be read as something."""
    if not isinstance(value, str):
        return False
    try:
        read(value)
    except ValueError:
        return False
    return True
