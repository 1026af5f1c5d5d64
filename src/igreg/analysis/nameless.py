"""A register in whose texts nobody is named, for charts and forms that go out without names (rulings A109, X36)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from igreg.analysis.people_in_texts import People
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.kinds.staff import StaffMember
from igreg.model.leaf import leaf
from igreg.register.register import Register

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)

_MEANT_FOR_ALL = frozenset({"public_contact"})
"""Fields that are written to be published: an address in them has to work."""


def nameless(register: Register) -> Register:
    """The register with `person-1` and so on for whoever is named in a text: a post's title, what a flow tells.

    Ids and references stay, so that everything still hangs together; so do the records of staff, who are called by
    whoever shows them, and what the organisation is called: a practice may have its name from somebody.
    """
    text = functools.cache(People(register).text)
    kinds = {
        kind: records if kind == StaffMember.kind else tuple(_record(one, text, register) for one in records)
        for kind, records in register.kinds.items()
    }
    own = _record(register.organisation, text, register).model_copy(update={"name": register.organisation.name})
    return replace(register, kinds=kinds, organisation=own.stand(register.organisation.where))


def _record(record: R, text: Callable[[str], str], register: Register) -> R:
    found = _part(record, text, register)
    return found if found is record else found.stand(record.where, getattr(record, "dropped", ()))


def _part(part: P, text: Callable[[str], str], register: Register) -> P:
    changed = {}
    for attribute in _with_texts(type(part)):
        before = getattr(part, attribute)
        if before and (after := _value(before, text, register)) is not before:
            changed[attribute] = after
    return part.model_copy(update=changed) if changed else part


def _value(value: Any, text: Callable[[str], str], register: Register) -> Any:
    """A value without people; the value itself where nobody is named in it."""
    if isinstance(value, str):
        without = value if value in register.kind_of else text(value)
        return value if without == value else without
    if isinstance(value, Part):
        return _part(value, text, register)
    if isinstance(value, list):
        items = [_value(one, text, register) for one in value]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


@functools.cache
def _with_texts(model: type[Part]) -> tuple[str, ...]:
    """The fields of a model in which somebody may be named: texts, references that may be a text, and parts."""
    out = []
    for key, field in fields_of(model).items():
        found = leaf(model, key)
        prose = found.sort == "text" or (found.ref is not None and found.ref.or_text)
        if key != "id" and key not in _MEANT_FOR_ALL and (prose or found.part is not None):
            out.append(field.attribute)
    return tuple(out)
