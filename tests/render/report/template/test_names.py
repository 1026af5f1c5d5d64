"""The names that a template may use, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Literal

import pytest

from igreg.render.report.template.meter import Meter
from igreg.render.report.template.names import names_text
from igreg.render.report.template.told import told
from igreg.render.report.template.values import for_template
from tests.render.report import papers


@dataclass(frozen=True)
class Inner:
    """A record in another."""

    day: dt.date
    within: tuple[Inner, ...] = ()


@dataclass(frozen=True)
class Values:
    """One of each type."""

    one: Inner | None
    by_area: Mapping[str, Inner]
    counts: dict[str, int]
    pair: tuple[str, Decimal]
    word: Literal["a", "b"]
    share: float | None
    seen: dt.datetime
    done: bool
    several: frozenset[str]


def test_every_type_has_words() -> None:
    lines = names_text("x", Values).split("\npaper")[0].splitlines()[3:]
    assert [" ".join(line.split()) for line in lines] == [
        *("one or nothing", "day day", "within list, in each:"),
        *("by_area by name:", "day day", "within list, in each:"),
        "counts by name: whole number",
        "pair list of 2: text, number",
        "word text: a or b",
        "share number or nothing",
        "seen day with its time",
        "done yes or no",
        "several list of: text",
    ]


def test_values_are_plain() -> None:
    day = dt.date(2026, 1, 2)
    moment = dt.datetime(2026, 1, 2, 9, tzinfo=dt.UTC)
    values = Values(
        Inner(day), {"a": Inner(day)}, {"a": 1}, ("x", Decimal(2)), "a", None, moment, True, frozenset({"b"})
    )
    found = for_template(values, papers.paper())
    assert found["one"] == {"day": day, "within": ()}
    assert (found["by_area"], found["counts"]) == ({"a": {"day": day, "within": ()}}, {"a": 1})
    assert (found["pair"], found["several"]) == (("x", Decimal(2)), ("b",))
    assert isinstance(found["paper"], dict) and found["paper"]["block"] == "paper"
    odd = Values(SimpleNamespace(), {}, {}, ("", Decimal(0)), "a", None, moment, True, frozenset())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="SimpleNamespace is nothing for a template"):
        for_template(odd, papers.paper())


def test_too_little_memory_is_told() -> None:
    error = told(MemoryError(), "a.md.j2", ["x"], "board")
    assert error.sentence == "the template a.md.j2: it takes too much memory"


def test_what_has_no_length_says_so() -> None:
    with pytest.raises(TypeError, match="it has no length"):
        len(Meter().each(iter("ab")))  # type: ignore[arg-type]
