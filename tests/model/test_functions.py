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


def test_a_list_in_the_short_form_is_told_where_it_belongs() -> None:
    (fault,) = register(roles="- {id: a, title: A, function: [dpo, siro]}").faults["invalid-value"]
    assert (fault.message, fault.help) == (
        "a list stands where one word of `function` belongs",
        "several stand under `functions:`",
    )
