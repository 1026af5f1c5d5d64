"""Skills asked and held, what is wanting, and who could deputise."""

from __future__ import annotations

from igreg.report.matters.skills import skills_of
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

REGISTER = """
# file: units.yaml
- {id: ward, name: Ward}
# file: courses.yaml
- {id: dsa, title: Awareness, valid_for: 12 months}
- {id: law-course, title: Law course}
# file: skills.yaml
- {id: law, title: The law, group: information-governance, levels: [a, b, c], valid_for: 12 months, courses: [law-course, dsa]}
- {id: money, title: Money, group: resources}
# file: staff.yaml
- {id: ann, name: Ann Lee, hours_per_week: 30, skills: [{skill: law, level: 3, on: 2026-01-01}, {skill: Chairing}]}
- {id: ben, name: Ben Cox, hours_per_week: 20, skills: [{skill: law, level: 1, on: 2025-11-23}]}
- {id: cat, name: Cat Dow, hours_per_week: 10, skills: [{skill: The law, level: 2, on: 2025-11-24}]}
# file: training-records.yaml
- {staff: ann, course: dsa, completed: 2026-06-01}
- {staff: ben, course: dsa, completed: 2025-11-23}
# file: roles.yaml
- {id: lead, title: Lead, areas: [governance], holders: [{staff: ann, from: 2020-01-01}, {staff: ben, from: 2020-01-01, as: acting}], requires: {courses: [dsa], skills: [{skill: law, level: 2}, {skill: Chairing}]}}
- {id: spare, title: Spare, areas: [risk], unit: ward, requires: {skills: [{skill: law, level: 2}, {skill: money, level: 1}]}}
- {id: quiet, title: Quiet, areas: [security], holders: [{staff: cat, from: 2020-01-01}]}
- {id: ghost, title: Ghost, holders: [{staff: gone, from: 2020-01-01}], requires: {skills: [{skill: money}]}}
"""


def test_every_skill_that_is_asked() -> None:
    found = skills_of(asked(REGISTER)).cells
    assert [(one.post, one.who, one.skill, one.asked, one.held, one.gaps, one.said) for one in found] == [
        ("Lead", "Ann Lee", "The law", 2, 3, (), "3 of 2"),
        ("Lead", "Ben Cox (acting)", "The law", 2, 1, ("below", "lapsed"), "1 of 2: below the level, lapsed on 23 November 2026"),
        ("Spare", "vacant", "The law", 2, None, ("nobody",), "nobody in post (asked at 2)"),
        ("Spare", "vacant", "Money", 1, None, ("nobody",), "nobody in post (asked at 1)"),
        ("Ghost", "gone", "Money", None, None, ("unknown",), "not known"),
        ("Lead", "Ann Lee", "Chairing", None, 0, (), "yes"),
        ("Lead", "Ben Cox (acting)", "Chairing", None, None, ("missing",), "missing"),
    ]  # fmt: skip
    assert found[0].group == "Information governance" and found[0].courses == ("Law course", "Awareness")
    assert found[0].until == day("2027-01-01") and found[-1].group == "Named by posts only"


def test_courses_and_what_they_build() -> None:
    found = skills_of(asked(REGISTER))
    assert [(one.who, one.course, one.lapsed) for one in found.untrained] == [
        ("Ben Cox", "Awareness", day("2026-11-23"))
    ]
    assert [(one.course, one.skills) for one in found.builds] == [
        ("Awareness", ("The law",)),
        ("Law course", ("The law",)),
    ]


def test_who_could_deputise() -> None:
    found = {one.post: one for one in skills_of(asked(REGISTER)).deputies}
    assert list(found) == ["Lead", "Spare", "Quiet"]
    assert found["Spare"].could == ()
    assert found["Spare"].nearly == (
        "Ann Lee (lacks Money at level 1)",
        "Cat Dow (lacks Money at level 1)",
    )
    assert not found["Quiet"].asks and skills_of(asked(REGISTER)).silent == ("Quiet",)


def test_on_paper() -> None:
    text = markdown("competence", asked(REGISTER))
    assert "**Skills asked of holders:** 7 (2 held as asked)" in text
    assert "**Wanting:** 5 (wanting; 2 with nobody in post)" in text
    assert "**Lapsed:** 1 (lapsed)" in text and "**Courses wanting:** 1 (wanting)" in text
    assert "| Lead | Ann Lee | 3 of 2 |" in text
    assert "1 lead post asks for no skill: Quiet." in text
    assert "| Ben Cox | Lead | Awareness | lapsed on 23 November 2026 |" in text
    assert "not known: the post asks for nothing" in text


def test_two_holders_are_told_apart_without_names() -> None:
    text = markdown("competence", asked(REGISTER, names=False))
    assert "Ann" not in text and "Ben" not in text and "Cat" not in text
    assert (
        "| Lead | a member of staff | 3 of 2 |" in text and "| Lead | a member of staff \\(acting\\) | 1 of 2" in text
    )
    assert "2 people" in text


def test_one_area_or_unit_alone() -> None:
    assert {one.post for one in skills_of(asked(REGISTER, area="risk")).cells} == {"Spare"}
    assert {one.post for one in skills_of(asked(REGISTER, unit="ward")).cells} == {"Spare"}


def test_a_wide_matrix_stands_in_several_tables() -> None:
    skills = ", ".join(f"{{skill: Word {number}}}" for number in range(1, 8))
    text = markdown("competence", asked(f"# file: roles.yaml\n- {{id: a, title: A, requires: {{skills: [{skills}]}}}}"))
    assert text.count("Named by posts only: level held of level asked") == 2


def test_nothing_is_asked() -> None:
    text = markdown("competence", asked("# file: roles.yaml\n- {id: a, title: A}"))
    assert "No post asks for a skill, so nothing can be said of what is wanting." in text
    assert "No post leads an area." in text
    assert "No post asks for a course." in text and "Nobody lacks" not in text and "No skill is wanting" not in text


def test_all_that_is_asked_is_held() -> None:
    text = markdown(
        "competence",
        asked(
            "# file: courses.yaml\n- {id: c, title: C}\n# file: roles.yaml\n"
            "- {id: a, title: A, requires: {courses: [c], skills: [{skill: Chairing}]}, holders: [{staff: x, from: 2020-01-01}]}\n"
            "# file: staff.yaml\n- {id: x, name: X, skills: [{skill: Chairing}]}\n"
            "# file: training-records.yaml\n- {staff: x, course: c, completed: 2026-01-01}"
        ),
    )
    for said in ("No skill is wanting.", "Nobody lacks a skill.", "Every holder has the courses"):
        assert said in text
