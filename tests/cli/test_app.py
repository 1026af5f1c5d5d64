"""The program around the commands: how they are found, and what a fault of igreg's own ends in."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from igreg.cli.app import FIRST, NO_COMMANDS, Commands, app
from tests.conftest import Ran, Write

ROOT = Path(__file__).parents[2]

BROKEN = """
import sys, igreg.cli.app as app, igreg.render.record.text as text
def broken(*_): raise ValueError("no such thing")
text.record_text = broken
sys.argv = ["igreg", *sys.argv[1:]]
app.main()
"""


FILES = {
    "roles.yaml": "- {id: dpo, title: Data Protection Officer}\n",
    "policies.yaml": "- {id: POL-01, title: Records, owner: dpo, review: {every: 1 year, last: 2026-01-01}}\n",
}


def test_every_file_that_is_no_tool_is_a_command() -> None:
    commands = Commands()
    assert set(FIRST) <= set(commands)
    for name in commands:
        assert commands[name].name == name
        assert commands[name].help, name
    assert all((ROOT / "src" / "igreg" / "cli" / f"{name}.py").is_file() for name in NO_COMMANDS)


def test_the_help_lists_known_commands_in_their_order_and_others_after_them() -> None:
    assert list(Commands())[: len(FIRST)] == list(FIRST)
    assert list(Commands())[len(FIRST) :] == sorted(list(Commands())[len(FIRST) :])


def test_a_command_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys; sys.argv = ['igreg', 'explain', 'IG201']\n"
        "from igreg.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([n for n in ('check', 'due', 'chart', 'show') if f'igreg.cli.{n}' in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "traceback"),
    [
        pytest.param(("-v",), True, id="-v"),
        pytest.param(("--verbose",), True, id="--verbose"),
        pytest.param((), False, id="neither"),
    ],
)
def test_a_fault_of_our_own_ends_in_one_line(write: Write, words: tuple[str, ...], traceback: bool) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BROKEN, "show", "dpo", write(FILES), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 4
    *before, last = ran.stderr.splitlines()
    assert last.startswith("igreg: a fault of igreg's own (ValueError: no such thing); please report it")
    assert (before[:1] == ["Traceback (most recent call last):"]) is traceback
    assert bool(before) is traceback


def test_a_text_that_looks_like_the_option_is_not_the_option(write: Write) -> None:
    """`--note -v` writes a note; it does not ask for a traceback."""
    broken = BROKEN.replace("render.record.text", "changes.review").replace("record_text", "review")
    given = ("review", "POL-01", "--outcome", "unchanged", "--by", "dpo", "--note", "-v", "--dry-run")
    command = [sys.executable, "-c", broken, *given, "--register", write(FILES)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 4
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        (("assign", "dpo", "x"), "--from is missing", "--from DATE (the first day, such as 2026-03-31): igreg help assign says more"),
        (("assign",), "ROLE is missing", "ROLE (the role: id, title or function): igreg help assign says more"),
        (("import", "staff"), "FILE is missing", "FILE (CSV, TSV, XLSX or ODS; - for CSV on standard input): igreg help import says more"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_asked_for_with_what_it_means(
    igreg: Callable[..., Ran], typed: tuple[str, ...], sentence: str, hint: str
) -> None:
    ran = igreg(*typed)
    assert (ran.code, ran.err) == (2, f"igreg: {sentence}\nhelp: {hint}\n")


def test_the_list_of_commands_says_one_short_thing_of_each() -> None:
    listed = CliRunner().invoke(app, ["--help"], terminal_width=100).output.partition("Commands:\n")[2]
    assert re.findall(r"^  assign +(.*)", listed, re.MULTILINE) == ["Give a role to somebody."]
    assert len(listed.splitlines()) < 1.5 * len(Commands())


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        (["due", "\u2013\u2013within", "2 weeks"], "'\u2013\u2013within' begins with a dash of a word processor, where two hyphens belong", "type: --within"),
        (["due", "\u2014within=2 weeks"], "'\u2014within=2 weeks' begins with a dash of a word processor, where two hyphens belong", "type: --within"),
        (["due", "-within", "2 weeks"], "'-within' begins with one hyphen, where two hyphens belong", "type: --within"),
        (["due", "--within", "2", "weeks"], "2 weeks is read as two words", 'put it in quotes: "2 weeks"'),
        (["due", "/?"], "/? is not how help is asked for here", "type: igreg help due"),
        (["assign", "siro", "\u2018Nadia", "Rahman\u2019"], "\u2018 is a quotation mark of a word processor, and holds no words together here", 'type straight ones: "Nadia Rahman"'),
        (["due", "--withn", "3"], "due has no option --withn", "did you mean '--within'?"),
        (["due", "a", "b"], "'b' is more than due takes", 'words that belong together go in quotes, such as "2 weeks": igreg help due says what it takes'),
        (["due", "--within"], "nothing stands behind --within", "write its value there: igreg help due says which"),
        (["chart", "--dpi", "x"], "--dpi takes a whole number", "igreg help chart says more"),
    ],
)  # fmt: skip
def test_slips_at_the_prompt_are_told_with_what_to_type(
    igreg: Callable[..., Ran], typed: list[str], sentence: str, hint: str
) -> None:
    ran = igreg(*typed)
    assert (ran.code, ran.err) == (2, f"igreg: {sentence}\nhelp: {hint}\n")


def test_a_folder_too_many_is_taken_for_the_register(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "our register").mkdir()
    folder = f"{tmp_path}/our register"
    ran = igreg("import", "staff", "people.csv", folder)
    assert ran.code == 2
    assert (
        ran.err
        == f'igreg: {folder!r} is more than import takes\nhelp: for the register in that folder type: --register "{folder}"\n'
    )


def test_such_signs_are_text_where_they_are_no_slips(igreg: Callable[..., Ran]) -> None:
    for words in (["\u201cno-such\u201d"], ["--", "\u2013\u2013within"], ["\u2013 a note"]):
        assert "no record has the id" in igreg("show", *words).err
