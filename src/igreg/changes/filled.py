"""A record out of answers: each under its field, in the order of the kind, with an id; what is refused, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from igreg.analysis.unread import refuse_to_count
from igreg.changes.answers import Answers
from igreg.changes.new_id import id_for
from igreg.dataclass import dataclass
from igreg.errors import NO_REGISTER, IgregError
from igreg.language.suggest import did_you_mean
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.kinds import model_of
from igreg.model.leaf import Leaf, NoSuchField, leaf
from igreg.model.values import parse_day
from igreg.register.file_names import kind_in_name
from igreg.register.register import Register

_SHARED = frozenset(Record.model_fields)


@dataclass(frozen=True)
class NotTaken:
    """An answer that cannot stand in its field; its text is not repeated where it may identify a person."""

    field: str
    value: str | None
    message: str
    help: str


@dataclass
class Filled:
    """The values of a record as it is to be written, and what was refused on the way."""

    values: dict[str, Any] = field(default_factory=dict)
    refused: list[NotTaken] = field(default_factory=list)


def fill(register: Register, kind: str, given: Iterable[tuple[str, str]], now: dt.datetime) -> Filled:
    """A record of a kind out of pairs of a field and its text. Raises IgregError for a field that there is not.

    A list may be given in one text or several; a part of a list goes on until one of its fields comes again.
    """
    answers = Answers(register, model_of(kind), now)
    out = Filled()
    for name, text in given:
        try:
            found = leaf(answers.model, name)
        except NoSuchField as error:
            known = f"one of: {', '.join(error.known)}" if error.known else "it is a value of its own"
            raise IgregError(f"{kind} have no field {name!r}", did_you_mean(error.near, known)) from None
        try:
            value = answers.read(found, text)
        except IgregError as error:
            secret = "no number of a person" in error.hint
            out.refused.append(NotTaken(found.name, None if secret else text, error.sentence, error.hint))
            continue
        put(out.values, answers.model, found.path, value)
    return out


def put(values: dict[str, Any], model: type[Part], path: tuple[str, ...], value: Any) -> None:
    """Put a value where it belongs; a list goes on, and of parts in a list the last is filled, or the next begun.

    Raises IgregError where a field that holds one value has one already.
    """
    step, *more = path
    anatomy = fields_of(model).get(step)
    if not more:
        if anatomy is not None and anatomy.many:
            values[step] = list(dict.fromkeys([*values.get(step, []), *value]))
        elif step in values:
            raise IgregError(f"`{step}` is given twice", "give it once")
        else:
            values[step] = value
        return
    if anatomy is None or not anatomy.parts:
        values.setdefault(step, {})[".".join(more)] = value
        return
    part = anatomy.parts[0]
    if not anatomy.many:
        put(values.setdefault(step, {}), part, tuple(more), value)
        return
    items = values.setdefault(step, [{}])
    if len(more) == 1 and more[0] in items[-1] and not fields_of(part)[more[0]].many:
        items.append({})
    put(items[-1], part, tuple(more), value)


def put_part(values: dict[str, Any], found: Leaf, item: dict[str, Any]) -> None:
    """Put a part where it belongs, in a list at its end."""
    for step in found.path[:-1]:
        values = values.setdefault(step, {})
    if found.many:
        values.setdefault(found.path[-1], []).append(item)
    else:
        values[found.path[-1]] = item


def take(values: dict[str, Any], path: tuple[str, ...]) -> Any:
    """What stood at a path, which is taken out; nothing where nothing did."""
    for step in path[:-1]:
        inner = values.get(step)
        if not isinstance(inner, dict):
            return None
        values = inner
    return values.pop(path[-1], None)


def missing(model: type[Part], values: Mapping[str, Any], prefix: str = "") -> list[str]:
    """The fields that must be there and are not, by their dotted names; those of parts only where the part is begun."""
    out = []
    for key, anatomy in fields_of(model).items():
        if key not in values:
            inside = missing(anatomy.parts[0], {}, f"{prefix}{key}.") if anatomy.parts else []
            out += (inside or [f"{prefix}{key}"]) if anatomy.needed else []
        elif anatomy.parts:
            for item in values[key] if anatomy.many else [values[key]]:
                out += missing(anatomy.parts[0], item, f"{prefix}{key}.")
    return list(dict.fromkeys(out))


def ordered(model: type[Part], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values in the order of the kind, as a file has them; notes, tags and own keys last, and no empty parts."""
    fields = fields_of(model)
    keys = sorted((key for key in fields if key in values), key=_SHARED.__contains__)
    out: dict[str, Any] = {}
    for key in keys:
        value, part = values[key], next(iter(fields[key].parts), None)
        if part is not None:
            value = [ordered(part, one) for one in value] if fields[key].many else ordered(part, value)
        if value != {}:
            out[key] = value
    return out


def give_id(register: Register, kind: str, values: dict[str, Any], today: dt.date) -> None:
    """Give the record an id where it has none, and its parts theirs; nothing where the kind has none."""
    model = model_of(kind)
    if "id" in model.model_fields and "id" not in values:
        name = next((str(values[key]) for key in ("name", "title") if key in values), None)
        day = parse_day(values["date"]) if kind == "meetings" and "date" in values else None
        found = id_for(register, kind, today, name, values.get("group"), day)
        if found is not None:
            values["id"] = found
    if "id" in values:
        _inner_ids(register, model, values, str(values["id"]))


def _inner_ids(register: Register, model: type[Part], values: dict[str, Any], head: str) -> None:
    """Ids for actions and findings: `INC-1-A1`, from the id of what they stand in."""
    for key, anatomy in fields_of(model).items():
        for number, item in enumerate(values.get(key, ()) if anatomy.many and anatomy.parts else (), 1):
            part = anatomy.parts[0]
            if "id" in part.model_fields and "id" not in item:
                id = f"{head[:56]}-{key[0].upper()}{number}"
                if id not in register.kind_of:
                    item["id"] = id
            _inner_ids(register, part, item, str(item.get("id", head)))


def refuse_where_unseen(register: Register, kind: str) -> None:
    """Raise IgregError where a file of the kind or the organisation's could not be read: ids might be given twice."""
    prefix = register.sources.prefix
    for file in register.unread:
        named = kind_in_name(file.removeprefix(prefix))
        if named is not None and named.kind == "organisation":
            raise IgregError(f"{file} could not be read in full", "mend it first: `igreg check` says how", NO_REGISTER)
        if named is None or named.kind in (None, kind):
            refuse_to_count(register, "which ids are free")
