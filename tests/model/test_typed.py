"""Days and moments as people type them; the day itself and the day after stand beside each other."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.model.typed import Unclear, typed_day, typed_moment

TUESDAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 9, 45, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", "2026-11-24"),
        ("24/11/2026", "2026-11-24"),
        ("24.11.26", "2026-11-24"),
        ("01/04/2026", "2026-04-01"),
        ("24 November 2026", "2026-11-24"),
        ("Tue 24 Nov 2026", "2026-11-24"),
        ("24 Nov", "2026-11-24"),
        ("24th of November", "2026-11-24"),
        ("Nov 24", "2026-11-24"),
        ("24/11", "2026-11-24"),
        ("3 Jan", "2027-01-03"),
        ("3 June", "2026-06-03"),
        ("29 Feb", None),
        ("today", "2026-11-24"),
        ("Yesterday", "2026-11-23"),
        ("tomorrow", "2026-11-25"),
        ("2 weeks ago", "2026-11-10"),
        ("in 3 days", "2026-11-27"),
        ("this Friday", "2026-11-27"),
        ("next Tuesday", "2026-12-01"),
        ("next mon", "2026-11-30"),
        ("last Tuesday", "2026-11-17"),
        ("last Friday", "2026-11-20"),
        ("31/02/2026", None),
        ("soon", None),
        ("2026-11-24 09:30", None),
        ("", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    found = typed_day(text, TUESDAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("next Wednesday", "25 November", "2 December"),
        ("last Monday", "16 November", "23 November"),
        ("Tuesday", "17 November", "24 November"),
        ("Monday", "23 November", "30 November"),
        ("on Friday", "20 November", "27 November"),
    ],
)
def test_a_day_that_may_be_one_of_two(text: str, one: str, other: str) -> None:
    with pytest.raises(Unclear, match=f"{one} 2026 or {other} 2026"):
        typed_day(text, TUESDAY)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24T09:30", "2026-11-24T09:30:00"),
        ("2026-11-24 09:30+01:00", "2026-11-24T09:30:00+01:00"),
        ("now", "2026-11-24T09:45:00"),
        ("today 9.30", "2026-11-24T09:30:00"),
        ("24/11/2026 at 2pm", "2026-11-24T14:00:00"),
        ("24 Nov, 14:20", "2026-11-24T14:20:00"),
        ("yesterday 12am", "2026-11-23T00:00:00"),
        ("12.05 pm", "2026-11-24T12:05:00"),
        ("16:00", "2026-11-24T16:00:00"),
        ("24/11/2026", None),
        ("24 Nov 26", None),
        ("today", None),
        ("today 25:00", None),
        ("today 13pm", None),
        ("someday 9.30", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    found = typed_moment(text, NOW)
    assert (found and found.isoformat()) == moment
