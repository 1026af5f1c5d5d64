"""The framework of skills: of the format, and of functions and areas that there are."""

from __future__ import annotations

from typing import get_args

from igreg.facts.skills import Competence
from igreg.facts.tables import table
from igreg.model.kinds.roles import Function
from igreg.model.kinds.skills import LeadingSkill
from igreg.model.values import AREAS
from igreg.register.read import read
from tests.pages import sources

ROWS = table(Competence)


def test_each_can_be_a_record_of_a_register() -> None:
    groups = {word for part in get_args(LeadingSkill.model_fields["group"].annotation) for word in get_args(part)}
    assert {row.group for row in ROWS.values()} <= groups
    texts = [
        f"- {{id: {row.key}, title: {row.title!r}, group: {row.group}, areas: {list(row.areas)}, levels: {list(row.levels)!r}}}\n"
        for row in ROWS.values()
    ]
    files = {"register/organisation.yaml": b"name: E\ntype: other\n", "register/skills.yaml": "".join(texts).encode()}
    register = read(sources(files))
    assert not any(register.faults.values())
    assert [skill.id for skill in register.of(LeadingSkill)] == list(ROWS)


def test_each_is_about_areas_and_asked_of_functions_that_there_are() -> None:
    assert {area for row in ROWS.values() for area in row.areas} <= set(AREAS)
    assert {function for row in ROWS.values() for function in row.asked_of} <= set(get_args(Function))


def test_each_lead_of_an_area_is_asked_for_something_at_the_highest_level() -> None:
    at_three = {function for row in ROWS.values() for function, level in row.asked_of.items() if level == 3}
    assert at_three >= {"ig-lead", "siro", "caldicott-guardian", "dpo", "security-lead", "chief-executive"}


def test_it_is_said_in_words() -> None:
    assert ROWS["third-sector"].in_words.startswith("Partnership with charities and community groups. 1: Knows who")
    assert ROWS["security-of-information"].in_words.endswith("Usually asked of: security-lead 3, ig-lead 1, siro 1")


def test_what_no_source_is_known_for_is_of_low_confidence() -> None:
    assert {row.confidence for row in ROWS.values() if row.rests_on == "practice"} == {"low"}
