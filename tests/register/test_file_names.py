"""Where a file sits says what it holds."""

from __future__ import annotations

import pytest

from igreg.register.file_names import kind_in_name

CASES = [
    pytest.param("roles.yaml", "roles", None, id="a file of a kind"),
    pytest.param("roles.yml", "roles", None, id="the other ending"),
    pytest.param("roles/a.yaml", "roles", None, id="a folder of a kind"),
    pytest.param("roles/a/b.yaml", "roles", None, id="deeper in it"),
    pytest.param("organisation.yaml", "organisation", None, id="the organisation"),
    pytest.param("organisation/a.yaml", None, "organisation", id="the organisation is no folder"),
    pytest.param("rolls.yaml", None, "rolls.yaml", id="a file of no kind"),
    pytest.param("roles.old.yaml", None, "roles.old.yaml", id="a file of a longer name"),
    pytest.param("rolls/roles.yaml", None, "rolls", id="a folder of no kind"),
]


@pytest.mark.parametrize(("below", "kind", "unknown"), CASES)
def test_names(below: str, kind: str | None, unknown: str | None) -> None:
    assert kind_in_name(below) == (kind, unknown)


@pytest.mark.parametrize(
    "below",
    [
        "roles.txt",
        "README.md",
        ".roles.yaml",
        "_roles.yaml",
        "_old/roles.yaml",
        "roles/.a.yaml",
        "roles/_a.yaml",
        "roles/_a/b.yaml",
    ],
)
def test_what_is_passed_over(below: str) -> None:
    assert kind_in_name(below) is None
