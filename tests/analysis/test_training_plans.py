"""What is planned to be taught, and how many are trained."""

from __future__ import annotations

import pytest

from igreg.analysis.audience import Audiences
from igreg.analysis.tenure import Tenure
from igreg.analysis.training import Training
from igreg.analysis.training_plans import Share, planned_people, shares, wanted_courses
from igreg.model.span import Span
from igreg.register.register import Register
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
STAFF = """
- {id: ann, name: Ann, unit: a}
- {id: ben, name: Ben, unit: b, started: 2026-10-22}
- {id: cat, name: Cat, unit: a, left: 2026-11-21}
"""


def _shares(made: Register, usual: float | None = None, window: Span | None = None) -> list[Share]:
    return list(shares(Audiences(Tenure(made, DAY)), Training(made, DAY), usual, window))


@pytest.mark.parametrize(
    ("within", "due"),
    [
        pytest.param("", ["ann", "ben"], id="all who are employed"),
        pytest.param(", within: 1 month", ["ann"], id="a starter still has today"),
        pytest.param(", within: 30 days", ["ann", "ben"], id="a starter had until yesterday"),
    ],
)
def test_who_counts(within: str, due: list[str]) -> None:
    made = register(
        staff=STAFF,
        courses="- {id: ig, title: IG, target: 95}",
        training_plans=f"- {{id: p, title: P, audience: [all-staff], courses: [{{course: ig{within}}}, {{course: unheard-of}}]}}",
    )
    (share,) = _shares(made)
    assert (sorted(share.due), list(share.without), share.trained, share.index) == (due, due, 0, 0)


@pytest.mark.parametrize(
    ("target", "usual", "trained", "reached"),
    [
        pytest.param("target: 50", None, 1, True, id="just reached"),
        pytest.param("target: 50.5", None, 1, False, id="just not"),
        pytest.param("target: 50", 95.0, 1, True, id="the course's own target comes first"),
        pytest.param("notes: none", 95.0, 1, False, id="else the usual one"),
        pytest.param("target: 0", 95.0, 0, True, id="nought is a target"),
        pytest.param("target: 100", None, 2, True, id="all"),
    ],
)
def test_targets(target: str, usual: float | None, trained: int, reached: bool) -> None:
    made = register(
        staff=STAFF,
        courses=f"- {{id: ig, title: IG, {target}}}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}",
        training_records="\n".join(
            f"- {{staff: {who}, course: ig, completed: 2020-01-01}}" for who in ["ann", "ben"][:trained]
        ),
    )
    (share,) = _shares(made, usual)
    assert (share.trained, share.is_reached) == (trained, reached)


def test_without_any_target_nothing_is_counted() -> None:
    made = register(
        courses="- {id: ig, title: IG}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}",
    )
    assert _shares(made) == []


def test_where_nobody_counts_the_target_is_reached() -> None:
    made = register(
        courses="- {id: ig, title: IG, target: 95}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}",
    )
    (share,) = _shares(made)
    assert share.is_reached


@pytest.mark.parametrize(("completed", "trained"), [("2025-11-22", 1), ("2025-11-21", 0)])
def test_a_window(completed: str, trained: int) -> None:
    made = register(
        staff="- {id: ann, name: Ann}",
        courses="- {id: ig, title: IG, target: 95}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}",
        training_records=f"- {{staff: ann, course: ig, completed: {completed}}}",
    )
    (share,) = _shares(made, window=Span(12, "month"))
    assert share.trained == trained


def test_who_is_planned_for_and_what_is_wanted() -> None:
    made = register(
        staff=STAFF,
        units="- {id: a, title: A}\n- {id: b, title: B}",
        training_plans="- {id: p, title: P, audience: [a], courses: [{course: ig}]}",
        roles="- {id: r, title: R, requires: {courses: [dpo-course]}}\n- {id: s, title: S}",
    )
    assert planned_people(Audiences(Tenure(made, DAY))) == {"ann"}
    assert wanted_courses(made) == {"ig", "dpo-course"}
