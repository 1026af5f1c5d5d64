"""A starter: every template is there, every type of organisation is begun without an error, and twice the same."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from igreg.analysis.as_of import AsOf
from igreg.due.due_list import Choice, due_list
from igreg.facts.needs import needs_of
from igreg.facts.organisation import of_type
from igreg.findings import Severity
from igreg.model.span import Span
from igreg.register.read import read
from igreg.starter.names import Asked
from igreg.starter.starter import Starter, _filled, _missing, starter
from igreg.starter.templates import starter_types, template_names
from igreg.store.templates import read_template
from tests.pages import moment, sources

NOW = moment("2026-11-25")
REGISTER = Path("register").resolve()
TEMPLATES = {name: read_template(REGISTER, name) for name in template_names()}


@cache
def begun(type: str) -> Starter:
    """What Willow Court begins with."""
    return starter(Asked(type, "Willow Court", NOW), TEMPLATES)


def test_templates_are_those_in_the_folder() -> None:
    folder = Path(__file__).parents[2] / "templates" / "starter"
    assert {f"starter/{path.name}" for path in folder.iterdir()} == set(template_names())


@pytest.mark.no_cover
@pytest.mark.parametrize("type", starter_types(TEMPLATES))
def test_a_type_has_the_roles_that_it_needs(type: str) -> None:
    found = begun(type)
    roles = found.files["register/roles.yaml"]
    for need in needs_of(of_type(type)):
        if need.severity is Severity.ERROR:
            assert f"function: {need.function}" in roles
    assert found.steps


@pytest.mark.no_cover
def test_the_same_twice_and_days_from_the_day() -> None:
    asked = Asked("other", "Willow Court", NOW)
    assert starter(asked, TEMPLATES) == starter(asked, TEMPLATES)
    later = starter(Asked("other", "Willow Court", NOW + dt.timedelta(days=365)), TEMPLATES)
    assert "2026-" not in later.files["register/exceptions.yaml"]
    assert "2028-02-25" in later.files["register/exceptions.yaml"], "three months on"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(0, [], id="none is none of the steps"),
        pytest.param(1, ["is to approve the exception, or not; take it out when"], id="one"),
        pytest.param(2, ["is to approve the 2 exceptions, or not; take each out when"], id="several"),
    ],
)
def test_the_step_of_exceptions_says_how_many_they_are(count: int, said: list[str]) -> None:
    asked = Asked("care-provider", "Willow Court", NOW)
    bare = _filled(asked, TEMPLATES, ())
    steps = _filled(asked, TEMPLATES, _missing(asked, bare)[:count]).steps
    found = [step for step in steps if step.startswith("exceptions.yaml")]
    assert len(found) == len(said) and all(words in step for words, step in zip(said, found, strict=True))


def test_a_name_of_signs_is_a_name() -> None:
    name = 'A "quoted": name # {{ 1 }}'
    found = starter(Asked("other", name, NOW), TEMPLATES)
    assert f"name: '{name}'\n" in found.files["register/organisation.yaml"]


@pytest.mark.no_cover
@pytest.mark.parametrize("type", starter_types(TEMPLATES))
def test_every_line_of_the_first_list_has_an_owner_who_is_there(type: str) -> None:
    found = begun(type)
    register = read(sources({name: text.encode() for name, text in found.files.items() if name.endswith(".yaml")}))
    rows = due_list(AsOf(register, NOW), Choice(within=Span(3, "year"))).rows
    assert rows
    assert [row.item.detail for row in rows if row.item.owner not in register.by_id] == []
