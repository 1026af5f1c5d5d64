"""Spans and review cycles, as properties of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.analysis.reviews import can_be_due, next_fixed_day, review_due
from igreg.model.span import Span, parse_span
from tests.analysis.registers import register

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31))
SPANS = st.builds(Span, st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2024-02-29", "12 months", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2026-12-31", "2 weeks", "2027-01-14"),
        ("2026-11-22", "36 hours", "2026-11-23"),
        ("2026-11-22", "999999999 years", "9999-12-31"),
    ],
)
def test_spans_follow_the_calendar(start: str, span: str, end: str) -> None:
    assert parse_span(span).after(dt.date.fromisoformat(start)) == dt.date.fromisoformat(end)


@settings(max_examples=300, derandomize=True)
@given(DAYS, SPANS)
def test_a_span_leads_forward_and_keeps_the_day_of_the_month(day: dt.date, span: Span) -> None:
    end = span.after(day)
    assert end > day
    if span.unit in ("month", "year"):
        assert end.day == day.day or (end + dt.timedelta(days=1)).day == 1


@settings(max_examples=300, derandomize=True)
@given(DAYS, st.integers(1, 30))
def test_twelve_months_are_a_year_and_seven_days_a_week(day: dt.date, count: int) -> None:
    assert Span(12 * count, "month").after(day) == Span(count, "year").after(day)
    assert Span(7 * count, "day").after(day) == Span(count, "week").after(day)


@settings(max_examples=300, derandomize=True)
@given(DAYS, SPANS, DAYS)
def test_fixed_cycles_give_the_first_day_after(anchor: dt.date, every: Span, since: dt.date) -> None:
    found = next_fixed_day(anchor, every, since)
    assert found > since
    assert found == anchor or any(every.after(anchor, n) == found for n in range(1, 40_000))
    days = [anchor, *(every.after(anchor, n) for n in range(1, 5))]
    assert not [day for day in days if since < day < found]


TODAY = dt.date(2026, 11, 22)
FIXED = "every: 12 months, cycle: fixed, anchor: 2020-04-01"
DUE = [
    pytest.param(
        "policies",
        "status: in-force, review: {every: 1 year, last: 2026-01-02}",
        "2027-01-02",
        id="from the last review",
    ),
    pytest.param(
        "policies",
        "status: in-force, review: {every: 1 year, last: 2026-01-02, next: 2026-05-06}",
        "2026-05-06",
        id="`next` comes first",
    ),
    pytest.param("policies", "status: in-force, review: {next: 2026-05-06}", "2026-05-06", id="`next` alone"),
    pytest.param("policies", "status: in-force, review: {last: 2026-01-02}", None, id="once, and no more"),
    pytest.param(
        "policies",
        "status: in-force, in_force_from: 2026-02-03, review: {every: 1 month}",
        "2026-03-03",
        id="from the day it came into force",
    ),
    pytest.param(
        "policies", "status: in-force, review: {every: 1 month}", "2026-11-22", id="nobody knows since when: today"
    ),
    pytest.param(
        "policies",
        f"status: in-force, review: {{{FIXED}, last: 2026-03-31}}",
        "2026-04-01",
        id="fixed: the next of its days",
    ),
    pytest.param(
        "policies",
        f"status: in-force, review: {{{FIXED}, last: 2026-04-01}}",
        "2027-04-01",
        id="fixed: on one of its days",
    ),
    pytest.param(
        "policies",
        f"status: in-force, in_force_from: 2026-05-01, review: {{{FIXED}}}",
        "2027-04-01",
        id="fixed: from the day it came into force",
    ),
    pytest.param(
        "policies", f"status: in-force, review: {{{FIXED}}}", "2026-11-22", id="fixed: nobody knows since when"
    ),
    pytest.param(
        "policies",
        "status: in-force, review: {every: 1 year, cycle: fixed, last: 2026-01-02}",
        "2027-01-02",
        id="fixed without an anchor is not",
    ),
    pytest.param("policies", "status: draft, review: {every: 1 year, last: 2020-01-01}", None, id="a draft"),
    pytest.param("policies", "status: in-force", None, id="no review"),
    pytest.param(
        "policies",
        "status: in-force, review: {every: 1 year, last: 2020-01-01, outcome: withdrawn}",
        None,
        id="withdrawn at its review",
    ),
    pytest.param(
        "policies",
        "status: in-force, review: {every: 1 year, last: 2026-01-02, outcome: amended}",
        "2027-01-02",
        id="another outcome",
    ),
    pytest.param(
        "sharing-agreements",
        "expires: 2026-11-22, review: {every: 1 year, last: 2026-01-02}",
        "2027-01-02",
        id="an agreement on its last day",
    ),
    pytest.param(
        "sharing-agreements",
        "expires: 2026-11-21, review: {every: 1 year, last: 2026-01-02}",
        None,
        id="an agreement that has ended",
    ),
]


@pytest.mark.parametrize(("kind", "fields", "due"), DUE)
def test_when_a_review_is_due(kind: str, fields: str, due: str | None) -> None:
    record = register(**{kind: f"- {{id: x, title: X, {fields}}}"}).by_id["x"]
    found = review_due(record, TODAY)
    assert (found.isoformat() if found else None) == due
    if due is not None:
        assert can_be_due(record, TODAY)


@pytest.mark.parametrize("unit", ["hour", "day", "week", "month", "year"])
def test_a_cycle_of_any_unit_is_found_from_far_away(unit: str) -> None:
    anchor, since = dt.date(1990, 1, 31), dt.date(2080, 12, 31)
    found = next_fixed_day(anchor, Span(30 if unit == "hour" else 3, unit), since)
    assert since < found <= since + dt.timedelta(days=3 * 366)


def test_a_cycle_ends_with_the_calendar() -> None:
    assert next_fixed_day(dt.date(9990, 1, 1), Span(5, "year"), dt.date(9996, 1, 1)) == dt.date.max
