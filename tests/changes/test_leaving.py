"""Somebody leaves: which of their appointments end with them, to the day."""

from __future__ import annotations

import pytest

from igreg.changes.leaving import leave
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines


@pytest.mark.parametrize(
    ("holder", "after"),
    [
        pytest.param("staff: a", "staff: a, until: 2026-12-10", id="without days"),
        pytest.param("staff: a, until: 2026-12-10", None, id="ends with the day anyway"),
        pytest.param("staff: a, until: 2026-12-09", None, id="ended before"),
        pytest.param("staff: a, until: 2026-12-11", "staff: a, until: 2026-12-10", id="would go on a day"),
        pytest.param(
            "staff: a, from: 2026-12-10", "staff: a, from: 2026-12-10, until: 2026-12-10", id="begins on the day"
        ),
        pytest.param("staff: b", None, id="somebody else's"),
    ],
)
def test_appointments_end(holder: str, after: str | None) -> None:
    found = register(
        staff="- {id: a, name: A}\n- {id: b, name: B}", roles=f"- {{id: r, title: R, holders: [{{{holder}}}]}}"
    )
    plan = leave(found, "a", day("2026-12-10"))
    lines = {"roles": [f"- {{id: r, title: R, holders: [{{{after}}}]}}"]} if after else {}
    assert new_lines(plan, found) == {"staff": ["- {id: a, name: A, left: 2026-12-10}"], **lines}
    assert (plan.message, plan.remarks) == ("a leaves on 2026-12-10", [])


@pytest.mark.parametrize(
    ("end", "start", "until"),
    [
        pytest.param("2026-12-09", "2020-01-01", "2026-12-09", id="the post ends before"),
        pytest.param("2026-12-10", "2020-01-01", "2026-12-10", id="on the same day"),
        pytest.param("2026-12-11", "2020-01-01", "2026-12-10", id="after"),
        pytest.param("2026-12-01", "2026-12-01", "2026-12-01", id="on the first day of the appointment"),
        pytest.param("2026-12-01", "2026-12-02", "2026-12-10", id="before the appointment began"),
    ],
)
def test_nobody_holds_a_post_longer_than_it_is_there(end: str, start: str, until: str) -> None:
    role = f"- {{id: r, title: R, end: {end}, holders: [{{staff: a, from: {start}%s}}]}}"
    found = register(staff="- {id: a, name: A}", roles=role % "")
    assert new_lines(leave(found, "a", day("2026-12-10")), found)["roles"] == [role % f", until: {until}"]


def test_what_begins_the_day_after_is_left_to_people() -> None:
    found = register(
        staff="- {id: a, name: A}",
        roles="- {id: r, title: R, holders: [{staff: a, from: 2026-12-11}]}\n- {id: q, title: Q, holders: [{staff: a}]}",
    )
    plan = leave(found, "a", day("2026-12-10"))
    assert plan.remarks == ["a is down for r from 2026-12-11: take that out by hand"]
    assert new_lines(plan, found)["roles"] == ["- {id: q, title: Q, holders: [{staff: a, until: 2026-12-10}]}"]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        pytest.param("", [], id="nothing was written"),
        pytest.param(", left: 2026-12-10", [], id="the same day"),
        pytest.param(", left: 2026-12-31", ["until now a was down as leaving on 2026-12-31"], id="another day"),
    ],
)
def test_another_last_day_is_not_written_over_without_a_word(left: str, said: list[str]) -> None:
    found = register(staff=f"- {{id: a, name: A{left}}}\n")
    assert leave(found, "a", day("2026-12-10")).remarks == said
