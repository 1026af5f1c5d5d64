"""A record of any kind, made from what its model says: for whoever needs one of each and knows no kind by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from igreg.dataclass import dataclass
from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Inner, Part
from igreg.model.marks import AreaName, Done, Ends, Happened, Involved, Outside, Ref, Starts
from igreg.model.shared import Review
from igreg.model.span import Span
from igreg.model.values import AREAS


@dataclass(frozen=True)
class Wish:
    """What a sample is to hold: to whom and what it refers, and its days."""

    refer: Callable[[Ref], str]
    """The id that stands where a mark admits it."""
    start: dt.date
    """When it began, when what has happened did, and when it was last reviewed."""
    end: dt.date
    """When it ends, and by when its actions are to be done."""
    done: bool = False
    """Whether it is done with."""


def sample(model: type[Part], id: str, wish: Wish) -> dict[str, object]:
    """A record as plain data: what must be there, and every field that its model marks."""
    out: dict[str, object] = {}
    for key, field in fields_of(model).items():
        if _is_wanted(model, field, wish):
            out[key] = id if key == "id" else _value(model, field, f"{id}-{key}", wish)
    return out


def _is_wanted(model: type[Part], field: Anatomy, wish: Wish) -> bool:
    if field.needed:
        return True
    if any(isinstance(mark, Done) for mark in field.marks):
        return wish.done
    if any(isinstance(mark, Starts | Ends | Happened | Involved) for mark in field.marks):
        return True
    if issubclass(model, Inner) and field.key in ("owner", "due"):
        return True
    return any(
        issubclass(part, Inner | Review) or any(_is_wanted(part, one, wish) and not one.needed for one in _fields(part))
        for part in field.parts
    ) or (issubclass(model, Review) and field.key == "every")


def _fields(part: type[Part]) -> list[Anatomy]:
    return list(fields_of(part).values())


def _value(model: type[Part], field: Anatomy, id: str, wish: Wish) -> object:
    one = _one(model.model_fields[field.attribute].annotation, field, id, wish)
    return [one] if field.many else one


def _one(annotation: Any, field: Anatomy, id: str, wish: Wish) -> object:
    """A value of a field's form; of a list, one of its items."""
    for mark in field.marks:
        if isinstance(mark, Ref):
            return wish.refer(mark)
        if isinstance(mark, AreaName):
            return AREAS[0]
        if isinstance(mark, Outside):
            return mark.example
    if field.parts:
        return sample(field.parts[0], id, wish)
    if words := _words(annotation):
        return words[0]
    form = _form(annotation)
    day = wish.end if field.key == "due" or any(isinstance(mark, Ends) for mark in field.marks) else wish.start
    values: dict[type, object] = {
        dt.date: day.isoformat(),
        dt.datetime: f"{day.isoformat()}T09:00",
        Span: "12 months",
        bool: True,
        int: 1,
        float: 1.0,
        Decimal: 1.5,
    }
    return values.get(form, "As the sample says")


def _words(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((words for arg in get_args(annotation) if (words := _words(arg))), ())


def _form(annotation: Any) -> type:
    if isinstance(annotation, type):
        return annotation
    args = [arg for arg in get_args(annotation) if arg is not type(None)]
    return _form(args[0]) if args else str
