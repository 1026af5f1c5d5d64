"""Who holds a role without what it requires."""

from __future__ import annotations

import pytest

from igreg.analysis.competence import (
    Named,
    courses_that_build,
    lasting_skills,
    missing_courses,
    missing_skills,
    skill_days,
    skills_asked,
)
from igreg.analysis.tenure import Tenure
from igreg.analysis.training import Training
from igreg.model.kinds.skills import LeadingSkill
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
HOLDER = "holders: [{staff: ann, from: 2020-01-01}]"

SKILLS = [
    pytest.param("{skill: Audit}", "{skill: Audit}", [], id="had, and no level is asked for"),
    pytest.param("{skill: Audit}", "{skill: ' audit '}", [], id="however it is written"),
    pytest.param("{skill: Audit, level: 2}", "{skill: Audit, level: 2}", [], id="at the level"),
    pytest.param("{skill: Audit, level: 2}", "{skill: Audit, level: 1}", [("Audit", 1)], id="below the level"),
    pytest.param("{skill: Audit, level: 1}", "{skill: Audit}", [("Audit", 0)], id="without a level it is none"),
    pytest.param("{skill: Audit}", "{skill: Law}", [("Audit", None)], id="not had"),
    pytest.param(
        "{skill: Audit, level: 2}", "{skill: Audit, level: 2}, {skill: audit, level: 1}", [], id="the highest counts"
    ),
    pytest.param("{skill: Audit, level: 2}", "{skill: Audit, level: 2}, {skill: Audit}", [], id="also over no level"),
    pytest.param("{skill: Audit}, {skill: Law}", "", [("Audit", None), ("Law", None)], id="each on its own"),
]


@pytest.mark.parametrize(("wanted", "has", "missing"), SKILLS)
def test_skills(wanted: str, has: str, missing: list[tuple[str, int | None]]) -> None:
    made = register(
        staff=f"- {{id: ann, name: Ann, skills: [{has}]}}",
        roles=f"- {{id: r, title: R, requires: {{skills: [{wanted}]}}, {HOLDER}}}",
    )
    assert [(one.wanted.skill, one.level) for one in missing_skills(Tenure(made, DAY))] == missing


COURSES = [
    pytest.param("", [("ig", None)], id="no record"),
    pytest.param("- {staff: ann, course: ig, completed: 2025-11-22}", [], id="the last day counts"),
    pytest.param("- {staff: ann, course: ig, completed: 2025-11-21}", [("ig", "2026-11-21")], id="lapsed yesterday"),
    pytest.param("- {staff: ben, course: ig, completed: 2026-01-01}", [("ig", None)], id="somebody else's record"),
]


@pytest.mark.parametrize(("records", "missing"), COURSES)
def test_courses(records: str, missing: list[tuple[str, str | None]]) -> None:
    made = register(
        staff="- {id: ann, name: Ann}\n- {id: ben, name: Ben}",
        courses="- {id: ig, title: IG, valid_for: 12 months}",
        roles=f"- {{id: r, title: R, requires: {{courses: [ig, unheard-of]}}, {HOLDER}}}\n- {{id: s, title: S, {HOLDER}}}",
        training_records=records,
    )
    found = missing_courses(Tenure(made, DAY), Training(made, DAY))
    assert [(one.course, one.lapsed.isoformat() if one.lapsed else None) for one in found] == missing


def test_deputies_are_not_asked() -> None:
    made = register(
        staff="- {id: ann, name: Ann}",
        courses="- {id: ig, title: IG}",
        roles="- {id: r, title: R, requires: {courses: [ig], skills: [{skill: Law}]}, holders: [{staff: ann, as: deputy}]}",
    )
    assert not list(missing_courses(Tenure(made, DAY), Training(made, DAY)))
    assert not list(missing_skills(Tenure(made, DAY)))


LASTING = [
    pytest.param("{skill: law, on: 2025-11-22}", ["2026-11-22"], id="by its id"),
    pytest.param("{skill: ' LAW of data ', on: 2025-11-22}", ["2026-11-22"], id="by its title"),
    pytest.param("{skill: law, on: 2025-01-01}, {skill: law, on: 2024-01-01}", ["2026-01-01"], id="the latest day"),
    pytest.param("{skill: law, on: 2026-01-01}, {skill: law, on: 2026-11-23}", ["2027-01-01"], id="not one ahead"),
    pytest.param("{skill: law}", [], id="without a day"),
    pytest.param("{skill: sums, on: 2001-01-01}", [], id="one that counts for good"),
]


