"""The tables of facts: what a row of each holds, and every row with the life of the source it rests on."""

from __future__ import annotations

import functools
import pkgutil
import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

from igreg.facts.life import Fact, Life, Source
from igreg.findings import Severity
from igreg.language.english import listed
from igreg.source.reading.document import parse

_LIFE = tuple(Life.model_fields)
NeedWord = Literal["required", "expected", "optional"]
F = TypeVar("F", bound=Fact)


class Limit(Fact):
    """One figure: its value and unit, and what it is for."""

    table: ClassVar[str] = "limits"

    value: int | float
    unit: str
    what: str

    @property
    def figure(self) -> str:
        """The value with its unit: `12 months`, `1 month`, `grade 3`."""
        if self.unit == "grade":
            return f"grade {self.value:g}"
        return f"{self.value:g} {self.unit.removesuffix('s') if self.value == 1 else self.unit}"

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return f"{self.what}: {self.figure}"


class Words(Fact):
    """A short list of words that rules use."""

    table: ClassVar[str] = "lists"

    what: str
    values: tuple[str, ...]
    answers: tuple[str, ...] = ()
    """For a list that says something of types of organisation, what may be said: its values are `type=answer`."""
    form: str = ""
    """For a list whose values are made up of parts, how each is written, as a regular expression."""
    such_as: str = ""
    """A value of that form, for whoever wrote one of another."""

    @model_validator(mode="after")
    def _answered(self) -> Self:
        wrong = [pair for pair in self.values if self.answers and pair.partition("=")[2] not in self.answers]
        if wrong:
            raise ValueError(f"{wrong[0]!r} is not type=answer, with {listed(self.answers, 'or')} as the answer")
        odd = [value for value in self.values if self.form and not re.fullmatch(self.form, value)]
        if odd:
            raise ValueError(f"{odd[0]!r} is not written as the others are; for example {self.such_as}")
        return self

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return f"{self.what}: {', '.join(self.values)}"


class Base(Fact):
    """What the need of a function rests on, in some nations and for some types of organisation."""

    table: ClassVar[str] = "bases"

    function: str
    title: str
    """As a sentence calls it."""
    what: str
    types: tuple[str, ...] = ()
    """The types it is about; none means all."""

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return self.what


class Duty(BaseModel):
    """When a type of organisation needs a function; a bare word stands for one that hangs on nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    always: NeedWord | None = None
    required: tuple[str, ...] = ()
    """Required where any of these holds of the organisation."""
    expected: tuple[str, ...] = ()
    otherwise: NeedWord | None = "optional"
    unknown: NeedWord | None = "optional"
    """What it is while it is not known whether they hold; null says nothing."""


class Functions(Fact):
    """The functions that a type of organisation needs."""

    table: ClassVar[str] = "functions"

    type: str
    called: str
    """As a sentence calls it."""
    needs: Mapping[str, Duty]

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return f"{self.called}: " + "; ".join(f"{name} {_in_words(duty)}" for name, duty in self.needs.items())


class Conflict(Fact):
    """Two functions that one person should not hold, and why."""

    table: ClassVar[str] = "conflicts"

    pair: tuple[str, str]
    severity: Severity
    why: str

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return f"one person is not both {self.pair[0]} and {self.pair[1]}: {self.why}"


def _in_words(duty: Duty) -> str:
    if duty.always:
        return duty.always
    words = [f"{need} where {listed(list(names), 'or')}" for need, names in _where(duty) if names]
    return ", ".join([*words, f"else {duty.otherwise or 'not asked'}"])


def _where(duty: Duty) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("required", duty.required), ("expected", duty.expected)


def rows(name: str) -> Sequence[Mapping[str, Any]]:
    """The rows of one file of facts, as they are written."""
    text = pkgutil.get_data("igreg.facts", f"{name}.yaml") or b""
    return parse(name, text.decode()).value or ()


@functools.cache
def sources() -> Mapping[str, Source]:
    """Every source that rows rest on, by its key."""
    return {row["key"]: Source(**row) for row in rows("sources")}


def lived(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as written with the life of the source that it rests on; what it says itself wins."""
    if row.get("rests_on") is None:
        return dict(row)
    source = sources()[row["rests_on"]]
    return {name: getattr(source, name) for name in _LIFE} | dict(row)


@functools.cache
def table(model: type[F]) -> Mapping[str, F]:
    """Every row of a table as igreg ships it, by its key; raises where a row is not as its table asks."""
    return {row["key"]: model(**lived(row)) for row in map(short_forms, rows(model.table))}


def short_forms(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as written, with its short forms written out."""
    out = dict(row)
    if isinstance(out.get("needs"), Mapping):
        out["needs"] = {
            name: {"always": duty} if isinstance(duty, str) else duty for name, duty in out["needs"].items()
        }
    if isinstance(out.get("severity"), str):
        out["severity"] = Severity.__members__.get(out["severity"].upper(), out["severity"])
    return out
