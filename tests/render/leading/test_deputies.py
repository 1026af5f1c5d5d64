"""Who could deputise, in words."""

from __future__ import annotations

from igreg.analysis.as_of import AsOf
from igreg.analysis.deputising import deputies
from igreg.model.kinds.roles import Role
from igreg.render.leading.deputies import deputies_text
from tests.analysis.registers import register
from tests.pages import moment

REGISTER = """
# file: units.yaml
- {id: north, name: North}
# file: courses.yaml
- {id: ig, title: Data awareness}
- {id: risk-day, title: A day on risk}
# file: skills.yaml
- {id: risk, title: Risk assessment, courses: [risk-day]}
# file: training-records.yaml
- {staff: ann, course: ig, completed: 2026-01-01}
- {staff: ben, course: ig, completed: 2026-01-01}
- {staff: dan, course: ig, completed: 2026-01-01}
# file: roles.yaml
- id: siro
  title: SIRO
  requires: {skills: [{skill: risk assessment, level: 2}], courses: [ig]}
  holders: [{staff: ann, from: 2020-01-01, as: deputy}]
- {id: bare, title: Bare}
# file: staff.yaml
- {id: ann, name: Ann, skills: [{skill: risk, level: 2}]}
- {id: ben, name: Ben, job_title: Nurse, unit: north, hours_per_week: 20, skills: [{skill: risk, level: 3}]}
- {id: cat, name: Cat, skills: [{skill: risk, level: 2}]}
- {id: dan, name: Dan, skills: [{skill: risk, level: 1}]}
"""


def said(role: str, width: int = 60) -> str:
    as_of = AsOf(register(REGISTER), moment("2026-11-22"))
    found = as_of.register.get(Role, role)
    assert found is not None
    return deputies_text(deputies(as_of, found), as_of.register, width)


def test_it_is_said_in_words_that_fold() -> None:
    assert said("siro") == (
        "SIRO asks for Risk assessment at level 2 and the course Data\n"
        "awareness.\n"
        "\n"
        "2 people could deputise:\n"
        "  Ann (ann): hours not known, deputises already\n"
        "  Ben (ben), Nurse, North: 20 hours a week left\n"
        "\n"
        "One thing is missing:\n"
        "  Cat (cat): the course Data awareness; hours not known\n"
        "  Dan (dan): Risk assessment at level 2 (had at level 1,\n"
        "    built by A day on risk); hours not known\n"
    )


def test_a_role_that_asks_for_nothing_tells_nobody_apart() -> None:
    assert said("bare", 100) == (
        "Bare asks for no skills and no courses, so nobody can be told from anybody else.\n"
        "Write what it takes under `requires` of bare.\n"
    )
