"""igreg help, and how help is folded to the terminal."""

from __future__ import annotations

import functools
import os
import re
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


@pytest.mark.parametrize("command", Commands())
def test_what_differs_is_explained_differently(command: str) -> None:
    told = [one.help for one in Commands()[command].params]
    assert len(set(told)) == len(told)


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
        pytest.param("policies", "is a kind of record, not a command", "igreg help add policies", id="a kind"),
        pytest.param("incident", "is a kind of record, not a command", "igreg help add incidents", id="one of a kind"),
    ],
)
def test_a_word_that_is_no_command_is_led_on(igreg: Igreg, word: str, says: str, hint: str) -> None:
    asked = igreg("help", word)
    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err
    assert hint in asked.err


@pytest.mark.parametrize("words", [("add", "incident"), ("new", "incidents"), ("add", "Incidents")])
def test_with_a_kind_it_tells_the_fields(igreg: Igreg, words: tuple[str, str]) -> None:
    asked = igreg("help", *words, columns=120)
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.startswith(igreg("help", words[0], columns=120).out)
    fields = asked.out.partition("Fields of an incident (incidents.yaml):\n")[2]
    named = [line.split()[0] for line in fields.splitlines() if not line.startswith("   ")]
    assert named[:4] == ["id", "title", "aware", "occurred"]
    assert named[-3:] == ["notes", "tags", "extra"]
    assert fields.count("[required]") == fields.partition("\n  occurred ")[0].count("[required]") == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(("add", "zzz"), "there is no kind 'zzz'", id="no kind"),
        pytest.param(("add", "incidnt"), "did you mean 'incidents'?", id="mistyped"),
        pytest.param(("due", "incident"), "'incident' is no part of due", id="a command about no kind"),
    ],
)
def test_a_second_word_that_means_nothing_is_led_on(igreg: Igreg, words: tuple[str, str], says: str) -> None:
    asked = igreg("help", *words)
    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", ["", *Commands()])
def test_help_is_folded_and_never_cut(width: int, command: str) -> None:
    told = _help(command, width)
    assert max(len(line) for line in told.splitlines()) <= width
    words = set(told.split())
    assert [word for word in _help(command, 500).split() if word not in words and ";" not in word] == []


@functools.cache
def _help(command: str, width: int) -> str:
    """The help of a command, or of them all, on a terminal of so many columns."""
    return CliRunner().invoke(app, [*([command] if command else ()), "--help"], terminal_width=width).stdout


@pytest.mark.parametrize(
    ("width", "words"),
    [(60, ()), (80, ("due", "-h")), (120, ("help", "due")), (80, ())],
    ids=["none-60", "-h-80", "help-120", "none-80"],
)
def test_help_fits_the_terminal(width: int, words: tuple[str, ...]) -> None:
    """In a process of its own, which learns of the width as users' do; each width and each way once."""
    environment = {**os.environ, "COLUMNS": str(width)}
    ran = subprocess.run(
        [sys.executable, "-m", "igreg", *words], capture_output=True, text=True, check=False, env=environment
    )
    longest = max(len(line) for line in (ran.stdout or ran.stderr).splitlines())
    assert width - 35 < longest <= width


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("command", Commands())
def test_help_of_every_command_fits_and_speaks_no_programmer_s_words(command: str, width: int) -> None:
    text = CliRunner().invoke(app, [command, "--help"], terminal_width=width, prog_name="igreg").output
    assert max(map(len, text.splitlines())) <= width
    assert not re.search(r"<[a-z]|x[<>]=|\[\[|\d\.0[;\]]|[{}]|\(s\)|\bNone\b", text), text
