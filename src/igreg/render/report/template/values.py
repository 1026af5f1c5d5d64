"""What a template sees of a report: mappings, tuples, texts, numbers and days, and nothing that Python has besides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, get_type_hints

from igreg.render.escape.terminal import plain
from igreg.render.escape.xml import representable
from igreg.report.paper import Paper

Plain = str | int | float | bool | Decimal | dt.date | None | tuple["Plain", ...] | dict[str, "Plain"]
BLOCK = "block"
"""Under this name a block of a paper says what it is: `table`, `plot`, `said`."""


def for_template(values: object, paper: Paper) -> dict[str, Plain]:
    """The names that a template may use: those of the report's values, and `paper`."""
    return {name: _plain(getattr(values, name)) for name in _names(type(values))} | {"paper": _plain(paper)}


def spoken(type_: type) -> list[str]:
    """The properties of a dataclass that are texts, such as `called` of a period: a template may use them too."""
    found = {name: one for name, one in vars(type_).items() if isinstance(one, property)}
    return [name for name, one in found.items() if get_type_hints(one.fget).get("return") is str]


def _names(type_: Any) -> list[str]:
    return [*(one.name for one in fields(type_)), *spoken(type_)]


def _plain(value: object) -> Plain:
    if is_dataclass(value) and not isinstance(value, type):
        found = {name: _plain(getattr(value, name)) for name in _names(type(value))}
        return {BLOCK: type(value).__name__.lower(), **found} if type(value).__module__ == Paper.__module__ else found
    match value:
        case str():
            return shown(value)
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case tuple() | list() | set() | frozenset():
            return tuple(map(_plain, value))
        case None | bool() | int() | float() | Decimal() | dt.date():
            return value
    raise TypeError(f"{type(value).__name__} is nothing for a template")


def shown(text: str) -> str:
    """A text as every format can hold it: what a terminal would obey is shown, lines stay lines."""
    return "\n".join(representable(plain(line)) for line in text.replace("\r\n", "\n").split("\n"))
