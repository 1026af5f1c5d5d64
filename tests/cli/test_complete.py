"""Completion of ids: what begins so, with titles; silence where there is no register."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from igreg.cli.app import app
from igreg.cli.complete import Completer, among, areas, ids, items, packs, returns, reviewed
from tests.assess.returns import ANSWERED, Write

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
    pytest.param("explain no-dep", "no-deputy", id="rules by name"),
    pytest.param("explain IG10", "IG106", id="rules by code"),
    pytest.param("due --kind trai", "training-records", id="kinds of record"),
    pytest.param("due --kind dspt", "dspt-deadline", id="kinds of date"),
    pytest.param("due --unit dig", "digital-services", id="units"),
    pytest.param("chart str", "structure", id="charts"),
    pytest.param("chart --format pd", "pdf", id="formats of charts"),
    pytest.param("chart --drill incident --without h-w", "h-whitcombe", id="who is away"),
    pytest.param("chart --unit dig", "digital-services", id="units of a chart"),
    pytest.param("chart --area cal", "caldicott", id="areas of a chart"),
    pytest.param("chart --drill i", "incident", id="drills"),
    pytest.param("init --type gp", "gp-practice", id="types of a starter"),
    pytest.param("breach INC", "INC-2026-11", id="incidents"),
    pytest.param("facts limits.ag", "limits.agenda", id="rows of the facts"),
    pytest.param("facts --nation w", "wales", id="nations"),
    pytest.param("schema pol", "policies", id="schemas"),
    pytest.param("rules --for gp", "gp-practice", id="types of organisation"),
    pytest.param("rules --format mar", "markdown", id="formats of the rules"),
    pytest.param("check --select IG20", "IG201", id="rules to select"),
    pytest.param("check --fail-on w", "warning", id="severities"),
    pytest.param("check --format sa", "sarif", id="formats of findings"),
    pytest.param("show h-w", "h-whitcombe", id="any id"),
    pytest.param("due --for h-w", "h-whitcombe", id="people"),
    pytest.param("due --owner dp", "dpo", id="roles"),
    pytest.param("due --area ri", "risk", id="areas"),
    pytest.param("due --by w", "week", id="views"),
    pytest.param("due --format i", "ics", id="formats"),
    pytest.param("leave h-w", "h-whitcombe", id="whoever leaves"),
    pytest.param("add inc", "incidents", id="kinds to add"),
    pytest.param("add incident --set near", "near_miss=", id="fields of a kind"),
    pytest.param("add incident --set title=A --format j", "json", id="formats of a plan"),
    pytest.param("report boa", "board", id="reports"),
    pytest.param("report board --area ri", "risk", id="areas of a report"),
    pytest.param("chart --paper au", "auto", id="papers"),
    pytest.param("import staff x.csv --missing e", "end", id="what is missing"),
    pytest.param("plan-meeting ig", "ig-group", id="groups"),
]


def shell(line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    count = len(line.split()) + line.endswith(" ")
    words = {"_IGREG_COMPLETE": "complete_bash", "COMP_WORDS": f"igreg {line}", "COMP_CWORD": str(count)}
    return CliRunner().invoke(app, [], env=words, prog_name="igreg").output.split()


def zsh(line: str) -> list[str]:
    """What zsh is offered: it evaluates a call of `_arguments` with words and their meanings."""
    words = {"_IGREG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"igreg {line}"}
    said = CliRunner().invoke(app, [], env=words, prog_name="igreg").output
    return re.findall(r'^(?:_arguments \'\*: :\(\()?"([^"]*)"', said, re.MULTILINE)


def fish(line: str) -> list[str]:
    """What fish is offered, a word and its meaning on a line; before that it asks whether there are words at all."""
    words = {"_IGREG_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": f"igreg {line}"}
    asked = CliRunner().invoke(app, [], env={**words, "_TYPER_COMPLETE_FISH_ACTION": "is-args"}, prog_name="igreg")
    said = CliRunner().invoke(app, [], env={**words, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}, prog_name="igreg")
    found = [line.split("\t")[0] for line in said.output.splitlines()]
    assert asked.exit_code == (0 if found else 1)
    return found


@pytest.mark.parametrize(("line", "word"), TYPED)
def test_the_shell_completes(monkeypatch: pytest.MonkeyPatch, line: str, word: str) -> None:
    monkeypatch.chdir(ROOT)
    assert word in shell(line)
    assert word in zsh(line)
    assert word in fish(line)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_itself_completes(tmp_path: Path) -> None:
    """The script that is installed, in bash: what the tab key leaves in COMPREPLY."""
    script = CliRunner().invoke(app, [], env={"_IGREG_COMPLETE": "source_bash"}, prog_name="igreg").output
    (tmp_path / "igreg").write_text(f"#!{sys.executable}\nfrom igreg.cli.app import main\nmain()\n", encoding="utf-8")
    (tmp_path / "igreg").chmod(0o755)
    asked = (
        'COMP_WORDS=(igreg show si); COMP_CWORD=2; _igreg_completion "$PWD/igreg"; echo "${COMPREPLY[@]}"; complete -p'
    )
    ran = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\n{asked.replace('$PWD', tmp_path.as_posix())}"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert "siro" in ran.stdout.splitlines()[0].split(), ran
    assert "_igreg_completion igreg" in ran.stdout


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


def test_packs_returns_and_their_items(write: Write) -> None:
    """One's own packs too; items are those of the return that was typed, else of the only open one."""
    folder = write(ANSWERED)
    assert [id for id, _ in offered(packs, "o", register=folder)] == ["olds", "ours"]
    assert ("dspt-v8", "") in offered(packs, "", register=folder / "no-such")
    assert next(id for id, _ in offered(returns, "", register=folder)) == "ret"
    assert {"ours", "dspt-v8"} <= {id for id, _ in offered(returns, "", register=folder)}
    assert offered(items, "1.1", register=folder, assessment="ret") == [
        ("1.1", "Who answers for information"),
        ("1.10", "Letter"),
    ]
    assert offered(items, "1.1", register=folder) == offered(items, "1.1", register=folder, assessment="ret")
    assert offered(items, "8", register=folder, what="olds") == [("8.8", "Fax machines")]
    assert offered(items, "", register=folder, what="no-such") == []


def test_days_begin_with_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever takes a day offers today, as it is written; so does `--today`."""
    monkeypatch.chdir(ROOT)
    today = dt.datetime.now().astimezone().date()
    for line in ("assign dpo x --from 20", "review x --on 20", "who siro --on 20", "check --today 20"):
        offered_days = {dt.date.fromisoformat(word) for word in shell(line)}
        assert any(abs((day - today).days) <= 1 for day in offered_days), line
    assert shell("assign dpo x --from 19") == []
