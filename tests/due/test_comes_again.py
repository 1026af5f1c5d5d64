"""What goes on after its day, for whoever looks at a whole year: which line of the list it is that goes on, and when."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import catalogue
from tests.analysis.registers import register

TODAY, UNTIL = dt.date(2026, 11, 22), dt.date(2027, 2, 28)
GROUP = "# file: groups.yaml\n- {id: g, title: G, meets_every: 1 month}\n"
ONCE_A_YEAR = "# file: groups.yaml\n- {id: g, title: G, meets_every: 1 year}\n"
MEETINGS = "# file: meetings.yaml\n"


def days(text: str, what: str) -> dict[str, list[str]]:
    """The days of each line of a kind of date up to the end of February, by the id of its record."""
    as_of = AsOf(register(text), dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    (kind,) = (one for one in catalogue() if one.name == what)
    return {str(one.record.identity): [str(day) for day in one.days(TODAY, UNTIL)] for one in kind.until(as_of, UNTIL)}


@pytest.mark.parametrize(
    ("meetings", "found"),
    [
        pytest.param(
            "- {id: A, group: g, date: 2026-11-22, status: planned}\n",
            {"A": ["2026-11-22", "2026-12-22", "2027-01-22", "2027-02-22"]},
            id="today's meeting is the last that is planned",
        ),
        pytest.param(
            "- {id: A, group: g, date: 2026-11-21, status: planned}\n",
            {"A": ["2026-11-21"], "g": ["2026-11-22", "2026-12-22", "2027-01-22", "2027-02-22"]},
            id="after yesterday's the group goes on, not the meeting",
        ),
        pytest.param(
            "- {id: A, group: g, date: 2026-12-30, status: planned}\n"
            "- {id: B, group: g, date: 2026-12-01, status: planned}\n"
            "- {id: C, group: g, date: 2027-01-30, status: held}\n",
            {"A": ["2026-12-30", "2027-01-30", "2027-02-28"], "B": ["2026-12-01"]},
            id="the last by its day and not by its place",
        ),
        pytest.param(
            "- {id: A, group: g, date: 2026-12-01, status: planned}\n"
            "- {id: B, group: g, date: 2026-12-30, status: planned}\n",
            {"A": ["2026-12-01"], "B": ["2026-12-30", "2027-01-30", "2027-02-28"]},
            id="the last stands last",
        ),
        pytest.param(
            "- {id: A, group: g, date: 2026-12-01, status: planned}\n"
            "- {id: B, group: other, date: 2026-12-30, status: planned}\n",
            {"A": ["2026-12-01", "2027-01-01", "2027-02-01"], "B": ["2026-12-30"]},
            id="each group has its own",
        ),
    ],
)
def test_after_the_last_planned_meeting_the_interval_goes_on(meetings: str, found: dict[str, list[str]]) -> None:
    assert days(GROUP + MEETINGS + meetings, "meeting") == found


def test_what_comes_once_a_year_is_not_there_twice() -> None:
    assert days(ONCE_A_YEAR, "meeting") == {"g": ["2026-11-22"]}


@pytest.mark.parametrize(
    ("audit", "found"),
    [
        ("planned: 2026-12-31, every: 1 month", ["2026-12-31", "2027-01-31", "2027-02-28"]),
        ("planned: 2026-12-31", ["2026-12-31"]),
        ("performed: 2026-10-31, every: 2 months", ["2026-12-31", "2027-02-28"]),
        ("planned: 2026-10-31, performed: 2026-10-31, every: 3 months", ["2027-01-31"]),
        ("planned: 2026-11-21, every: 2 months", ["2026-11-21", "2027-01-22"]),
        ("performed: 2026-10-31, every: 2 months, status: cancelled", None),
        ("performed: 2026-10-31", None),
    ],
)
def test_an_audit_that_repeats(audit: str, found: list[str] | None) -> None:
    assert days(f"# file: audits.yaml\n- {{id: A, title: A, {audit}}}\n", "audit").get("A") == found


def test_a_registration_is_confirmed_again_and_again() -> None:
    roles = (
        "- {id: a, title: A, registrations: [{with: ico, on: 2026-10-31, confirm_every: 1 month}]}\n"
        "- {id: b, title: B, registrations: [{with: ico, confirm_every: 2 months}]}\n"
        "- {id: c, title: C, registrations: [{with: ico, on: 2026-10-31}]}\n"
    )
    assert days(f"# file: roles.yaml\n{roles}", "registration") == {
        "a": ["2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28"],
        "b": ["2026-11-22", "2027-01-22"],
    }
