"""The filters and tests of a template: those of Jinja that can do no harm, and a few for days and sums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import pass_environment
from jinja2.filters import FILTERS as KNOWN
from jinja2.runtime import Macro, Undefined
from jinja2.tests import TESTS as KNOWN_TESTS
from markupsafe import Markup

from igreg.language.english import long_day, money
from igreg.render.report.template.meter import HIGHEST, TooMuch

OF_JINJA = (
    *("abs", "capitalize", "count", "d", "default", "first", "float", "groupby", "int", "last", "length", "list"),
    *("lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "string"),
    *("title", "trim", "truncate", "unique", "upper", "wordcount"),
)
"""As Jinja has them; what pads, repeats or formats is not among them, nor what takes text for markup."""
OWN = ("code", "contact", "day", "e", "escape", "join", "money", "prose", "replace", "round", "sha256", "sum")
TOGETHER = "_together"
"""Stands for `~`, and for texts that are added."""
TESTS = (
    *("defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "mapping", "sequence"),
    *("eq", "ne", "gt", "ge", "lt", "le", "==", "!=", ">", ">=", "<", "<=", "in", "even", "odd", "divisibleby"),
    *("equalto", "greaterthan", "lessthan", "lower", "upper", "true", "false", "iterable"),
)


def as_text(value: object) -> str:
    """What a template writes of a value: a day as people write it; a list or a record is not written as it is."""
    match value:
        case str():
            return value
        case None:
            return ""
        case dt.datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case dt.date():
            return long_day(value)
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case int() | Decimal():
            return str(value)
    if isinstance(value, Undefined):
        return str(value)  # says what is missing
    if isinstance(value, Mapping):
        raise TypeError(f"this is a record, and one of its names is meant: {', '.join(value)}")
    if isinstance(value, Macro):
        raise TypeError(f"this is a macro, and it is called with what it shows: {value.name}(block)")
    raise TypeError("this is a list: go through it with {% for one in ... %}, or put | join(', ') behind it")


def filters(
    count: Callable[[int], None], said: Callable[[int], None], written: Callable[[Any], Markup]
) -> dict[str, Callable[..., Any]]:
    """Every filter by its name; each counts what it looks at. `written` writes a value as the format shows it."""
    found: dict[str, Callable[..., Any]] = {name: _counting(KNOWN[name], count) for name in OF_JINJA}

    @pass_environment
    def join(environment: Any, value: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
        items = [environment.getitem(one, attribute) if attribute else one for one in value]
        count(len(items))
        pieces = [one for item in items for one in (between, item)][1:]
        said(len(between) * len(items))
        return together(pieces)

    def together(pieces: Sequence[Any]) -> str:
        marked = any(isinstance(one, Markup) for one in pieces)
        texts = [str(written(one)) if marked else as_text(one) for one in pieces]
        said(sum(map(len, texts)))
        return Markup("").join(map(Markup, texts)) if marked else "".join(texts)

    def replace(value: object, old: str, new: str) -> str:
        text = str(as_text(value))
        count(len(text) // 100)
        said(len(text) + text.count(old) * len(new))
        return text.replace(old, new)

    @pass_environment
    def total(environment: Any, value: Iterable[Any], attribute: str | None = None) -> Any:
        items = [environment.getitem(one, attribute) if attribute else one for one in value]
        count(len(items))
        return sum(map(number, items))

    found |= {"day": as_day, "money": _money, "round": _round, "join": join, "replace": replace, "sum": total}
    return found | {"e": written, "escape": written, TOGETHER: together}


def tests() -> dict[str, Callable[..., Any]]:
    """Every test by its name."""
    known: dict[str, Any] = dict(KNOWN_TESTS)
    return {name: known[name] for name in TESTS}


def number(value: Any) -> Any:
    """A number to reckon with. Raises TypeError for what is none, and TooMuch for one beyond all reason."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(f"{as_text(value)[:40]!r} is no number")
    found: Any = value
    if abs(found) > HIGHEST:
        raise TooMuch("a number of the template grows beyond all reason")
    return found


def _counting(one: Callable[..., Any], count: Callable[[int], None]) -> Callable[..., Any]:
    """A filter of Jinja that counts the length of what it is given; it stands after what Jinja hands it first."""
    first = 1 if getattr(one, "jinja_pass_arg", None) is not None else 0

    def counted(*given: Any, **named: Any) -> Any:
        value = given[first] if len(given) > first else None
        if isinstance(value, str):
            count(1 + len(value) // 100)
        elif isinstance(value, Sequence | Mapping):
            count(1 + len(value))
        return one(*given, **named)

    if first:
        counted.jinja_pass_arg = one.jinja_pass_arg  # type: ignore[attr-defined]
    return counted


def as_day(value: object) -> str:
    """A day as people write it, that of a moment too."""
    return as_text(value) if not isinstance(value, dt.datetime) else long_day(value)


def _money(value: Any, currency: str = "GBP") -> str:
    return money(Decimal(str(number(value))), currency)


def _round(value: Any, digits: int = 0) -> Any:
    if not 0 <= digits <= 12:
        raise TypeError("a number is rounded to 0 to 12 digits")
    found = round(number(value), digits)
    return found if digits else int(found)
