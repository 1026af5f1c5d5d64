"""Law and guidance as data: every row with its source and how sure we are of it. The figures live here, not in code."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from igreg.findings import Severity
from igreg.source.reading.document import parse

NEEDS: Mapping[str, Severity] = {
    "required": Severity.ERROR,
    "expected": Severity.WARNING,
    "optional": Severity.INFO,
}
"""How bad it is when a function of this need is held by nobody."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One figure: its value and unit, what it is for, and what it rests on."""

    key: str
    value: float
    unit: str
    what: str
    source: str
    edition: str
    """The edition of the source that the row belongs to; `none` where the source has none."""
    confidence: str

    @property
    def figure(self) -> str:
        """The value with its unit: `12 months`, `1 month`."""
        return f"{self.value:g} {self.unit.removesuffix('s') if self.value == 1 else self.unit}"


@dataclass(frozen=True, slots=True)
class Need:
    """A function that a type of organisation needs; both as a sentence calls them."""

    organisation: str
    function: str
    title: str
    need: str
    severity: Severity
    source: str
    edition: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two functions that one person should not hold, and why."""

    pair: tuple[str, str]
    severity: Severity
    why: str
    source: str
    edition: str
    confidence: str


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one file of facts."""
    text = importlib.resources.files("igreg.facts").joinpath(*f"{name}.yaml".split("/")).read_text(encoding="utf-8")
    return list(parse(name, text).value or ())


def graded(severity: Severity, confidence: str) -> Severity:
    """The severity that a row may have: one of low confidence never makes an error."""
    return min(severity, Severity.WARNING) if confidence == "low" else severity


@functools.cache
def limits() -> Mapping[str, Limit]:
    """Every figure, by its key."""
    return {row["key"]: Limit(**row) for row in rows("limits")}


@functools.cache
def needs(organisation_type: str | None) -> tuple[Need, ...]:
    """The functions that a type of organisation needs (ruling A44); those of `other` where the type is unknown."""
    found = {row["type"]: row for row in rows("functions")}
    row = found.get(organisation_type or "other", found["other"])
    bases = {base["function"]: base for base in rows("bases")}
    out = []
    for function, need in row["needs"].items():
        base = bases[function]
        rests_on = row if "source" in row else base
        confidence = rests_on["confidence"]
        severity = graded(NEEDS[need], confidence)
        source, edition = rests_on["source"], rests_on["edition"]
        out.append(Need(row["called"], function, base["title"], need, severity, source, edition, confidence))
    return tuple(out)


@functools.cache
def conflicts() -> tuple[Conflict, ...]:
    """The pairs of functions that conflict (ruling A45)."""
    return tuple(
        Conflict(
            (row["pair"][0], row["pair"][1]),
            graded(Severity[row["severity"].upper()], row["confidence"]),
            row["why"],
            row["source"],
            row["edition"],
            row["confidence"],
        )
        for row in rows("conflicts")
    )


@functools.cache
def values(key: str) -> tuple[str, ...]:
    """One of the short lists."""
    return tuple(next(row["values"] for row in rows("lists") if row["key"] == key))


def category(organisation_type: str | None, given: int | None) -> int:
    """The DSPT category: the one given, else the type's (ruling A70)."""
    if given is not None:
        return given
    known = dict(pair.split("=") for pair in values("categories"))
    return int(known.get(organisation_type or "other", "3"))


def trains_by_share(category: int) -> bool:
    """Whether organisations of a DSPT category train a fixed share of their staff (ruling A69)."""
    return str(category) in values("share-categories")


@functools.cache
def pack_names() -> tuple[str, ...]:
    """The framework packs that are shipped; a pack is named after its file (ruling A32)."""
    folder = importlib.resources.files("igreg.facts").joinpath("packs")
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))
