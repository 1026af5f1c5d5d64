"""`share`: who counts, and what counts (ruling E30)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.evidence.proving import outcome

FILES = {
    "staff": "\n".join(
        [
            *(f"- {{id: s{n}, name: Name {n}, started: 2020-01-01}}" for n in range(1, 21)),
            "- {id: lent, name: Lent, employer: trust}",
            "- {id: bare, name: Bare, no_personal_data: true}",
            "- {id: new, name: New, started: 2026-10-20}",
        ]
    ),
    "bodies": "- {id: trust, name: Trust, category: nhs}\n",
    "courses": "- {id: ds, title: Data security, areas: [data-protection], valid_for: 24 months}\n- {id: other, title: Other}\n",
    "training_plans": "- {id: plan, title: Plan, audience: [all-staff], courses: [{course: ds, within: 1 month}]}\n",
}
RECORDS = "\n".join(f"- {{staff: s{n}, course: ds, completed: 2025-11-02}}" for n in range(1, 20))
PROOF = {"share": "training", "course": "ds", "at_least": 95, "within": "12 months"}


def proved(
    today: str = "2026-11-02", proof: dict[str, Any] = PROOF, records: str = RECORDS, **files: str
) -> tuple[bool, bool]:
    found = outcome(proof, today, **{**FILES, "training_records": records, **files})
    return found.holds, found.opposite


@pytest.mark.parametrize(("today", "holds"), [("2026-11-02", True), ("2026-11-03", False)])
def test_a_record_counts_to_the_last_day_of_the_window(today: str, holds: bool) -> None:
    assert proved(today) == (holds, not holds)


def test_the_share_is_not_rounded() -> None:
    assert proved(proof={**PROOF, "at_least": 95}) == (True, False)
    assert proved(proof={**PROOF, "at_least": 95.1}) == (False, True)


def test_starters_within_their_time_do_not_count_yet() -> None:
    assert proved("2026-11-20", proof={"share": "training", "course": "ds", "at_least": 95}) == (True, False)
    assert proved("2026-11-21", proof={"share": "training", "course": "ds", "at_least": 95}) == (False, True)


def test_without_a_plan_all_staff_count() -> None:
    assert proved(training_plans="", proof={**PROOF, "at_least": 91}) == (False, True)
    assert proved(training_plans="", proof={**PROOF, "at_least": 90}) == (True, False)


def test_any_course_about_an_area() -> None:
    assert proved(proof={"share": "training", "area": "data-protection", "at_least": 95, "within": "12 months"}) == (
        True,
        False,
    )
    assert proved(proof={"share": "training", "area": "risk", "at_least": 0}) == (False, False)


def test_nobody_to_count_shows_nothing() -> None:
    assert proved(staff="", records="", bodies="") == (False, False)


STARTERS = {**PROOF, "starters": True}
PLAN = "- {id: plan, title: Plan, audience: [all-staff], courses: [{course: ds, within: 1 month}], approved_by: r, approved_on: 2026-11-02}\n"


@pytest.mark.parametrize(
    ("plan", "holds"),
    [
        pytest.param(PLAN, True, id="approved on the day"),
        pytest.param(PLAN.replace("2026-11-02", "2026-11-03"), False, id="approved the day after"),
        pytest.param(FILES["training_plans"], False, id="not approved"),
        pytest.param(PLAN.replace(", within: 1 month", ""), False, id="no time of starting"),
        pytest.param(PLAN.replace("course: ds", "course: other"), False, id="another course"),
        pytest.param(PLAN.replace("all-staff", "r"), False, id="not for everybody"),
    ],
)
def test_starters_are_asked_by_an_approved_plan(plan: str, holds: bool) -> None:
    """That no plan asks shows not the opposite: people are trained all the same."""
    roles = "- {id: r, title: R, holders: [{staff: s1, from: 2020-01-01}]}\n"
    found = proved(proof=STARTERS, training_plans=plan, roles=roles)
    assert found == (holds, False)


@pytest.mark.parametrize(
    ("people", "trained", "words"),
    [
        (1, 0, "0 of 1 person (0.0 %) is trained in Data security"),
        (1, 1, "1 of 1 person (100.0 %) is trained in Data security"),
        (2, 0, "0 of 2 people (0.0 %) are trained in Data security"),
        (2, 1, "1 of 2 people (50.0 %) is trained in Data security"),
    ],
)
def test_how_many_are_trained_in_words(people: int, trained: int, words: str) -> None:
    staff = "".join(f"- {{id: s{n}, name: Name {n}, started: 2020-01-01}}\n" for n in range(1, people + 1))
    records = "".join(f"- {{staff: s{n}, course: ds, completed: 2026-10-01}}\n" for n in range(1, trained + 1))
    proof = {"share": "training", "course": "ds", "at_least": 100}
    found = outcome(proof, **{**FILES, "staff": staff, "training_records": records})
    assert words in (found.missing, *(one.why for one in found.evidence)) or found.missing.startswith(f"{words};")
