"""What the fields of a model are made of: looked up in its annotations once, and then asked by everybody."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from igreg.dataclass import dataclass
from igreg.model.base import Part
from igreg.model.marks import Needed


@dataclass(frozen=True, slots=True)
class Anatomy:
    """One field of a model."""

    attribute: str
    key: str
    """What it is called in the file."""
    many: bool
    """Whether it is a list."""
    needed: bool
    """Whether it must be there (see `Needed`)."""
    marks: tuple[Any, ...]
    """What its annotation is marked with, the field's own marks first."""
    parts: tuple[type[Part], ...]
    """The models of the parts that it holds."""


@functools.cache
def fields_of(model: type[Part]) -> Mapping[str, Anatomy]:
    """Every field of a model, by its key in the file."""
    out: dict[str, Anatomy] = {}
    for attribute, info in model.model_fields.items():
        key = info.alias or attribute
        found = list(_inside(info.annotation))
        out[key] = Anatomy(
            attribute,
            key,
            any(get_origin(one) is list for one in found),
            any(isinstance(mark, Needed) for mark in info.metadata),
            (*info.metadata, *(mark for one in found for mark in getattr(one, "__metadata__", ()))),
            tuple(one for one in found if isinstance(one, type) and issubclass(one, Part)),
        )
    return out


def part_types(annotation: Any) -> tuple[type[Part], ...]:
    """The models of the parts that an annotation names."""
    return tuple(one for one in _inside(annotation) if isinstance(one, type) and issubclass(one, Part))


def _inside(annotation: Any) -> Iterator[Any]:
    """An annotation and all that stand in it."""
    yield annotation
    for arg in get_args(annotation):
        yield from _inside(arg)
