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

Text = Callable[[str, bool], str]
"""What a text is without people, and whether it may be an id instead, which stays."""
P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)

_MEANT_FOR_ALL = frozenset({"public_contact"})
"""Fields that are written to be published: an address in them has to work."""


def nameless(register: Register) -> Register:
    """The register with `person-1` and so on for whoever is named in a text: a post's title, what a flow tells.

    Ids and references stay, so that everything still hangs together; so do the records of staff, who are called by
    whoever shows them, and what the organisation is called: a practice may have its name from somebody.
    """
    known = register.kind_of
    found = functools.cache(People(register).text)

    def text(said: str, may_be_id: bool) -> str:
        return said if may_be_id and said in known else found(said)

    kinds = {
        kind: records if kind == StaffMember.kind else tuple(_record(one, text) for one in records)
        for kind, records in register.kinds.items()
    }
    own = _record(register.organisation, text).model_copy(update={"name": register.organisation.name})
    return replace(register, kinds=kinds, organisation=own.stand(register.organisation.where))


def _record(record: R, text: Text) -> R:
    found = _part(record, text)
    return found if found is record else found.stand(record.where, getattr(record, "dropped", ()))


def _part(part: P, text: Text) -> P:
    changed = {}
    for attribute, may_be_id in _with_texts(type(part)):
        before = getattr(part, attribute)
        if before and (after := _value(before, text, may_be_id)) is not before:
            changed[attribute] = after
    return part.model_copy(update=changed) if changed else part


def _value(value: Any, text: Text, may_be_id: bool) -> Any:
    """A value without people; the value itself where nobody is named in it."""
    if isinstance(value, str):
        without = text(value, may_be_id)
        return value if without == value else without
    if isinstance(value, Part):
        return _part(value, text)
    if isinstance(value, list):
        items = [_value(one, text, may_be_id) for one in value]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


@functools.cache
def _with_texts(model: type[Part]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model in which somebody may be named, parts too, and whether each may be an id instead."""
    out = []
    for key, field in fields_of(model).items():
        found = leaf(model, key)
        or_text = found.ref is not None and found.ref.or_text
        prose = found.sort == "text" or or_text or found.part is not None
        if prose and key != "id" and key not in _MEANT_FOR_ALL:
            out.append((field.attribute, or_text))
    return tuple(out)
