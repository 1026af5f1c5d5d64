"""igreg help, and how help is folded to the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from igreg.cli.app import Commands, app
from tests.conftest import Ran

Igreg = Callable[..., Ran]
WIDTHS = (60, 80, 120)


@pytest.mark.parametrize("command", Commands())
def test_it_prints_what_the_option_prints(igreg: Igreg, command: str) -> None:
    asked = igreg("help", command)
    assert (asked.code, asked.err) == (0, "")
    assert asked.out == igreg(command, "--help").out.replace("root ", "")
    assert asked.out.split("\n")[0].split()[2] == command


def test_without_a_command_it_lists_them_all(igreg: Igreg) -> None:
    asked = igreg("help")
    assert asked.code == 0
    assert asked.out == igreg("--help").out


@pytest.mark.parametrize(
    ("word", "says", "hint"),
    [
        pytest.param("chek", "there is no command 'chek'", "did you mean 'check'?", id="mistyped"),
        pytest.param("zzz", "there is no command 'zzz'", "one of: init, check", id="unlike any"),
        pytest.param("area-without-lead", "is a rule, not a command", "igreg explain area-without-lead", id="a rule"),
        pytest.param("ig201", "is a rule, not a command", "igreg explain area-without-lead", id="a code"),
        pytest.param("policies", "is a kind of record, not a command", "igreg new policies --dry-run", id="a kind"),
    ],
)
def test_a_word_that_is_no_command_is_led_on(igreg: Igreg, word: str, says: str, hint: str) -> None:
    asked = igreg("help", word)
    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err
    assert hint in asked.err


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", ["", *Commands()])
def test_help_is_folded_and_never_cut(width: int, command: str) -> None:
    def help(width: int) -> str:
        return CliRunner().invoke(app, [*([command] if command else ()), "--help"], terminal_width=width).stdout

    told = help(width)
    assert max(len(line) for line in told.splitlines()) <= width
    cut = [word for word in help(500).split() if word not in told.split() and ">=" not in word and ";" not in word]
    assert cut == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("words", [(), ("due", "-h"), ("help", "due")], ids=["none", "-h", "help"])
def test_help_fits_the_terminal(width: int, words: tuple[str, ...]) -> None:
    environment = {**os.environ, "COLUMNS": str(width)}
    ran = subprocess.run(
        [sys.executable, "-m", "igreg", *words], capture_output=True, text=True, check=False, env=environment
    )
    longest = max(len(line) for line in (ran.stdout or ran.stderr).splitlines())
    assert width - 35 < longest <= width
