"""The organisation's clock, over its changes and at the edges of days and minutes."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.register.clock import clock_in

LONDON = clock_in("Europe/London")


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "universal"),
    [
        pytest.param("2026-01-01T12:00", "2026-01-01T12:00", id="in winter"),
        pytest.param("2026-07-01T12:00", "2026-07-01T11:00", id="in summer"),
        pytest.param("2026-10-25T01:30", "2026-10-25T00:30", id="an hour that comes twice is the first of the two"),
        pytest.param("2026-07-01T12:00+05:00", "2026-07-01T07:00", id="an offset of its own"),
    ],
)
def test_instants(text: str, universal: str) -> None:
    assert LONDON.instant(_moment(text)) == _moment(universal).replace(tzinfo=dt.UTC)
    assert LONDON.instant(_moment(text)).tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-30T23:59", "2026-06-30"),
        ("2026-06-30T23:00+00:00", "2026-07-01"),
        ("2026-01-31T23:59+00:00", "2026-01-31"),
    ],
)
def test_the_local_day(text: str, day: str) -> None:
    assert LONDON.day_of(_moment(text)).isoformat() == day


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        pytest.param("2026-01-01T10:00:59", "2026-01-01T10:01:00", 1, id="from minute to minute, whatever the seconds"),
        pytest.param("2026-01-01T10:00:00", "2026-01-01T10:00:59", 0, id="within a minute"),
        pytest.param("2026-03-28T12:00", "2026-03-29T12:00", 23 * 60, id="over the night that is short"),
        pytest.param("2026-10-24T12:00", "2026-10-25T12:00", 25 * 60, id="over the night that is long"),
        pytest.param("2026-01-01T10:01", "2026-01-01T10:00", -1, id="backwards"),
    ],
)
def test_minutes_between(start: str, end: str, minutes: int) -> None:
    assert LONDON.minutes_between(_moment(start), _moment(end)) == minutes


def test_hours_between() -> None:
    assert LONDON.hours_between(_moment("2026-03-28T12:00"), _moment("2026-03-29T12:30")) == 23.5


@pytest.mark.parametrize("name", ["Europe/Londen", "", "/etc/passwd", "../zone", "a\0b"])
def test_a_zone_that_nobody_knows_is_londons(name: str) -> None:
    assert clock_in(name).day_of(_moment("2026-06-30T23:00+00:00")).isoformat() == "2026-07-01"


def test_another_zone() -> None:
    assert (
        clock_in("Pacific/Auckland").local(_moment("2026-01-01T00:00+00:00")).isoformat() == "2026-01-01T13:00:00+13:00"
    )


def _at(text: str) -> dt.date:
    return _moment(text) if "T" in text else dt.date.fromisoformat(text)


@pytest.mark.parametrize(("day", "universal"), [("2026-01-01", "2026-01-01T00:00"), ("2026-07-01", "2026-06-30T23:00")])
def test_a_day_begins_with_its_first_minute(day: str, universal: str) -> None:
    assert LONDON.instant(_at(day)) == _moment(universal).replace(tzinfo=dt.UTC)
    assert LONDON.day_of(_at(day)) == _at(day)
    assert LONDON.hours_between(_at(day), _at(f"{day}T06:00")) == 6


@pytest.mark.parametrize(
    ("at", "other", "before"),
    [
        ("2026-10-05", "2026-10-05", False),
        ("2026-10-04", "2026-10-05", True),
        ("2026-10-05", "2026-10-05T15:00", False),
        ("2026-10-05T15:00", "2026-10-05", False),
        ("2026-10-04T23:59", "2026-10-05", True),
        ("2026-10-05", "2026-10-06T00:00", True),
        ("2026-10-05T10:00", "2026-10-05T10:00", False),
        ("2026-10-05T09:59", "2026-10-05T10:00", True),
        ("2026-07-01T10:00+02:00", "2026-07-01T10:00", True),
        ("2026-06-30T23:30+00:00", "2026-07-01", False),
    ],
)
def test_what_lies_wholly_before(at: str, other: str, before: bool) -> None:
    assert LONDON.is_before(_at(at), _at(other)) is before


@pytest.mark.parametrize(
    ("hours", "until"),
    [(72, "2026-03-31T13:00:00+01:00"), (0, "2026-03-28T12:00:00+00:00"), (0.5, "2026-03-28T12:30:00+00:00")],
)
def test_the_moment_after_so_many_hours(hours: float, until: str) -> None:
    assert LONDON.after_hours(_moment("2026-03-28T12:00"), hours).isoformat() == until


def test_there_is_a_last_moment() -> None:
    assert LONDON.after_hours(_moment("2026-03-28T12:00"), 10**9).year == 9999


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-01-01T10:00", 72),
        ("2026-01-01T10:01", 71),
        ("2026-01-04T09:00", 1),
        ("2026-01-04T09:01", 0),
        ("2026-01-04T10:00", 0),
        ("2026-01-04T10:01", -1),
        ("2026-01-04T11:00", -1),
        ("2026-01-04T11:01", -2),
    ],
)
def test_whole_hours_that_are_left(now: str, left: int) -> None:
    assert LONDON.hours_left(_moment("2026-01-01T10:00"), 72, _moment(now)) == left
