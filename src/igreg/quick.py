"""Dataclasses whose methods are made when they are first needed: most are loaded and never used.

The standard library writes and compiles five methods for each class as it is defined. Here classes share them but for
`__init__`, and that is compiled when the first object is made. `fields`, `replace`, `asdict` and type checkers see an
ordinary dataclass (decision 108).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from operator import attrgetter

    def dataclass(cls=None, /, *, frozen=False, slots=False, kw_only=False, eq=True):
        """What `dataclasses.dataclass` gives, with the arguments that are used here."""

        def make(cls):
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            methods = {"__init__": _first_init(made, frozen), "__repr__": _repr}
            if eq:
                methods |= {"__eq__": _equal(made), "__hash__": _hash(made) if frozen else None}
            if frozen:
                methods |= {"__setattr__": _no_change, "__delattr__": _no_change}
                methods |= {"__getstate__": _state, "__setstate__": _set_state} if slots else {}
            for name, method in methods.items():
                if name not in made.__dict__:
                    setattr(made, name, method)
            return made

        return make if cls is None else make(cls)

    def _first_init(cls, frozen):
        def __init__(self, *args, **given):
            cls.__init__ = _init(cls, frozen)
            cls.__init__(self, *args, **given)

        return __init__

    def _init(cls, frozen):
        known = {"_set": object.__setattr__, "_missing": dataclasses.MISSING}
        parameters, by_name, body = ["self"], [], []
        for field in dataclasses.fields(cls):
            name = value = field.name
            default = ""
            if field.default is not dataclasses.MISSING:
                known[f"_default_{name}"] = field.default
                default = f"=_default_{name}"
            elif field.default_factory is not dataclasses.MISSING:
                known[f"_make_{name}"] = field.default_factory
                default, value = "=_missing", f"_make_{name}() if {name} is _missing else {name}"
            if field.init:
                (by_name if field.kw_only else parameters).append(name + default)
            else:
                value = f"_default_{name}" if f"_default_{name}" in known else f"_make_{name}()"
            body.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
        parameters += ["*", *by_name] if by_name else []
        body += [" self.__post_init__()"] if hasattr(cls, "__post_init__") else []
        exec("\n".join((f"def __init__({', '.join(parameters)}):", *(body or [" pass"]))), known)
        return known["__init__"]

    def _names(cls):
        return tuple(field.name for field in dataclasses.fields(cls))

    def _compared(cls):
        names = tuple(field.name for field in dataclasses.fields(cls) if field.compare)
        if len(names) > 1:
            return attrgetter(*names)
        return lambda self: tuple(getattr(self, name) for name in names)

    def _equal(cls):
        compared = _compared(cls)

        def __eq__(self, other):
            return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

        return __eq__

    def _hash(cls):
        compared = _compared(cls)

        def __hash__(self):
            return hash(compared(self))

        return __hash__

    def _repr(self):
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def _no_change(self, name, *value):
        raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")

    def _state(self):
        return [getattr(self, name) for name in _names(self)]

    def _set_state(self, state):
        for name, value in zip(_names(self), state, strict=True):
            object.__setattr__(self, name, value)
