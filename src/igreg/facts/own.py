"""Rows that an organisation writes into `igreg.toml`: one of igreg's overruled, or one more beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from igreg.dataclass import dataclass
from igreg.facts.figures import own_figure
from igreg.facts.holidays import Holidays
from igreg.facts.in_force import TABLES, Facts
from igreg.facts.life import NATIONS, Fact
from igreg.facts.notices import Notice
from igreg.facts.tables import Base, Conflict, Limit, Words, short_forms, table
from igreg.language.english import listed
from igreg.language.suggest import nearest
from igreg.model.span import Span

UNSOURCED = "igreg.toml, [limits]"
"""The source of a figure that is set without one."""
ADDABLE: tuple[type[Fact], ...] = (Base, Conflict, Notice, Holidays)
"""The tables to which a row may be added; of the others no rule would ask for it."""
_HOUSE = ("key", "own", "rests_on", "form", "such_as")
"""Fields that are igreg's own business."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with an own row: at which of its keys, or at its head, and what was meant."""

    key: str | None
    message: str
    near: str | None = None


def your_own(facts: Facts, ids: Iterable[str]) -> str:
    """The organisation's own rows among these, each with its source, as a message names them; empty where none is."""
    rows = (row for id in ids if (row := facts.own.get(id)) is not None) if facts.own else ()
    found = listed(f"{row.id}: {row.source}" for row in rows if row.source != UNSOURCED)
    return f"your own rule is {found}" if found else ""


def named(name: str) -> type[Fact] | None:
    """The table of a name."""
    return next((model for model in TABLES if model.table == name), None)


def own_row(model: type[Fact], key: str, given: Mapping[str, Any]) -> Fact | list[Mistake]:
    """The row that somebody wrote, or everything that is wrong with it."""
    shipped = table(model).get(key)
    if shipped is None and model not in ADDABLE:
        return [Mistake(None, f"there is no row {model.table}.{key}", nearest(key, table(model)))]
    given = {name.replace("-", "_"): value for name, value in given.items()}
    known = [name for name in model.model_fields if name not in _HOUSE]
    known += ["add"] if model is Words else []
    mistakes = [
        Mistake(name, f"a row of {model.table} has no {name!r}", nearest(name, known))
        for name in given
        if name not in known
    ]
    if not isinstance(given.get("source"), str) or not given["source"].strip():
        mistakes.append(Mistake("source", 'say where it stands: source = "the contract, clause 4"'))
    mistakes += _nations(given.get("nation", "uk"))
    if mistakes:
        return mistakes
    return _built(model, key, shipped, given)


def _nations(given: object) -> list[Mistake]:
    named = given if isinstance(given, list) else [given]
    words = [*NATIONS, "uk"]
    return [
        Mistake("nation", f"nation: {word!r} is none of {', '.join(words)}", nearest(str(word), words))
        for word in named
        if not isinstance(word, str) or word not in words or (word == "uk" and isinstance(given, list))
    ]


def _built(model: type[Fact], key: str, shipped: Fact | None, given: dict[str, Any]) -> Fact | list[Mistake]:
    life: dict[str, Any] = dict.fromkeys(("url", "checked", "edition", "in_force_from", "until"))
    life |= {"nation": shipped.nation if shipped else "uk", "first_hand": False, "confidence": "medium"}
    house = {"key": key, "own": True, "rests_on": None}
    try:
        said = (dict(shipped) if shipped else {}) | life | short_forms(_valued(shipped, given)) | house
        return model(**said)
    except ValidationError as error:
        return [Mistake(_at(one["loc"]), f"{_called(one['loc'])}{_plain(one['msg'])}") for one in error.errors()]
    except ValueError as error:
        return [Mistake("value", f"value: {error}")]


def _valued(shipped: Fact | None, given: dict[str, Any]) -> dict[str, Any]:
    """What is given, with a figure in its unit, a list that is added to as the whole list, and hours before a limit."""
    out = dict(given)
    if isinstance(shipped, Limit) and "value" in out:
        figure = own_figure(shipped, out["value"])
        out |= {"value": figure.number, "unit": f"{figure.unit}s"} if isinstance(figure, Span) else {"value": figure}
    if isinstance(shipped, Words) and "add" in out:
        more = out.pop("add")
        out["values"] = [*out.get("values", shipped.values), *(more if isinstance(more, list) else [more])]
    if isinstance(shipped, Notice) and "hours" in out:
        out.setdefault("limit", None)  # hours of one's own go before a figure of igreg's
    return out


def _at(place: tuple[int | str, ...]) -> str | None:
    return str(place[0]) if place else None


def _called(place: tuple[int | str, ...]) -> str:
    return f"{'.'.join(map(str, place))}: " if place else ""


def _plain(message: str) -> str:
    """What pydantic says, with a small letter and without its own words for a wrong value."""
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
