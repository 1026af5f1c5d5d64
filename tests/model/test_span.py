"""Days before a day: of months the same day, or the month's last (ruling B73)."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.model.span import parse_span


@pytest.mark.parametrize(
    ("span", "day", "before"),
    [
        ("1 month", "2027-03-31", "2027-02-28"),
        ("1 month", "2028-03-31", "2028-02-29"),
        ("1 month", "2027-02-28", "2027-01-28"),
        ("1 month", "2027-01-15", "2026-12-15"),
        ("12 months", "2028-02-29", "2027-02-28"),
        ("18 months", "2027-05-31", "2025-11-30"),
        ("4 years", "2028-02-29", "2024-02-29"),
        ("30 days", "2027-01-10", "2026-12-11"),
        ("2 weeks", "2027-01-10", "2026-12-27"),
        ("36 hours", "2027-01-10", "2027-01-09"),
        ("23 hours", "2027-01-10", "2027-01-10"),
        ("9999 years", "2027-01-10", "0001-01-01"),
        ("99999999999 days", "2027-01-10", "0001-01-01"),
        ("2026 years", "2027-01-10", "0001-01-10"),
        ("2027 years", "2027-01-10", "0001-01-01"),
    ],
)
def test_a_span_before_a_day(span: str, day: str, before: str) -> None:
    assert parse_span(span).before(dt.date.fromisoformat(day)) == dt.date.fromisoformat(before)
