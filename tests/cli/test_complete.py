"""Completion of ids: what begins so, with titles; silence where there is no register."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from igreg.cli.app import app
from igreg.cli.complete import Completer, among, areas, ids, reviewed

ROOT = Path(__file__).parents[2]
COUNCIL = ROOT / "tests" / "registers" / "council"


def offered(completer: Completer, incomplete: str, **typed: object) -> list[tuple[str, str]]:
    """What the shell would be offered, with some options typed already."""
    context = typer.Context(click.Command("x"))
    context.params.update(typed)
    return completer(context, incomplete)


def test_ids_of_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert ("siro", "Senior Information Risk Owner (SIRO)") in offered(ids("roles"), "si")
    assert all(id.startswith("IGG-") for id, _ in offered(ids("meetings"), "IGG-"))
    assert offered(ids("roles"), "no-such") == []


def test_the_register_named_before_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(ids("staff"), "o-b", register=COUNCIL) == [("o-baines", "Oliver Baines")]


def test_only_open_actions_and_what_can_be_reviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    from igreg.analysis.actions import open_actions
    from igreg.register.read import read
    from igreg.store.read import read_sources

    whole = read(read_sources(ROOT / "register"))
    assert {id for id, _ in offered(ids("actions"), "")} == {action.id for _, _, action in open_actions(whole)}
    found = {id for id, _ in offered(reviewed, "")}
    assert "RSK-02" in found
    assert not {id for id in found if whole.kind_of[id] in ("staff", "meetings", "incidents", "actions")}


def test_words_and_areas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert among("acting", "deputy")("a") == ["acting"]
    assert ("risk", "risk") in offered(areas, "r")


def test_no_register_is_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(ids(), "") == []
    assert offered(areas, "") == []
    assert offered(reviewed, "") == []


TYPED = [
    pytest.param("show h-w", "h-whitcombe", id="any id"),
    pytest.param("due --for h-w", "h-whitcombe", id="people"),
    pytest.param("due --owner dp", "dpo", id="roles"),
    pytest.param("due --area ri", "risk", id="areas"),
    pytest.param("due --by w", "week", id="views"),
    pytest.param("due --format i", "ics", id="formats"),
    pytest.param("leave h-w", "h-whitcombe", id="whoever leaves"),
]


def shell(line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = {"_IGREG_COMPLETE": "complete_bash", "COMP_WORDS": f"igreg {line}", "COMP_CWORD": str(len(line.split()))}
    return CliRunner().invoke(app, [], env=words, prog_name="igreg").output.split()


@pytest.mark.parametrize(("line", "word"), TYPED)
def test_the_shell_completes(monkeypatch: pytest.MonkeyPatch, line: str, word: str) -> None:
    monkeypatch.chdir(ROOT)
    assert word in shell(line)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("leave --register {} o-b", "o-baines"),
        ("review --register {} --by dp", "dpo"),
        ("assign --register {} dp", "dpo"),
    ],
)
def test_a_register_given_as_an_option_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str, word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert word in shell(line.format(COUNCIL.as_posix()))
