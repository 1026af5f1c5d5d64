"""Whatever igreg, its pages and its templates tell somebody to type is a command that there is, with options that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from igreg.cli.app import Commands

ROOT = Path(__file__).parents[1]
_TYPED = re.compile(
    r"(?<![\w/])`(?:\$ )?igreg ([a-z][a-z-]*)((?: [^`\n]*)?)`"
    r"|(?:type|example|try|all|see|lists them): igreg ([a-z][a-z-]*)((?: [^\n\"]*)?)"
    r"|^\$ igreg ([a-z][a-z-]*)((?: .*)?)$",
    re.MULTILINE,
)
_OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")
ALWAYS = {"-h", "--help"}


def texts() -> Iterator[Path]:
    """Every text in which somebody may read what to type."""
    for folder, ends in (("src/igreg", "*.py"), ("src/igreg", "*.md"), ("templates", "*"), ("docs", "*.md")):
        yield from sorted(path for path in (ROOT / folder).rglob(ends) if path.is_file() and path.suffix != ".docx")
    yield from ROOT.glob("*.md")


def told(text: str) -> Iterator[tuple[str, str]]:
    """Each command that a text tells somebody to type, with the words behind it."""
    for found in _TYPED.finditer(text):
        command, words = next((found[at], found[at + 1]) for at in (1, 3, 5) if found[at])
        yield command, words


def wrong(command: str, words: str) -> str | None:
    """What is wrong with a line that somebody is told to type."""
    if command not in Commands():
        return f"there is no command {command!r}"
    known = {word for one in Commands()[command].params for word in (*one.opts, *one.secondary_opts)} | ALWAYS
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "", words).partition(" | ")[0]
    return next((f"{command} has no option {one}" for one in _OPTION.findall(bare) if one not in known), None)


def test_what_is_told_to_be_typed_is_a_command() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}: igreg {command}{words}": what
        for path in texts()
        for command, words in told(path.read_text(encoding="utf-8"))
        if (what := wrong(command, words))
    }
    assert found == {}


def test_a_line_that_is_none_is_found() -> None:
    assert dict(told("`igreg chek`, type: igreg due --withn 3\n$ igreg show x")) == {
        "chek": "", "due": " --withn 3", "show": " x",
    }  # fmt: skip
    assert wrong("chek", "") and wrong("due", " --withn 3") and not wrong("due", " --within '3 weeks' register")
