"""The standard functions of a role: two fields, one list."""

from __future__ import annotations

import pytest

from igreg.model.kinds.roles import Role
from tests.analysis.registers import register


@pytest.mark.parametrize(
    ("fields", "functions"),
    [
        pytest.param("", (), id="none"),
        pytest.param("function: dpo", ("dpo",), id="the short form"),
        pytest.param("functions: [dpo, siro]", ("dpo", "siro"), id="the list"),
        pytest.param("function: siro, functions: [dpo, siro, dpo]", ("siro", "dpo"), id="both, each once"),
    ],
)
def test_both_fields_are_one_list(fields: str, functions: tuple[str, ...]) -> None:
    made = register(roles=f"- {{id: a, title: A, {fields}}}")
    (role,) = made.of(Role)
    assert role.all_functions == functions
    assert made.faults.get("invalid-value", []) == []


@pytest.mark.parametrize(
    ("given", "form"),
    [
        pytest.param("[dpo, siro]", "functions: [dpo, siro]", id="words of the list"),
        pytest.param("[dpo]", "functions: [dpo]", id="one"),
        pytest.param("[dpo, sirro]", "functions: [..]", id="one that is none"),
        pytest.param("[dpo, [siro]]", "functions: [..]", id="a list in it"),
        pytest.param("[dpo, {siro: 1}]", "functions: [..]", id="a mapping in it"),
    ],
)
def test_a_list_in_the_short_form_is_told_where_it_belongs(given: str, form: str) -> None:
    (fault,) = register(roles=f"- {{id: a, title: A, function: {given}}}").faults["invalid-value"]
    assert (fault.message, fault.help) == (
        "a list stands where one word of `function` belongs",
        f"write `{form}`; `function` is short for one",
    )
