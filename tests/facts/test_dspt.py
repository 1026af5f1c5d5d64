"""Editions of the toolkit: which is open, which closed last, and what they are called (ruling B53)."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.facts.dspt import Edition, closed_before, open_on

V8 = Edition(2026)


@pytest.mark.parametrize(
    ("day", "is_open", "closed"),
    [("2026-06-30", "2025-26", "2024-25"), ("2026-07-01", "2026-27", "2025-26"), ("2027-01-01", "2026-27", "2025-26")],
)
def test_which_edition(day: str, is_open: str, closed: str) -> None:
    on = dt.date.fromisoformat(day)
    assert (open_on(on).years, closed_before(on).years) == (is_open, closed)


def test_an_edition() -> None:
    assert (V8.version, V8.years) == (8, "2025-26")
    assert (V8.opens, V8.closes) == (dt.date(2025, 7, 1), dt.date(2026, 6, 30))
    assert Edition(2000).years == "1999-00"


@pytest.mark.parametrize(
    "name",
    ["dspt-v8", "v8", "V8", "8", "DSPT 8", "DSPT version 8", "2025-26", "2025/26", "2025-2026", "2025-26 (v8)", "caf-dspt-2025-26"],
)  # fmt: skip
def test_what_it_may_be_called(name: str) -> None:
    assert V8.is_called(name)


@pytest.mark.parametrize(
    "name", ["dspt-v7", "v18", "v80", "18", "2024-25", "2026-27", "12025-26", "2025-261", "", "v7.8"]
)
def test_what_is_another(name: str) -> None:
    assert not V8.is_called(name)
