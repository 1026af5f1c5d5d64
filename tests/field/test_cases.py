"""Field cases: small registers after published structures and real reports, each with what igreg has to make of them.

A folder is a case: `register/`, and `case.md`, which says in words how things are in that organisation and why the answer is
right, and holds the command lines with what they give. `README.md` says how such a page is written.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import Ran

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("*/case.md"))
_COMMAND = re.compile(r"\$ igreg (.+)")
_EXITS = re.compile(r"\* exits (\d)")
_HOLDS = re.compile(r"\* (gives|gives not|begins with|says|says not) `(.+)`")


@dataclass
class Run:
    """One command line of a case, and what is said of it: an exit code, and what it gives or does not give."""

    words: list[str]
    code: int = 0
    holds: list[tuple[str, str]] = field(default_factory=list)


def runs(page: str) -> list[Run]:
    """The command lines of a page, each with the list of expectations that follows it."""
    out: list[Run] = []
    for line in page.splitlines():
        command, exits, holds = _COMMAND.fullmatch(line.strip()), _EXITS.fullmatch(line), _HOLDS.fullmatch(line)
        if command:
            out.append(Run(shlex.split(command[1])))
        elif exits:
            out[-1].code = int(exits[1])
        elif holds:
            out[-1].holds.append((holds[1], holds[2]))
        else:
            assert not line.strip().startswith(("$", "* ")), f"a line that cannot be read: {line}"
    return out


def flat(text: str) -> str:
    """A text without its line ends and columns."""
    return " ".join(text.split())


def is_so(ran: Ran, how: str, words: str) -> bool:
    """Whether an expectation holds; the mark in front of a file of CSV is no letter of it."""
    match how:
        case "begins with":
            return ran.out.startswith(words.replace("(byte-order mark)", "\ufeff"))
        case "gives" | "gives not":
            return (flat(words) in flat(ran.out)) == (how == "gives")
        case _:
            return (flat(words) in flat(ran.err)) == (how == "says")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, igreg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(case / "register", tmp_path / "register")
    monkeypatch.chdir(tmp_path)
    found = runs((case / "case.md").read_text(encoding="utf-8"))
    assert found and all(run.holds for run in found), "each command says what it gives"
    for run in found:
        ran = igreg(*run.words, columns=240)
        wrong = [f"{how} {words}" for how, words in run.holds if not is_so(ran, how, words)]
        assert (ran.code, wrong) == (run.code, []), f"$ igreg {shlex.join(run.words)}\n{ran.out}{ran.err}"


def test_every_register_has_its_page() -> None:
    assert sorted(path.parent for path in FOLDER.glob("*/register")) == CASES
