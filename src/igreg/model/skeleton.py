"""A record to fill in: what must be there first, then all else as comments, each with its form and its meaning."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from igreg.language.english import listed
from igreg.model.anatomy import Anatomy, fields_of, part_types
from igreg.model.base import Part, Record
from igreg.model.kinds import model_of
from igreg.model.marks import AreaName, Ref
from igreg.model.span import Span
from igreg.model.values import Effort

_WIDTH = 100
"""Comments are folded at so many characters."""


def skeleton(model: type[Record], id: str | None) -> list[str]:
    """The lines of a record of a kind, without the dash of a list: its id, else nothing but what is to be filled in."""
    fields = sorted(fields_of(model).values(), key=lambda field: field.attribute in Record.model_fields)
    out: list[str] = []
    for field in fields:
        if field.key == "id":
            out.append(f"id: {id}")
        elif field.needed and not out:
            out.append(f"{field.key}:  # {_meaning(model, field)}")
        elif field.needed:
            out += [*_explained(_meaning(model, field)), f"{field.key}:"]
    out += _explained("All below may be left out. Take away the # of a line and write what belongs there.")
    for field in fields:
        if not field.needed and field.key != "id":
            out += [*_explained(_meaning(model, field)), f"# {field.key}:"]
    return out


def _meaning(model: type[Part], field: Anatomy) -> str:
    """What a field means, what stands in it, and what counts where nothing does."""
    info = model.model_fields[field.attribute]
    words = form(info.annotation, field)
    default = f"; not given: {info.default}" if isinstance(info.default, str) else ""
    return f"{info.description} ({f'[list], each {words}' if field.many else words}{default})"


def _explained(text: str) -> Iterator[str]:
    yield from (f"## {line}" for line in textwrap.wrap(text, _WIDTH, break_on_hyphens=False))


def form(annotation: Any, field: Anatomy) -> str:
    """What stands in a field, in words: `a text`, `the id of a role`, `one of: draft, in-force`."""
    for mark in field.marks:
        if isinstance(mark, Ref):
            what = f"the id of {listed((model_of(kind).one for kind in mark.kinds), 'or')}" if mark.kinds else "any id"
            return what + (", or an audience" if mark.audiences else "") + (", or a text" if mark.or_text else "")
        if isinstance(mark, AreaName):
            return "an area"
    parts = part_types(annotation)
    if parts:
        return "{" + ", ".join(f"{key}: …" for key in fields_of(parts[0])) + "}"
    if get_args(Effort)[1] in field.marks:
        return "hours or days, such as 2 hours"
    inside = list(_inside(annotation))
    words = [str(word) for one in inside if get_origin(one) is Literal for word in get_args(one)]
    if words:
        return f"one of: {', '.join(words)}"
    if any(get_origin(one) is dict for one in inside):
        return "{key: value}"
    return next((words for type_, words in _WORDS.items() if type_ in inside), "a text")


_WORDS: dict[Any, str] = {
    Span: "a span, such as 12 months",
    dt.datetime: "a moment, such as 2026-11-02T09:30",
    dt.date: "a day, such as 2026-03-31",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    Decimal: "a sum, such as 1250.50",
}


def _inside(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of."""
    yield annotation
    for arg in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _inside(arg)
