"""How many incidents came to light in a time, and whether the regulator was told within the hours."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from igreg.analysis.breach_notice import notice_of
from igreg.analysis.incident_counts import aware_in, incident_counts, is_known_of, known_since, without_a_day
from igreg.model.kinds.incidents import Incident
from tests.analysis.registers import day, register

QUARTER = (day("2026-07-01"), day("2026-09-30"))


@pytest.mark.parametrize(
    ("aware", "counts"),
    [
        ("2026-07-01", True),
        ("2026-09-30", True),
        ("2026-06-30", False),
        ("2026-10-01", False),
        pytest.param("2026-09-30T23:59", True, id="the last minute"),
        pytest.param("2026-06-30T23:30:00Z", True, id="by our clock it is July already"),
        pytest.param("2026-09-30T23:30:00Z", False, id="by our clock it is October already"),
    ],
)
def test_the_day_on_which_it_came_to_light_counts(aware: str, counts: bool) -> None:
    made = register(incidents=f"- {{id: i, title: I, aware: {aware}, occurred: 2026-05-02}}")
    assert bool(aware_in(made, *QUARTER)) is counts


def test_what_is_withdrawn_is_left_out_and_what_has_no_day_is_told() -> None:
    made = register(
        incidents="""
- {id: b, title: B, aware: 2026-07-02}
- {id: a, title: A, aware: 2026-07-02}
- {id: first, title: F, aware: 2026-03-01}
- {id: gone, title: G, aware: 2026-01-02, status: withdrawn}
- {id: no-day, title: N}
"""
    )
    assert [one.id for one in aware_in(made, *QUARTER)] == ["a", "b"]
    assert [one.id for one in without_a_day(made)] == ["no-day"]
    assert known_since(made) == day("2026-03-01")
    assert known_since(register()) is None
    assert is_known_of(made, day("2026-03-01"))
    assert not is_known_of(made, day("2026-02-28"))
    assert not is_known_of(register(), day("2026-11-24"))


@pytest.mark.parametrize(
    ("aware", "at", "minutes", "in_time"),
    [
        ("2026-07-01T09:00", "2026-07-04T09:00", 72 * 60, True),
        ("2026-07-01T09:00", "2026-07-04T09:01", 72 * 60 + 1, False),
        pytest.param("2026-07-01", "2026-07-04T00:00", 72 * 60, True, id="a day from its first minute"),
    ],
)
def test_a_notice_within_the_hours(aware: str, at: str, minutes: int, in_time: bool) -> None:
    made = register(incidents=f"- {{id: i, title: I, aware: {aware}, notifications: [{{to: ico, at: {at}}}]}}")
    found = notice_of(made, made.of(Incident)[0], 72)
    assert found is not None and (found.minutes, found.in_time, found.index) == (minutes, in_time, 0)


@pytest.mark.parametrize(
    "rest", ["", "aware: 2026-07-01, notifications: [{to: ico}]", "notifications: [{to: ico, at: 2026-07-02T09:00}]"]
)
def test_no_notice_that_could_be_judged(rest: str) -> None:
    made = register(incidents=f"- {{id: i, title: I, {rest}}}")
    assert notice_of(made, made.of(Incident)[0], 72) is None


def test_the_figures() -> None:
    made = register(
        incidents="""
- id: in-time
  title: A
  aware: 2026-07-01T09:00
  decision: {report: true, by: dpo, at: 2026-07-01T10:00, reason: R}
  notifications: [{to: ico, at: 2026-07-02T09:00}]
  lessons: [{lesson: One}, {lesson: Two}]
  status: closed
- id: late
  title: B
  aware: 2026-07-10T09:00
  decision: {report: true, by: dpo, at: 2026-07-11T10:00, reason: R}
  notifications: [{to: ico, at: 2026-07-20T09:00}]
- {id: to-report, title: C, aware: 2026-08-01, decision: {report: true, by: dpo, at: 2026-08-01T10:00, reason: R}}
- {id: undecided, title: D, aware: 2026-09-01}
- {id: near, title: E, aware: 2026-09-02, near_miss: true}
- {id: no-data, title: F, aware: 2026-09-03, personal_data: false}
"""
    )
    found = incident_counts(made, made.of(Incident), 72)
    assert asdict(found) == {
        "incidents": 6,
        "near_misses": 1,
        "breaches": 4,
        "reported": 2,
        "in_time": 1,
        "to_report": 1,
        "undecided": 1,
        "closed": 1,
        "lessons": 1,
    }
    assert found.late == 1
