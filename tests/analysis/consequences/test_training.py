"""Shares of people trained that move."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import Row, compare, row, texts
from tests.analysis.registers import register

STAFF = "".join(f"- {{id: p{number}, name: P{number}, started: 2020-01-01}}\n" for number in range(1, 4))


def state(trained: int, on: str = "2026-06-01", courses: str = "- {course: c}", **files: str) -> Register:
    records = "".join(f"- {{staff: p{number}, course: c, completed: {on}}}\n" for number in range(1, trained + 1))
    everything = {
        "staff": STAFF,
        "courses": "- {id: c, title: Data security, valid_for: 12 months, target: 60}\n- {id: d, title: Records}\n",
        "training_plans": f"- {{id: TP, title: Everybody, audience: [all-staff], courses: [{courses.removeprefix('- ')}]}}\n",
        "training_records": records,
    }
    return register(**everything | files)


def rows(before: Register, after: Register) -> list[Row]:
    return [(*row(one)[1:4], one.course) for one in compare(before, after) if one.what == "training-share"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(state(2), state(2), [], id="nothing"),
        pytest.param(state(2), state(3), [("TP", 66.7, 100.0, "c")], id="one more"),
        pytest.param(state(2), state(1), [("TP", 66.7, 33.3, "c")], id="one fewer"),
        pytest.param(state(2), state(2, "2026-06-02"), [], id="another day, and the same share"),
        pytest.param(state(2), state(2, "2025-11-24"), [], id="counts today for the last time"),
        pytest.param(
            state(2), state(2, "2025-11-23"), [("TP", 66.7, 0.0, "c")], id="counted yesterday for the last time"
        ),
        pytest.param(
            state(2),
            state(2, staff=STAFF.replace("P3,", "P3, left: 2026-11-23,")),
            [("TP", 66.7, 100.0, "c")],
            id="who left yesterday counts no more",
        ),
        pytest.param(
            state(2), state(2, staff=STAFF.replace("P3,", "P3, left: 2026-11-24,")), [], id="who leaves today counts"
        ),
        pytest.param(state(2), state(2, courses="- {course: d}"), [], id="another course is no share that moves"),
        pytest.param(state(2), state(2, training_plans=""), [], id="no plan"),
        pytest.param(state(2), state(0, staff=""), [], id="nobody counts"),
    ],
)
def test_shares(before: Register, after: Register, expected: list[Row]) -> None:
    assert rows(before, after) == expected
    assert rows(after, before) == [(plan, new, old, course) for plan, old, new, course in expected]


@pytest.mark.parametrize("broken", ["staff", "courses", "training_records", "training_plans", "roles", "units"])
def test_nothing_is_said_of_what_a_broken_file_could_hold(broken: str) -> None:
    assert rows(state(2), state(3, **{broken: "- {id: x\n"})) == []
    assert rows(state(3, **{broken: "- {id: x\n"}), state(2)) == []


def test_the_words() -> None:
    assert texts(state(2), state(1)) == [
        "as on 24 November 2026: in the training plan “Everybody” 1 of 3 people are trained in “Data security”; it was 2 of 3, "
        "and the target is 60 %, which was reached"
    ]
    assert texts(state(1), state(2))[0].endswith("it was 1 of 3, and the target of 60 % is reached")
    assert texts(state(1), state(0))[0].endswith("it was 1 of 3, and the target is 60 %")
    assert texts(state(2), state(3))[0].endswith("it was 2 of 3")


def test_a_course_that_a_plan_names_twice_is_compared_one_by_one() -> None:
    twice = "- {course: c, within: 9 years}, {course: c}"
    assert rows(state(1, courses=twice), state(2, courses=twice)) == [("TP", 33.3, 66.7, "c")]
    both = "- {course: c}, {course: c}"
    assert rows(state(1, courses=both), state(2, courses=both)) == [("TP", 33.3, 66.7, "c")] * 2
