"""Whatever a user can type or write is documented, and every command has tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from igreg.cli.app import Commands
from igreg.cli.options import SHARED
from igreg.model.kinds import KINDS
from igreg.rules._rule import catalogue

ROOT = Path(__file__).parents[1]
ACTING = "test_acting.py"
"""Tests of commands that write; they share a register."""


def section(page: str, heading: str) -> str:
    """What stands under a heading of a page, up to the next one of the same rank."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def options(command: str) -> list[str]:
    """Every option of a command, as it is typed."""
    parameters = Commands()[command].params
    return [word for one in parameters for word in (*one.opts, *one.secondary_opts) if word.startswith("-")]


@pytest.mark.parametrize("command", Commands())
def test_every_command_is_documented(command: str) -> None:
    assert section("commands.md", f"igreg {command}")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^  {command} +\S", readme, re.MULTILINE)


@pytest.mark.parametrize("command", Commands())
def test_every_option_is_documented_and_explained(command: str) -> None:
    page = section("commands.md", f"igreg {command}")
    shown = {
        word: re.search(rf"^  .*?(?<![\w-]){re.escape(word)}(?![\w-]).*\S", page, re.MULTILINE)
        for word in options(command)
    }
    assert [word for word, found in shown.items() if found is None] == []


@pytest.mark.parametrize("command", Commands())
def test_every_parameter_says_what_it_is(command: str) -> None:
    assert not [one.name for one in Commands()[command].params if not one.help]


@pytest.mark.parametrize("command", Commands())
def test_every_command_has_tests(command: str) -> None:
    """A file of its own; those that write records may stand in the tests of acting, where they are run."""
    folder = ROOT / "tests" / "cli"
    own = folder / f"test_{command.replace('-', '_')}.py"
    writes = "dry_run" in {one.name for one in Commands()[command].params}
    file = folder / ACTING if writes and not own.exists() else own
    assert file.exists(), f"{command} has no tests/cli/{own.name}"
    assert re.search(rf"""["']{command}["']""", file.read_text(encoding="utf-8")), f"{file.name} never runs {command}"


@pytest.mark.parametrize("command", Commands())
def test_shared_options_mean_the_same_everywhere(command: str) -> None:
    """Every command has `-q`, `-v` and `--no-color`; whatever else is shared is explained alike."""
    shared = {name: annotation.__metadata__[0].help for name, (annotation, _) in SHARED.items()}
    shared["register"] = {shared["register"], shared.pop("folder")}
    own = {one.name: one.help for one in Commands()[command].params}
    assert own.keys() >= {"quiet", "verbose", "no_color"}
    assert all(own[name] == said or own[name] in said for name, said in shared.items() if name in own)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_documented(kind: str) -> None:
    page = section("format.md", kind)
    assert "| Field | Form | Meaning |" in page


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: object) -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert f"| {rule.code} | [{rule.name}](" in text  # type: ignore[attr-defined]
