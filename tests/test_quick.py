"""A quick dataclass is what the standard library's is: made with both, and compared."""

import copy
import dataclasses
from typing import Any

import pytest

from igreg import quick


def made_with(dataclass: Any) -> dict[str, Any]:
    @dataclass
    class Open:
        a: int
        b: list[int] = dataclasses.field(default_factory=list)
        c: int = dataclasses.field(default=3, init=False)

    @dataclass(frozen=True)
    class Frozen:
        a: int
        b: int = dataclasses.field(default=2, compare=False)

    @dataclass(frozen=True)
    class Child(Frozen):
        c: tuple[int, ...] = ()

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Slots:
        a: int
        b: int = 0

    @dataclass(frozen=True, eq=False)
    class Itself:
        a: int

    @dataclass(frozen=True)
    class Single:
        a: int

    @dataclass(frozen=True)
    class Nothing:
        def __repr__(self) -> str:
            return "nothing"

    @dataclass(slots=True)
    class After:
        a: int
        b: int = dataclasses.field(default=0, repr=False)
        d: list[int] = dataclasses.field(default_factory=list, init=False)

        def __post_init__(self) -> None:
            self.b = self.a

    found = {one.__name__: one for one in (Open, Frozen, Child, Slots, Itself, Single, Nothing, After)}
    for one in found.values():
        one.__qualname__ = one.__name__
    return found


KINDS = {"ours": made_with(quick.dataclass), "theirs": made_with(dataclasses.dataclass)}


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest) -> dict[str, Any]:
    return KINDS[request.param]


def test_what_is_given_and_what_is_left_out(made: dict[str, Any]) -> None:
    assert repr(made["Open"](1)) == "Open(a=1, b=[], c=3)"
    assert repr(made["Open"](b=[2], a=1)) == "Open(a=1, b=[2], c=3)"
    assert repr(made["Child"](1, c=(4,))) == "Child(a=1, b=2, c=(4,))"
    assert repr(made["Slots"](a=1)) == "Slots(a=1, b=0)"
    assert repr(made["Nothing"]()) == "nothing"
    assert repr(made["After"](5)) == "After(a=5, d=[])"
    assert made["After"](5).b == 5
    assert made["Open"](1).b is not made["Open"](1).b


@pytest.mark.parametrize("name, args, given", [("Open", (), {}), ("Slots", (1,), {}), ("Open", (1,), {"z": 1})])
def test_what_cannot_be_given(made: dict[str, Any], name: str, args: Any, given: Any) -> None:
    with pytest.raises(TypeError):
        made[name](*args, **given)


def test_equal_and_hashed(made: dict[str, Any]) -> None:
    assert made["Frozen"](1, 2) == made["Frozen"](1, 3)
    assert len({made["Frozen"](1, 2), made["Frozen"](1, 3)}) == 1
    assert made["Child"](1) != made["Frozen"](1)
    assert made["Single"](1) == made["Single"](1) != made["Single"](2)
    assert hash(made["Single"](1)) == hash(made["Single"](1))
    assert made["Nothing"]() == made["Nothing"]()
    assert made["Itself"](1) != made["Itself"](1)
    assert len({made["Itself"](1), made["Itself"](1)}) == 2
    assert made["Open"](1) == made["Open"](1)
    with pytest.raises(TypeError):
        hash(made["Open"](1))


@pytest.mark.parametrize("name", ["Frozen", "Child", "Slots", "Itself"])
def test_never_changes(made: dict[str, Any], name: str) -> None:
    one = made[name](a=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.a = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.a
    assert one.a == 1


def test_changed_copied_and_told(made: dict[str, Any]) -> None:
    assert dataclasses.replace(made["Child"](1), a=2) == made["Child"](2)
    assert dataclasses.asdict(made["Slots"](a=1)) == {"a": 1, "b": 0}
    assert copy.deepcopy(made["Slots"](a=1)) == made["Slots"](a=1)
    assert not hasattr(made["Slots"](a=1), "__dict__")
    match made["Frozen"](1, 2):
        case found if isinstance(found, made["Frozen"]):
            assert made["Frozen"].__match_args__ == ("a", "b")
