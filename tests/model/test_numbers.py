"""No whole number in a record is larger than a table can hold: a database's column has 64 bits."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import annotated_types
import pytest

from igreg.model.anatomy import part_types
from igreg.model.base import Part
from igreg.model.kinds import KINDS, model_of


def inside(annotation: object) -> Iterator[object]:
    yield annotation
    for one in typing.get_args(annotation):
        yield from inside(one)


def without_a_bound(model: type[Part], seen: set[type[Part]]) -> Iterator[str]:
    seen.add(model)
    for name, field in model.model_fields.items():
        found = list(inside(field.annotation))
        if int in found:
            marks = [*field.metadata, *(mark for one in found for mark in getattr(one, "__metadata__", ()))]
            every = [*marks, *(one for mark in marks for one in getattr(mark, "metadata", ()))]
            if not any(isinstance(one, annotated_types.Le) for one in every):
                yield f"{model.__name__}.{name}"
        for part in part_types(field.annotation):
            if part not in seen:
                yield from without_a_bound(part, seen)


@pytest.mark.parametrize("kind", KINDS)
def test_every_whole_number_has_a_largest(kind: str) -> None:
    assert list(without_a_bound(model_of(kind), set())) == []