@pytest.mark.parametrize(("has", "until"), LASTING)
def test_until_when_a_skill_counts(has: str, until: list[str]) -> None:
    made = register(
        skills="- {id: law, title: Law of data, valid_for: 1 year}\n- {id: sums, title: Sums}",
        staff=f"- {{id: ann, name: Ann, skills: [{has}]}}",
        roles=f"- {{id: r, title: R, requires: {{skills: [{{skill: law of data}}, {{skill: sums}}]}}, {HOLDER}}}",
    )
    assert [one.until.isoformat() for one in lasting_skills(Tenure(made, DAY))] == until


def test_a_skill_by_its_id_is_one_by_its_title() -> None:
    made = register(
        skills="- {id: law, title: Law of data}",
        staff="- {id: ann, name: Ann, skills: [{skill: law, level: 2}]}",
        roles=f"- {{id: r, title: R, requires: {{skills: [{{skill: Law of Data, level: 2}}]}}, {HOLDER}}}",
    )
    assert list(missing_skills(Tenure(made, DAY))) == []


def test_a_word_that_is_an_id_is_not_anothers_title() -> None:
    made = register(
        skills="- {id: old, title: Law}\n- {id: law, title: Law of data}\n- {id: bare}",
        staff="- {id: ann, name: Ann, skills: [{skill: law of data, level: 2}]}",
        roles=f"- {{id: r, title: R, requires: {{skills: [{{skill: law, level: 2}}]}}, {HOLDER}}}",
    )
    assert not list(missing_skills(Tenure(made, DAY)))
    assert Named(made).of("") is None


def test_courses_that_build_skills() -> None:
    found = register(
        courses="- {id: b, title: B}\n- {id: a, title: A}",
        skills="- {id: one, title: One, courses: [a, c, a]}\n- {id: two, title: Two, courses: [b]}\n- {id: three, title: Three, courses: [b, a]}",
    )
    one, two, three = found.of(LeadingSkill)
    built = courses_that_build(found, [one, three])
    assert [(course, [skill.id for skill in skills]) for course, skills in built.items()] == [
        ("b", ["three"]),
        ("a", ["one", "three"]),
        ("c", ["one"]),
    ]
    assert list(courses_that_build(found, [two])) == ["b"]


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        pytest.param("{skill: Audit, level: 2}", [("ann", "audit", 2, 3, None), ("ben", "audit", 2, None, None)], id="of each holder"),
        pytest.param("{skill: law}", [("ann", "law", None, 0, "2027-01-01"), ("ben", "law", None, None, None)], id="until it lapses"),
        pytest.param("{skill: Audit}, {skill: audit, level: 1}", [("ann", "audit", 1, 3, None), ("ben", "audit", 1, None, None)], id="once, at the highest level"),
        pytest.param("{skill: Audit, level: 1}, {skill: audit}", [("ann", "audit", 1, 3, None), ("ben", "audit", 1, None, None)], id="no level is below any"),
        pytest.param("{level: 1}", [], id="no skill"),
        pytest.param("", [], id="none"),
    ],
)  # fmt: skip
def test_what_is_asked_of_whom(wanted: str, rows: list[object]) -> None:
    made = register(
        skills="- {id: law, title: Law of data, valid_for: 1 year}",
        staff="- {id: ann, name: A, skills: [{skill: Audit, level: 3}, {skill: Law of data, on: 2026-01-01}]}\n- {id: ben, name: B}",
        roles=f"- {{id: r, title: R, requires: {{skills: [{wanted}]}}, holders: [{{staff: ann, from: 2020-01-01}}, {{staff: ben, from: 2020-01-01}}]}}",
    )
    found = [
        (one.person and one.person.id, one.key, one.wanted.level, one.level, one.until and one.until.isoformat())
        for one in skills_asked(Tenure(made, DAY))
    ]
    assert found == rows


def test_what_is_asked_of_nobody_is_told_of_the_role() -> None:
    made = register(
        staff="- {id: ann, name: Ann}",
        roles="- {id: r, title: R, requires: {skills: [{skill: Law}]}}\n- {id: s, title: S, requires: {skills: [{skill: Law}]}, holders: [{staff: gone, from: 2020-01-01}]}",
    )
    found = [(one.role.id, one.person, one.key, one.level) for one in skills_asked(Tenure(made, DAY))]
    assert found == [("r", None, "law", None), ("s", None, "law", None)]


def test_the_days_on_which_skills_were_shown() -> None:
    made = register(
        skills="- {id: law, title: Law of data, valid_for: 1 year}\n- {id: sums, title: Sums}",
        staff="- {id: ann, name: A, skills: [{skill: LAW of data, on: 2026-01-01}, {skill: sums, on: 2026-02-02}, {skill: law}]}\n"
        "- {id: ben, name: B, skills: [{skill: unheard-of, on: 2026-03-03}]}",
    )
    assert [(on.isoformat(), until and until.isoformat()) for on, until in skill_days(made)] == [
        ("2026-01-01", "2027-01-01"),
        ("2026-02-02", None),
        ("2026-03-03", None),
    ]
