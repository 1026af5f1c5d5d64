"""The guides, with what comes out when their commands are run in an empty folder one by one, and their pictures."""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from functools import cache
from pathlib import Path

from tools.shell import ROOT

DAY = "2026-11-24"
GUIDES = (
    "a-care-home-from-nothing",
    "a-trust-from-nothing",
    "each-month-in-a-trust",
    "each-month-in-a-care-home",
    "meetings-of-the-ig-group",
    "reports-in-our-own-look",
)
_BLOCK = re.compile(
    r"<!-- (run|fails|append|write): (.*?) -->\n```(\w+)\n(.*?)```\n(?:<!-- answers: (.*?) -->\n)?", re.DOTALL
)


@cache
def guides() -> tuple[dict[str, str], dict[str, bytes]]:
    """Every guide with its output anew, and the pictures that it shows, by their paths; walked once."""
    pages: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    for name in GUIDES:
        path = f"docs/guides/{name}.md"
        text, drawn = walked((ROOT / path).read_text(encoding="utf-8"))
        pages[path] = text
        pictures |= {f"docs/guides/{name}-{chart}": data for chart, data in drawn.items()}
    return pages, pictures


def walked(page: str) -> tuple[str, dict[str, bytes]]:
    """A guide after its commands were run as they stand: the page with what they say, and the charts as pictures."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            text = _BLOCK.sub(_step, page)
            drawn = {}
            if "-structure.png)" in page:
                said("igreg chart structure --format png --dpi 60 --out pictures")
            for picture in sorted(Path("pictures").glob("*.png")):
                drawn[picture.name] = picture.read_bytes()
        finally:
            os.chdir(before)
    return text, drawn


def _step(match: re.Match[str]) -> str:
    what, argument, language, body, answers = match.groups()
    if what in ("append", "write"):
        Path(argument).parent.mkdir(parents=True, exist_ok=True)
        with Path(argument).open("a" if what == "append" else "w", encoding="utf-8", newline="\n") as file:
            file.write(body)
        return match[0]
    told = said(argument, answers.split("|") if answers is not None else None, refused=what == "fails")
    tail = f"<!-- answers: {answers} -->\n" if answers is not None else ""
    return f"<!-- {what}: {argument} -->\n```{language}\n$ {argument}\n{told}```\n{tail}"


def said(line: str, answers: list[str] | None = None, *, refused: bool = False) -> str:
    """What a line of a guide says on that day, results and remarks; with answers, what is asked and typed too.

    `refused` is a line that igreg is to refuse: what it says then is shown.
    """
    from typer.testing import CliRunner

    from igreg.cli import console
    from igreg.cli.app import app
    from igreg.errors import FINDINGS, IgregError

    typed = iter(answers or ())
    ask, can_ask = console.ask, console.can_ask

    def answered(prompt: str, words: object = ()) -> str:
        text = next(typed)
        console.say(f"{prompt}{text}")
        return text

    os.environ["COLUMNS"] = "100"
    try:
        if answers is not None:
            console.ask, console.can_ask = answered, lambda: True
        result = CliRunner().invoke(app, [*shlex.split(line)[1:], "--today", DAY], terminal_width=100)
    finally:
        console.ask, console.can_ask = ask, can_ask
    output = result.output
    if isinstance(error := result.exception, IgregError):
        if error.code != FINDINGS and not refused:
            raise error
        output += f"igreg: {error.sentence}\nhelp: {error.hint}\n"
    elif refused:
        raise ValueError(f"{line} was to be refused")
    return re.sub(r"[ \t]+\n", "\n", output.rstrip()) + "\n"
