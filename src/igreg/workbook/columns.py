"""Which tables a kind has in a workbook, and which columns each: a sheet a kind, and one for each list of parts."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from igreg.dataclass import dataclass
from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Part, Record
from igreg.model.kinds import model_of
from igreg.model.leaf import Leaf, leaf

NAME = 31
"""So many characters the name of a sheet may have."""
RECORD, POSITION = "record", "position"
ORIGINAL, FINGERPRINT = "original id", "fingerprint"
KEYS = 2
"""So many columns stand before the fields of a list of parts: the record, and the place in its list."""


@dataclass(frozen=True)
class Step:
    """One step on the way from a record to a list of parts."""

    key: str
    is_list: bool


@dataclass(frozen=True)
class Column:
    """A column: a field by its way from the record or the part, what may stand in it, and its head."""

    leaf: Leaf
    path: tuple[str, ...]
    head: str

    @functools.cached_property
    def name(self) -> str:
        """The field as people name it, without the lists on the way."""
        return ".".join(self.path)


@dataclass(frozen=True)
class Table:
    """What stands on one sheet: the records of a kind, or the parts in one of its lists."""

    name: str
    """`staff`, `roles.holders`."""
    kind: str
    way: tuple[Step, ...]
    """From the record to the list; nothing for the records themselves."""
    columns: tuple[Column, ...]
    meaning: str

    @functools.cached_property
    def ways(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The names of its columns and their ways; a row is gone through by them."""
        return tuple((column.name, column.path) for column in self.columns)

    @property
    def is_nested(self) -> bool:
        """Whether its rows are parts of records."""
        return bool(self.way)

    @property
    def lists(self) -> int:
        """How many lists lie on the way, its own counted."""
        return sum(step.is_list for step in self.way)

    @property
    def has_ids(self) -> bool:
        """Whether its rows are records with an id."""
        return not self.way and "id" in model_of(self.kind).model_fields

    @property
    def sheet(self) -> str:
        """The name of its sheet; one of over 31 characters keeps its end, and as much of its kind as can."""
        if len(self.name) <= NAME:
            return self.name
        kind, _, rest = self.name.partition(".")
        return f"{kind[: NAME - len(rest) - 2]}~.{rest}"

    @property
    def heads(self) -> list[str]:
        """What stands before its fields, and their heads."""
        return [*([RECORD, POSITION] if self.way else ()), *(one.head for one in self.columns)]


@functools.cache
def tables(kind: str) -> tuple[Table, ...]:
    """The tables of a kind, its own first. Keys of one's own (`extra`) are in none."""
    model = model_of(kind)
    own = Table(kind, kind, (), tuple(_columns(model, model, "", ())), f"{model.many[:1].upper()}{model.many[1:]}")
    return (own, *_nested(kind, model, ()))


def _nested(kind: str, model: type[Part], way: tuple[Step, ...]) -> Iterator[Table]:
    for key, field in _ordered(model):
        if not field.parts:
            continue
        here = (*way, Step(key, field.many))
        if field.many:
            prefix = ".".join(step.key for step in here)
            columns = tuple(_columns(model_of(kind), field.parts[0], f"{prefix}.", ()))
            yield Table(f"{kind}.{prefix}", kind, here, columns, leaf(model_of(kind), prefix).meaning)
        yield from _nested(kind, field.parts[0], here)


def _columns(record: type[Part], model: type[Part], prefix: str, path: tuple[str, ...]) -> Iterator[Column]:
    """The columns of a model; the fields of a part that is no list stand among them."""
    for key, field in _ordered(model):
        here = (*path, key)
        if field.parts:
            if not field.many:
                yield from _columns(record, field.parts[0], prefix, here)
            continue
        found = leaf(record, prefix + ".".join(here))
        if found.sort != "mapping":
            yield Column(found, here, head(here))


def _ordered(model: type[Part]) -> list[tuple[str, Anatomy]]:
    """The fields of a model as its page has them, those that every record may have last."""
    return sorted(fields_of(model).items(), key=lambda one: one[0] in Record.model_fields)


def head(path: Sequence[str]) -> str:
    """A field's title: `Review every`."""
    words = " ".join(path).replace("_", " ")
    return words[:1].upper() + words[1:]
