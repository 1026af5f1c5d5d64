"""A record of any kind with every field filled in, from what its model says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Part
from igreg.model.marks import AreaName, Outside, Ref

GUESSES: tuple[Any, ...] = (
    *("As it was", "As it is now", "a@example.org", "b@example.org", "docs/a.md", "docs/b.md", "12 months", "2 years"),
    *("2 hours", "3 days", "2026-01-02", "2026-02-03", "2026-01-02T09:30", "2026-02-03T10:45", "03-31", "04-30"),
    *("GBP", "EUR", "a-1", "a-2", True, False, 1, 2, 3, 1.5, 2.5),
)
"""What may stand in a field that is none of words and refers to nothing: those that fit are taken in this order."""


def _words(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for arg in get_args(annotation):
        yield from _words(arg)


def _form(annotation: Any) -> set[Any]:
    return {annotation} | {one for arg in get_args(annotation) for one in _form(arg)} if annotation else set()


def two(model: type[Part], field: Anatomy, kind: str) -> list[Any]:
    """Two values that may stand in a field: as it is in the register, and as somebody makes it."""
    info = model.model_fields[field.attribute]
    for mark in field.marks:
        if isinstance(mark, Ref):
            target = mark.kinds[0] if mark.kinds else "roles"
            return [f"{target}-2", f"{target}-3"]
        if isinstance(mark, AreaName):
            return ["governance", "risk"]
    words = list(_words(info.annotation))
    if words:
        return words[:2] if len(words) > 1 else words
    typed: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    check, forms = TypeAdapter(typed), _form(info.annotation)
    out: list[Any] = [mark.example for mark in field.marks if isinstance(mark, Outside)]
    for guess in GUESSES:
        is_number = isinstance(guess, int | float) and not isinstance(guess, bool)
        if (bool in forms) != isinstance(guess, bool) or (is_number and not forms & {int, float, Decimal}):
            continue
        try:
            check.validate_python([guess] if field.many else guess)
        except ValidationError:
            continue
        out.append(guess)
    if field.key == "levels":
        return ["Knows of it", "Does it"]  # three of them, as the model asks
    assert len(out) > 1, (kind, field.key)
    return out[:2]


def filled(field: Anatomy, value: Any) -> Any:
    """A value, or the list of it that stands in a field."""
    return [f"{value} {number}" for number in (1, 2, 3)] if field.key == "levels" else [value] if field.many else value


def full(model: type[Part], kind: str, side: int = 0, *, inside: bool = False) -> dict[str, Any]:
    """A record, or a part of one, with every field filled in."""
    out: dict[str, Any] = {}
    for key, field in fields_of(model).items():
        if key == "extra" or (key == "id" and not inside):
            continue
        if field.parts:
            inner = full(field.parts[0], kind, side, inside=True)
            out[key] = [inner] if field.many else inner
            continue
        if dict in {get_origin(one) or one for one in _form(model.model_fields[field.attribute].annotation)}:
            continue
        values = two(model, field, kind)
        out[key] = filled(field, values[min(side, len(values) - 1)])
    return out
