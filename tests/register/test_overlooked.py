"""Files that nobody reads because of their name: of which kind they were meant to be, and what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.register.overlooked import Overlooked, copy_of, overlooked
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.rules.fields.starter_text import BODIES


def found(*names: str) -> list[Overlooked]:
    return list(overlooked(Sources({}, names=tuple(f"register/{name}" for name in names))))


@pytest.mark.parametrize(
    ("name", "kind", "sort"),
    [
        ("staff.yaml.txt", "staff", "name"),
        ("staff.YAML", "staff", "name"),
        ("staff.txt", "staff", "name"),
        ("staff", "staff", "name"),
        ("staff.csv", "staff", "table"),
        ("Staff.xlsx", "staff", "table"),
        ("staff.yaml~", "staff", "copy"),
        ("staff.yml.bak", "staff", "copy"),
        ("Copy of roles.yaml", "roles", "copy"),
        ("roles - Copy.yaml", "roles", "copy"),
        ("roles - Copy (2).yaml", "roles", "copy"),
        ("roles (1).yaml", "roles", "copy"),
        ("roles_old.yaml", "roles", "copy"),
        ("roles.bak.yaml", "roles", "copy"),
        ("roles (1).yaml.txt", "roles", "copy"),
        ("training records.csv", "training-records", "table"),
        ("policies/POL-001.yaml.txt", "policies", "name"),
        ("policies/paper.docx", "policies", "other"),
        ("notes.txt", None, "other"),
        ("people.yaml.txt", None, "name"),
    ],
)
def test_what_a_name_was_meant_to_be(name: str, kind: str | None, sort: str) -> None:
    (one,) = found(name)
    assert (one.kind, one.sort, one.alone) == (kind, sort, kind is not None)


@pytest.mark.parametrize(
    "name",
    ["README.md", "policies/readme.txt", "logo.PNG", "_old.yaml.txt", ".staff.yaml.swp", "_x/staff.csv", "roles.yml"],
)
def test_what_is_passed_over_in_silence(name: str) -> None:
    assert found(name) == []


def test_what_is_passed_over_hides_nothing_behind_it() -> None:
    told = found("README.md", "logo.png", "staff.csv", "_old.yaml.txt", "zones.csv")
    assert [one.file for one in told] == ["register/staff.csv", "register/zones.csv"]


def test_a_kind_that_has_another_file_is_not_missing() -> None:
    assert [one.alone for one in found("staff.csv", "staff/a.yaml", "roles.yaml.txt")] == [True, False]


@pytest.mark.parametrize(
    "name", ["roles.yaml", "polices.yaml", "old.yaml", "roles-and-people.yaml", "roles/roles (1).yaml"]
)
def test_what_is_no_copy(name: str) -> None:
    assert copy_of(name) is None


def test_a_kind_that_is_missing_whole_is_told_with_the_files_that_were_not_read() -> None:
    texts = {"register/organisation.yaml": "name: X\ntype: other\n"}
    names = (*texts, "register/staff.yaml.txt", "register/notes.txt")
    assert read(Sources(texts, names=names)).unread == ("register/staff.yaml.txt",)


def test_bodies_of_starters_are_those_that_the_rule_knows() -> None:
    """All but those of which there is one only."""
    written = (Path(__file__).parents[2] / "templates/starter/types.yaml").read_text(encoding="utf-8")
    assert all(f"name: {name}," in written for name in BODIES)
