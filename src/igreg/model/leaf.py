"""One field of a record, however deep, as a question sees it: what stands in it, and what may be chosen."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from igreg.dataclass import dataclass
from igreg.language.suggest import nearest
from igreg.model.anatomy import Anatomy, fields_of
from igreg.model.base import Part, Record
from igreg.model.marks import AreaName, Ends, Owner, Ref, Starts
from igreg.model.skeleton import form
from igreg.model.span import Span


@dataclass(frozen=True)
class Leaf:
    """A field by its path; `form` says in words what stands in it."""

    path: tuple[str, ...]
    sort: str
    """text, day, moment, day or moment, span, flag, number, decimal, word, reference, area, part or mapping."""
    meaning: str
    form: str
    many: bool
    """Whether it is a list."""
    needed: bool
    """Whether its record, or its part, must have it."""
    words: tuple[str, ...] = ()
    """The words of which one stands there, where only some may."""
    ref: Ref | None = None
    part: type[Part] | None = None
    default: str | None = None
    """The word that counts where none is given."""

    @property
    def name(self) -> str:
        """The field as people name it: `review.every`."""
        return ".".join(self.path)


class NoSuchField(LookupError):
    """A path at which a kind has no field; `near` is the path that may be meant, `known` are the fields there are."""

    def __init__(self, name: str, near: str | None, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name, self.near, self.known = name, near, known


@functools.lru_cache(maxsize=4096)
def leaf(model: type[Part], name: str) -> Leaf:
    """The field of a dotted name, `review.every`; a hyphen or a capital in it does not count. Raises NoSuchField."""
    path: list[str] = []
    found: Leaf | None = None
    steps = name.strip().split(".")
    for number, step in enumerate(steps):
        if found is not None and found.sort == "mapping":
            return Leaf((*path, *steps[number:]), "text", found.meaning, "a text", many=False, needed=False)
        inside = model if found is None else found.part
        keys = list(fields_of(inside)) if inside is not None else []
        key = step if step in keys else next((one for one in keys if _plain(one) == _plain(step)), None)
        if inside is None or key is None:
            near = nearest(step, keys)
            raise NoSuchField(name, ".".join((*path, near)) if near else None, [".".join((*path, one)) for one in keys])
        path.append(key)
        found = _leaf(inside, fields_of(inside)[key], tuple(path))
    assert found is not None
    return found


def leaves(model: type[Part], below: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Every field of a model as it stands in the model, each as a whole: parts are not gone into."""
    for field in fields_of(model).values():
        yield _leaf(model, field, (*below, field.key))


def asked(model: type[Record]) -> list[str]:
    """The fields that are asked for besides those that must be there: what the kind says most people fill in.

    A kind that says nothing is asked for its owner, its areas, its first day and, where it needs them, its reviews.
    """
    if model.asks is not None:
        return list(model.asks)
    own = [
        field.key
        for field in fields_of(model).values()
        if not field.needed
        and not field.parts
        and any(isinstance(mark, Owner | AreaName | Starts | Ends) for mark in field.marks)
    ]
    return own + (["review.every", "review.last"] if model.needs_review else [])


def _leaf(model: type[Part], field: Anatomy, path: tuple[str, ...]) -> Leaf:
    info = model.model_fields[field.attribute]
    inside = list(_inside(info.annotation))
    words = tuple(str(word) for one in inside if get_origin(one) is Literal for word in get_args(one))
    ref = next((mark for mark in field.marks if isinstance(mark, Ref)), None)
    return Leaf(
        path,
        "part" if field.parts else _sort(inside, field, ref, words),
        info.description or "",
        form(info.annotation, field),
        field.many,
        field.needed,
        words,
        ref,
        field.parts[0] if field.parts else None,
        {True: "yes", False: "no"}[info.default]
        if isinstance(info.default, bool)
        else info.default
        if isinstance(info.default, str)
        else None,
    )


def _sort(inside: Sequence[Any], field: Anatomy, ref: Ref | None, words: Sequence[str]) -> str:
    if ref is not None:
        return "reference"
    if any(isinstance(mark, AreaName) for mark in field.marks):
        return "area"
    if words:
        return "word"
    if any(get_origin(one) is dict for one in inside):
        return "mapping"
    if dt.datetime in inside:
        return "day or moment" if dt.date in inside else "moment"
    known = {Span: "span", dt.date: "day", bool: "flag", int: "number", float: "decimal", Decimal: "decimal"}
    return next((sort for type_, sort in known.items() if type_ in inside), "text")


def _inside(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of."""
    yield annotation
    for arg in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _inside(arg)


def _plain(word: str) -> str:
    return word.replace("-", "_").replace(" ", "_").lower()
