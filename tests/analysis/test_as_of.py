"""A register as at a moment: the day is the moment's own, and everything that is asked is asked of that day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from igreg.analysis.as_of import AsOf
from tests.analysis.registers import register


def test_everything_is_asked_of_the_day_of_the_moment() -> None:
    now = dt.datetime(2026, 7, 1, 0, 30, tzinfo=ZoneInfo("Europe/London"))  # still June in universal time
    as_of = AsOf(register(staff="- {id: ann, name: Ann, left: 2026-06-30}"), now)
    assert as_of.today == as_of.tenure.day == as_of.training.day == dt.date(2026, 7, 1)
    assert as_of.audiences.of("all-staff") == set()


def test_figures_are_those_of_the_facts_unless_set() -> None:
    as_of = AsOf(register(), dt.datetime(2026, 7, 1, tzinfo=dt.UTC))
    assert as_of.number("breach-notice") == 72
    assert str(as_of.span("training-window")) == "12 months"
