"""`dataclass` as the standard library has it, but each method of a class is written when it is first called.

Most commands load far more classes of values than they make objects of, and of those that they make few are compared
or hashed. Why the standard library's own is dear, and what this one gains: docs/decisions/0204. A type checker is told
that it *is* the standard library's, and `fields`, `replace`, `asdict` and `is_dataclass` take its classes as theirs.
It has no `order`, `unsafe_hash`, `InitVar`, `KW_ONLY` and the like, since nobody here asks for them.
"""

from __future__ import annotations

import dataclasses
import reprlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NamedTuple

Method = Callable[..., Any]
_OWN = "__own_fields__"
"""Where a class keeps its `_Own`: under a name that no class has for anything of its own."""


class _Own(NamedTuple):
    """What a class adds to the fields of those below it."""

    hints: Mapping[str, object]
    usual: Mapping[str, object]
    """What its fields are if nobody says so: a value, or what `dataclasses.field` gave."""
    kw_only: bool


def _fields(cls: type) -> Iterable[Field[Any]]:
    """The fields of a class in their order, with their names and what they are if nobody says so."""
    found: dict[str, Field[Any]] = {}
    for base in reversed(cls.__mro__):
        if _OWN in vars(base):
            own: _Own = vars(base)[_OWN]
            found |= {name: _field(name, own) for name in own.hints}
    return found.values()


def _field(name: str, own: _Own) -> Field[Any]:
    usual: Any = own.usual.get(name, MISSING)
    field: Field[Any] = usual if isinstance(usual, Field) else dataclasses.field(default=usual)
    field.name = name
    if field.kw_only is MISSING:
        field.kw_only = own.kw_only
    return field


def _own_of(cls: type, kw_only: bool) -> _Own:
    hints = vars(cls).get("__annotations__", {})
    fields = {name: hint for name, hint in hints.items() if not str(hint).startswith(("ClassVar", "typing.ClassVar"))}
    return _Own(fields, {name: vars(cls)[name] for name in fields if name in vars(cls)}, kw_only)


class _Told:
    """What the standard library tells of the fields of a class, asked of it when somebody wants to know."""

    NAMES = ("__dataclass_fields__", "__dataclass_params__", "__match_args__")

    def __init__(self, cls: type, name: str) -> None:
        self.cls = cls
        self.name = name

    def __get__(self, _: object, asked: type) -> Any:
        own: _Own = vars(self.cls)[_OWN]
        bases = tuple(filter(dataclasses.is_dataclass, self.cls.__bases__))
        body = {"__doc__": "-", "__module__": self.cls.__module__, "__annotations__": own.hints, **own.usual}
        alike = type(self.cls.__name__, bases, body)
        dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=own.kw_only)(alike)
        for name in self.NAMES:
            setattr(self.cls, name, vars(alike)[name])
        return vars(alike)[self.name]


def _written(name: str, takes: Iterable[str], lines: Iterable[str], known: dict[str, Any]) -> Method:
    """A method of these lines, which find the names that are `known`."""
    exec(f"def {name}({', '.join(takes)}):\n " + "\n ".join(lines), known)
    method: Method = known[name]
    return method


def _init(cls: type, is_frozen: bool) -> Method:
    """What is made anew for each object is `_missing` among the arguments, where nobody gave one."""
    known: dict[str, object] = {"_missing": MISSING, "_set": object.__setattr__}
    by_place, by_name, lines = ["self"], ["*"], []
    for one in _fields(cls):
        name, value, takes = one.name, one.name, one.name
        if one.default_factory is not MISSING:
            known[f"_new_{name}"] = one.default_factory
            value = f"_new_{name}() if {name} is _missing else {name}" if one.init else f"_new_{name}()"
            takes = f"{name}=_missing"
        elif one.default is not MISSING:
            known[f"_usual_{name}"] = one.default
            value = name if one.init else f"_usual_{name}"
            takes = f"{name}=_usual_{name}"
        if one.init:
            (by_name if one.kw_only else by_place).append(takes)
        slot = getattr(cls, name, None)
        if not is_frozen:
            lines.append(f"self.{name} = {value}")
        elif isinstance(slot, MemberDescriptorType):
            known[f"_set_{name}"] = slot.__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return _written("__init__", [*by_place, *by_name[len(by_name) == 1 :]], lines or ["pass"], known)


def _values(whose: str, fields: Iterable[Field[Any]]) -> str:
    """The values of some fields of an object, as a tuple."""
    return "(" + "".join(f"{whose}.{one.name}, " for one in fields) + ")"


def _eq(cls: type, _: bool) -> Method:
    compared = [one for one in _fields(cls) if one.compare]
    same = f"return {_values('self', compared)} == {_values('other', compared)}"
    lines = ("if other.__class__ is self.__class__:", f" {same}", "return NotImplemented")
    return _written("__eq__", ("self", "other"), lines, {})


def _hash(cls: type, _: bool) -> Method:
    hashed = [one for one in _fields(cls) if (one.compare if one.hash is None else one.hash)]
    return _written("__hash__", ("self",), (f"return hash({_values('self', hashed)})",), {})


@reprlib.recursive_repr()
def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _setattr(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _setstate(self: Any, state: list[object]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


def _when_called(cls: type, name: str, write: Callable[[type, bool], Method], is_frozen: bool) -> Method:
    """Stands in for a method until its first call, which writes it."""

    def first(*given: object, **named: object) -> Any:
        method = write(cls, is_frozen)
        setattr(cls, name, method)
        return method(*given, **named)

    return first


def _with_slots(cls: type, names: Iterable[str]) -> type:
    """The class again, with a slot for each field; `names` are those that it adds."""
    left = {"__dict__", "__weakref__", *names}
    there = {slot for base in cls.__mro__[1:] for slot in vars(base).get("__slots__", ())}
    body = {name: value for name, value in vars(cls).items() if name not in left}
    body["__slots__"] = tuple(name for name in names if name not in there)
    made: type = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _made(cls: type, is_compared: bool, is_frozen: bool, has_slots: bool, kw_only: bool) -> type:
    own = _own_of(cls, kw_only)
    if has_slots:
        cls = _with_slots(cls, own.hints)
    for name, value in own.usual.items():
        if not has_slots and isinstance(value, Field):
            delattr(cls, name) if value.default is MISSING else setattr(cls, name, value.default)
    setattr(cls, _OWN, own)
    for name in _Told.NAMES:
        setattr(cls, name, _Told(cls, name))
    methods: dict[str, Any] = {"__init__": _when_called(cls, "__init__", _init, is_frozen), "__repr__": _repr}
    if is_compared:
        methods["__eq__"] = _when_called(cls, "__eq__", _eq, is_frozen)
        methods["__hash__"] = _when_called(cls, "__hash__", _hash, is_frozen) if is_frozen else None
    if is_frozen:
        methods |= {"__setattr__": _setattr, "__delattr__": _delattr}
        if has_slots:
            methods |= {"__getstate__": _getstate, "__setstate__": _setstate}
    for name, method in methods.items():
        if vars(cls).get(name) is None:  # a class with an `__eq__` of its own has no `__hash__` until it is given one
            setattr(cls, name, method)
    return cls


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, eq=True, frozen=False, slots=False, kw_only=False):
        """Make a class one of values: its annotations are its fields."""

        def make(cls):
            return _made(cls, eq, frozen, slots, kw_only)

        return make if cls is None else make(cls)
