"""The name of a file is text too: control characters and line breaks in it reach no terminal, log or page as they are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_every_command_unread import FILES, READS, WRITES, run
from tests.conftest import Ran, Write

ODD = "x\x1b[31m\n<img src=x onerror=alert(1)>_risk.yaml"
COMMANDS = {command: words for command, words in (READS | WRITES).items() if command not in ("diff", "log", "blame")}
OTHERS = {"check": (), "fix": ("--dry-run",)}
ASKS_NO_RISKS = {"chart", "who", "timeline"}
FORMATS = {
    "check": ("text", "concise", "github", "gitlab", "junit", "sarif", "markdown", "json"),
    "due": ("table", "markdown", "html", "json"),
    "status": ("markdown", "html", "json"),
    "breach": ("markdown", "html", "json"),
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no file of Windows has such a name")


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register with a file of risks that is no YAML and has an odd name."""
    found = write(FILES)
    monkeypatch.chdir(found.parent)
    (found / "risks").mkdir()
    (found / "risks" / ODD).write_text("- {id: [\n", encoding="utf-8")
    return found


def is_text(ran: Ran) -> bool:
    """Whether what was printed holds no control character, and no line begins in the name."""
    shown = ran.out + ran.err
    return not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", shown) and not re.search(r"^<img", shown, re.MULTILINE)


@pytest.mark.parametrize("command", [*COMMANDS, *OTHERS])
def test_no_command_obeys_it(folder: Path, igreg: Callable[..., Ran], command: str) -> None:
    ran = run(igreg, folder, command, (COMMANDS | OTHERS)[command])
    assert is_text(ran), repr(ran)
    assert command in ASKS_NO_RISKS or "x\\x1b[31m" in ran.out + ran.err


@pytest.mark.parametrize(("command", "format"), [(command, one) for command, all in FORMATS.items() for one in all])
def test_no_format_obeys_it(folder: Path, igreg: Callable[..., Ran], command: str, format: str) -> None:
    ran = run(igreg, folder, command, (*(COMMANDS | OTHERS)[command], "--format", format))
    assert is_text(ran), repr(ran)
    as_code = command == "check"  # whose table shows it between backticks
    assert format not in ("html", "markdown") or as_code or not re.search(r"(?<!\\)<img", ran.out), ran.out
