"""What is planned to be taught, and how many are trained."""

from __future__ import annotations

import pytest

from igreg.analysis.audience import Audiences
from igreg.analysis.tenure import Tenure
from igreg.analysis.training import Training
from igreg.analysis.training_plans import (
    Share,
    Yearly,
    by_worker,
    courses_for_all,
    required_of,
    shares,
    unplanned,
    wanted_courses,
)
from igreg.model.span import Span
from igreg.register.register import Register
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
STAFF = """
- {id: ann, name: Ann, unit: a}
- {id: ben, name: Ben, unit: b, started: 2026-10-22}
- {id: cat, name: Cat, unit: a, left: 2026-11-21}
"""


YEAR = Span(12, "month")


def _audiences(made: Register) -> Audiences:
    return Audiences(Tenure(made, DAY))


def _shares(made: Register, usual: float | None = None) -> list[Share]:
    yearly = Yearly(usual, YEAR) if usual is not None else None
    return list(shares(_audiences(made), Training(made, DAY), yearly))


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
            f"- {{staff: {who}, course: ig, completed: 2026-01-01}}" for who in ["ann", "ben"][:trained]
        ),
    )
    (share,) = _shares(made, usual)
    assert (share.trained, share.is_reached) == (trained, reached)


def test_without_any_target_it_is_reached() -> None:
    made = register(
        courses="- {id: ig, title: IG}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}",
    )
    (share,) = _shares(made)
    assert (share.target, share.is_reached) == (None, True)


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
    (share,) = _shares(made, 95.0)
    assert (share.trained, share.window) == (trained, YEAR)


def test_who_is_planned_for_and_what_is_wanted() -> None:
    made = register(
        staff=STAFF,
        units="- {id: a, title: A}\n- {id: b, title: B}",
        training_plans="- {id: p, title: P, audience: [a], courses: [{course: ig}]}",
        roles="- {id: r, title: R, requires: {courses: [dpo-course]}}\n- {id: s, title: S}\n"
        "- {id: gone, title: G, end: 2026-11-21, requires: {courses: [fax]}}\n"
        "- {id: last, title: L, end: 2026-11-22, requires: {courses: [siro-course]}}",
    )
    assert list(unplanned(_audiences(made))) == ["ben"]
    assert wanted_courses(Tenure(made, day("2026-11-22"))) == {"ig", "dpo-course", "siro-course"}


APPLIES = [
    pytest.param("[all-staff]", "notes: none", True, id="a course of all staff"),
    pytest.param("[a, b]", "notes: none", True, id="of units that are all staff"),
    pytest.param("[a]", "notes: none", False, id="of some"),
    pytest.param("[all-staff]", "valid_for: 12 months", True, id="it counts for a year"),
    pytest.param("[all-staff]", "valid_for: 1 year", True, id="however the year is written"),
    pytest.param("[all-staff]", "valid_for: 13 months", False, id="it counts for longer"),
    pytest.param("[all-staff]", "valid_for: 3 years, applies_window: true", True, id="it says that the window applies"),
    pytest.param("[a]", "applies_window: true", True, id="for some too"),
    pytest.param("[all-staff]", "applies_window: false", False, id="it says that it does not"),
]


@pytest.mark.parametrize(("audience", "course", "applies"), APPLIES)
def test_whether_the_yearly_window_applies(audience: str, course: str, applies: bool) -> None:
    made = register(
        units="- {id: a, name: A}\n- {id: b, name: B}",
        staff=STAFF,
        courses=f"- {{id: ig, title: IG, {course}}}",
        training_plans=f"- {{id: p, title: P, audience: {audience}, courses: [{{course: ig}}]}}",
    )
    (share,) = _shares(made, 95.0)
    assert (share.window, share.target) == ((YEAR, 95.0) if applies else (None, None))
    (elsewhere,) = _shares(made)
    assert elsewhere.window is None


def test_a_course_of_all_staff_is_one_in_every_plan() -> None:
    made = register(
        staff=STAFF,
        courses="- {id: ig, title: IG}\n- {id: siro, title: SIRO, target: 80}",
        training_plans="""
- {id: all, title: P, audience: [all-staff], courses: [{course: ig}]}
- {id: leads, title: P, audience: [ann], courses: [{course: ig}, {course: siro}]}
""",
    )
    assert [(share.plan.id, share.target, share.window) for share in _shares(made, 95.0)] == [
        ("all", 95.0, YEAR),
        ("leads", 95.0, YEAR),
        ("leads", 80, None),
    ]
    assert courses_for_all(_audiences(made)) == {"ig"}


WORKERS = """
- {id: ann, name: Ann}
- {id: ben, name: Ben, employer: icb}
- {id: cat, name: Cat, employer: icb, worker: agency}
- {id: dan, name: Dan, worker: bank}
- {id: eve, name: Eve, worker: employee, employer: icb}
- {id: fay, name: Fay, no_personal_data: true}
- {id: gil, name: Gil, long_absence: true}
- {id: hal, name: Hal, worker: agency, employer: icb, no_personal_data: true}
- {id: ida, name: Ida, worker: agency, employer: icb, long_absence: true}
"""


def test_who_counts_in_a_share_and_as_what() -> None:
    made = register(
        bodies="- {id: icb, name: ICB}",
        staff=WORKERS,
        courses="- {id: ig, title: IG}",
        roles="- {id: dpo, title: DPO, requires: {courses: [ig]}, holders: [{staff: ben, from: 2020-01-01}]}",
        training_plans="- {id: p, title: P, audience: [all-staff, ben, dpo], courses: [{course: ig}]}",
        training_records="- {staff: cat, course: ig, completed: 2026-01-01}",
    )
    (share,) = _shares(made)
    assert share.due == {"ann", "cat", "dan", "eve"}
    assert by_worker(_audiences(made), share) == {"employee": (0, 2), "bank": (0, 1), "agency": (1, 1)}
    assert share.among(frozenset({"ann", "cat"})).trained == 1
    assert required_of(Tenure(made, DAY)) == {"ig": {"ben"}}


def test_of_whom_no_plan_is_asked() -> None:
    made = register(bodies="- {id: icb, name: ICB}", staff=WORKERS)
    assert list(unplanned(_audiences(made))) == ["ann", "cat", "dan", "eve", "gil", "ida"]


@pytest.mark.parametrize(
    ("course", "usual", "rows"),
    [
        ("notes: none", 95.0, ("limits.training-share", "limits.training-window")),
        ("target: 80", 95.0, ("limits.training-window",)),
        ("target: 80, applies_window: false", 95.0, ()),
        ("target: 80", None, ()),
        ("notes: none", None, ()),
    ],
)
def test_which_facts_a_share_rests_on(course: str, usual: float | None, rows: tuple[str, ...]) -> None:
    made = register(
        staff=STAFF,
        courses=f"- {{id: ig, title: IG, {course}}}",
        training_plans="- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}",
    )
    (share,) = _shares(made, usual)
    assert share.rests_on == rows
