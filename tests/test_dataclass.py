"""Our `dataclass` beside that of the standard library: the same classes made by both, and asked the same."""

from __future__ import annotations

import copy
import dataclasses
import itertools
import pickle
import re
import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from igreg.dataclass import dataclass

SOURCE = Path(__file__).parents[1] / "src" / "igreg"
DECORATORS: tuple[Callable[..., Any], ...] = (dataclasses.dataclass, dataclass)
"""Theirs and ours."""
LOOKS = [
    {"frozen": frozen, "slots": slots, "eq": eq} for frozen, slots, eq in itertools.product((True, False), repeat=3)
]


def classes(made: Callable[..., Any], **look: bool) -> SimpleNamespace:
    """Classes of every sort that somebody writes."""

    @made(**look)
    class Plain:
        """Two fields, one of which has a usual value."""

        known: ClassVar[int] = 7

        a: int
        b: str = "b"

        @property
        def doubled(self) -> int:
            """A property is no field."""
            return self.a * 2

    @made(**look)
    class Below(Plain):
        """Fields of its own behind those it comes from, of which it changes one."""

        b: str = "other"
        c: list[int] = dataclasses.field(default_factory=list)

    @made(**look)
    class Further(Below):
        """No field of its own."""

    @made(**look)
    class Fields:
        """What `field` can say."""

        a: int
        b: int = dataclasses.field(default=2, compare=False)
        c: int = dataclasses.field(default=3, repr=False)
        d: list[int] = dataclasses.field(default_factory=lambda: [4], init=False)
        e: int = dataclasses.field(default=5, init=False)
        f: int = dataclasses.field(default=6, kw_only=True)
        g: int = dataclasses.field(default=7, kw_only=True, hash=False)
        h: int = dataclasses.field(default=8, kw_only=True, hash=True, compare=False)

    @made(kw_only=True, **look)
    class Named:
        """All by name, one of them from below by place."""

        x: int
        y: dict[str, int] = dataclasses.field(default_factory=dict)

    @made(**look)
    class Own:
        """Methods of its own stay."""

        a: int
        b: int = 1

        def __post_init__(self) -> None:
            if self.a < 0:
                raise ValueError("below nothing")

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and self.a == other.a

    @made(**look)
    class Empty:
        """Nothing at all."""

    return SimpleNamespace(Plain=Plain, Below=Below, Further=Further, Fields=Fields, Named=Named, Own=Own, Empty=Empty)


MAKES: list[tuple[str, Callable[[Any], Any]]] = [
    ("places", lambda c: c.Plain(1, "x")),
    ("usual", lambda c: c.Plain(1)),
    ("names", lambda c: c.Plain(b="z", a=3)),
    ("too few", lambda c: c.Plain()),
    ("too many", lambda c: c.Plain(1, "b", 3)),
    ("unknown", lambda c: c.Plain(1, d=3)),
    ("one below", lambda c: c.Below(1)),
    ("one below, with its own", lambda c: c.Below(1, "b", [2])),
    ("two below", lambda c: c.Further(1, c=[3])),
    ("field", lambda c: c.Fields(1)),
    ("field, not compared", lambda c: c.Fields(1, 9)),
    ("field, not shown", lambda c: c.Fields(1, 2, 9)),
    ("field, not taken", lambda c: c.Fields(1, d=[1])),
    ("field, by name alone", lambda c: c.Fields(1, f=1)),
    ("field, not hashed", lambda c: c.Fields(1, g=1)),
    ("field, hashed and not compared", lambda c: c.Fields(1, h=1)),
    ("field, not by place", lambda c: c.Fields(1, 2, 3, 4)),
    ("by name", lambda c: c.Named(x=1)),
    ("by name, not by place", lambda c: c.Named(1)),
    ("own", lambda c: c.Own(1)),
    ("own, refused", lambda c: c.Own(-1)),
    ("empty", lambda c: c.Empty()),
]


def _tried(ask: Callable[[], Any]) -> Any:
    """What comes of it, be it a mistake."""
    try:
        return ask()
    except Exception as error:
        return type(error), str(error).rpartition(".")[2]


