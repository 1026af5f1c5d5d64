"""Every field of a kind, however deep, as tables and documents see it: what its values are, and where it stands."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Literal

from igreg.dataclass import dataclass
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds import model_of
from igreg.model.leaf import leaf
from igreg.model.marks import FlagOrText, Ref
from igreg.model.sums import Sum

Type = Literal["text", "date", "moment", "boolean", "integer", "number", "sum"]
"""What stands in a column."""

_TYPES: dict[str, Type] = {
    "day": "date",
    "moment": "moment",
    "flag": "boolean",
    "number": "integer",
    "decimal": "number",
}
_LAST = ("notes", "tags", "extra")
"""What every record may have stands after what its kind has of its own."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record or of a part of one."""

    attribute: str
    key: str
    path: tuple[str, ...]
    """The keys that lead to it from its record."""
    sort: str
    """As `model/leaf.py` has it."""
    type: Type
    many: bool
    meaning: str
    words: tuple[str, ...]
    ref: Ref | None
    inside: tuple[Field, ...]
    """The fields of the part, or of each part, that stands in it."""
    may_be_flag: bool = False
    """Whether `true` and `false` are yes and no there, and no texts."""

    @property
    def is_prose(self) -> bool:
        """Whether anything at all may be written there."""
        if self.key == "id" or self.type == "sum":
            return False
        return self.sort in ("text", "mapping") or (self.ref is not None and self.ref.or_text)


@functools.cache
def fields(kind: str) -> tuple[Field, ...]:
    """The fields of a kind: its own as its model has them, then notes, tags and what is somebody's own."""
    found = tuple(_fields(model_of(kind), ()))
    return tuple(sorted(found, key=lambda one: one.key in _LAST))


def _fields(model: type[Part], below: tuple[str, ...]) -> Iterator[Field]:
    for key, field in fields_of(model).items():
        found = leaf(model, key)
        sum_ = any(mark in field.marks for mark in Sum.__metadata__)  # type: ignore[attr-defined]
        path = (*below, key)
        yield Field(
            field.attribute,
            key,
            path,
            found.sort,
            "sum" if sum_ else _TYPES.get(found.sort, "text"),
            found.many,
            found.meaning,
            found.words,
            found.ref,
            tuple(_fields(found.part, path)) if found.part is not None else (),
            any(isinstance(mark, FlagOrText) for mark in field.marks),
        )
