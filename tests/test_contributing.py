"""What CONTRIBUTING says can be followed as it stands: its files are there, its example runs, and a code that it takes is free."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from igreg.errors import IgregError
from igreg.rules._rule import FAMILIES, catalogue
from tests.cli import test_every_command_unread as unread
from tests.conftest import Write
from tools.new_rule import free_code

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MADE_BY_WHO_READS_IT = re.compile(r"my[-_]|holder|<|complaints")


def paths() -> list[str]:
    """The files and folders that it names, but for those that are to be written."""
    named = set(re.findall(r"`([a-z_]+(?:/[a-z_.\-]+)+/?)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)))
    return sorted(name for name in named if not MADE_BY_WHO_READS_IT.search(name))


@pytest.mark.parametrize("name", paths())
def test_what_it_names_is_there(name: str) -> None:
    places = (ROOT, ROOT / "src" / "igreg", ROOT / "src" / "igreg" / "report")
    assert any((place / name).exists() for place in places)


def test_the_targets_that_it_names_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", TEXT))
    assert named and all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in named)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_code_that_is_free_is_in_its_family_and_of_no_rule(family: str) -> None:
    code = free_code(family)
    assert re.fullmatch(rf"IG{FAMILIES.index(family)}\d\d", code)
    assert code not in {rule.code for rule in catalogue()}


def holder() -> str:
    """The command of its example as a file, word for word below what the page says stands above it."""
    block = re.search(r"```python\n(.*?)```", TEXT[TEXT.index("## Add a command") :], re.DOTALL)
    assert block is not None
    return f'"""igreg holder."""\n\nfrom __future__ import annotations\n\n{textwrap.dedent(block[1]).rstrip(" ")}'


@pytest.fixture
def example() -> typer.Typer:
    """A command line that has the command of its example alone."""
    made: dict[str, Any] = {}
    exec(compile(holder(), "holder.py", "exec"), made)
    app = typer.Typer(add_completion=False)
    app.command()(made["holder"])
    return app


def test_the_command_of_its_example_runs(example: typer.Typer, write: Write) -> None:
    folder = write(
        {
            "roles.yaml": "- {id: siro, title: SIRO, holders: [{staff: a-lee, from: 2020-01-01}]}\n",
            "staff.yaml": "- {id: a-lee, name: Ann Lee}\n",
        }
    )
    assert CliRunner().invoke(example, ["siro", str(folder), "--today", "2026-11-24"]).stdout == "Ann Lee\n"


REFUSED = [
    pytest.param("- {id: siro, title: SIRO}\n", "there is no role 'sirro'", "did you mean 'siro'?", id="one is near"),
    pytest.param("[]\n", "there is no role 'sirro'", "there is none yet", id="there is no role"),
    pytest.param(
        unread.BROKEN["no YAML"],
        "'sirro' was not found, but register/roles.yaml could not be read in full and may hold it",
        "mend the file first: `igreg check` says what is wrong with it",
        id="a file that cannot be read",
    ),
]


@pytest.mark.parametrize(("roles", "sentence", "hint"), REFUSED)
def test_it_refuses_what_it_does_not_find(
    example: typer.Typer, write: Write, roles: str, sentence: str, hint: str
) -> None:
    error = CliRunner().invoke(example, ["sirro", str(write({"roles.yaml": roles}))]).exception
    assert isinstance(error, IgregError)
    assert (error.sentence.removeprefix("ROLE: "), error.hint) == (sentence, hint)


@pytest.mark.parametrize("words", [("check",), ("format", "--check")], ids=" ".join)
def test_its_style_is_right_as_it_stands(words: tuple[str, ...]) -> None:
    run = [sys.executable, "-m", "ruff", *words, "--stdin-filename", "src/igreg/cli/holder.py", "-"]
    ran = subprocess.run(run, cwd=ROOT, input=holder(), capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