def _answers(made: Any) -> dict[str, Any]:
    """Whatever can be asked of an object, or of the mistake that came of making it."""
    if isinstance(made, tuple):
        return {"mistake": made}
    cls, names = type(made), [one.name for one in dataclasses.fields(made)]
    there = copy.copy(made)
    return {
        "values": {name: getattr(made, name) for name in names},
        "fields": [
            (one.name, one.type, one.init, one.repr, one.compare, one.kw_only) for one in dataclasses.fields(cls)
        ],
        "as a dict": dataclasses.asdict(made),
        "shown": repr(made),
        "hash": _tried(lambda: hash(made)),
        "no hash": cls.__hash__ is None,
        "match": cls.__match_args__,
        "slots": getattr(cls, "__slots__", None),
        "size": sys.getsizeof(made),
        "like its copy": made == there,
        "like another": made == object(),
        "told": (cls.__name__, cls.__qualname__, cls.__module__, cls.__doc__),
        "set": [_tried(lambda name=name: setattr(there, name, None)) for name in names],
        "deleted": [_tried(lambda name=name: delattr(there, name)) for name in names],
    }


def _look(look: dict[str, bool]) -> str:
    return " ".join(name for name, value in look.items() if value) or "plain"


@pytest.mark.parametrize("look", LOOKS, ids=_look)
@pytest.mark.parametrize(("name", "make"), MAKES, ids=[name for name, _ in MAKES])
def test_objects_are_those_of_the_standard_library(
    name: str, make: Callable[[Any], Any], look: dict[str, bool]
) -> None:
    theirs, ours = (_answers(_tried(lambda one=one: make(classes(one, **look)))) for one in DECORATORS)
    for either in (theirs, ours):
        if "hash" in either and not look["eq"]:  # by where it stands in memory
            either["hash"] = either["shown"] = None
    assert ours == theirs


@pytest.mark.parametrize("look", LOOKS, ids=_look)
def test_they_are_compared_as_those_of_the_standard_library(look: dict[str, bool]) -> None:
    tables = []
    for made in DECORATORS:
        found = classes(made, **look)
        tried = [_tried(partial(make, found)) for _, make in MAKES]
        objects = [one for one in tried if not isinstance(one, tuple)]
        tables.append([(one == other, one != other) for one in objects for other in objects])
    assert tables[0] == tables[1]
    assert {(True, False), (False, True)} == set(tables[1])


@dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where `pickle` finds it."""

    a: int
    b: tuple[int, ...] = ()


@dataclass(frozen=True)
class Thinking:
    """What takes time is worked out once."""

    a: int

    @cached_property
    def squared(self) -> int:
        """As a report's figures are."""
        return self.a**2


def test_what_the_standard_library_does_to_values_works() -> None:
    one = Kept(1, (2,))
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert dataclasses.replace(one, b=()) == Kept(1)
    assert dataclasses.is_dataclass(Kept)
    assert (Thinking(3).squared, vars(Thinking(3))) == (9, {"a": 3})
    match one:
        case Kept(a, b):
            assert (a, b) == (1, (2,))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_class_has_no_name_of_ours_but_those_between_underscores(look: dict[str, bool]) -> None:
    theirs, ours = (
        {name: {one for one in vars(cls) if not (one.startswith("__") and one.endswith("__"))} for name, cls in made}
        for made in (vars(classes(decorator, **look)).items() for decorator in DECORATORS)
    )
    assert ours == theirs


def test_a_method_is_written_once() -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        a: int

    before = Fresh.__init__
    Fresh(1)
    after = Fresh.__init__
    Fresh(2)
    assert before is not after
    assert Fresh.__init__ is after


def test_the_house_uses_no_other() -> None:
    other = re.compile(r"^\s*from dataclasses import .*\bdataclass\b|\bdataclasses\.dataclass\(", re.MULTILINE)
    found = [path for path in SOURCE.rglob("*.py") if other.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(SOURCE).as_posix() for path in found] == ["dataclass.py"]
