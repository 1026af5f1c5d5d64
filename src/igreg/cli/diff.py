"""igreg diff."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among
from igreg.cli.options import GitTimeout, reads
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.diff.difference import Difference

FORMATS = ("text", "markdown", "json", "html")
LEVELS = ("error", "warning", "info", "never")


@reads
def diff(
    at: Session,
    first: Annotated[
        str | None,
        typer.Argument(
            metavar="FROM",
            help="A commit, tag or branch, or a day: what had been committed at its end. Default: the last commit.",
        ),
    ] = None,
    second: Annotated[
        str | None, typer.Argument(metavar="TO", help="The same; default: the register as it stands here.")
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(metavar="BRANCH", help="Compare with where this branch was left, as a pull request does."),
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="What it means alone, without records and findings.")
    ] = False,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="Exit 1 where a finding of this severity or graver is new: error, warning, info or never.",
            autocompletion=among(*LEVELS),
        ),
    ] = "never",
    charts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Draw the charts before and after into this folder, changed boxes marked."),
    ] = None,
    git_timeout: GitTimeout = 60.0,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text, markdown, json or html.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Say what changed between two states of the register, and what it means.

    Both are judged on today, so that time alone makes no difference. A day means its end: what changed in April is
    `igreg diff 2026-03-31 2026-04-30`. History keeps what was deleted: personal details are not shown again, and are
    still in the repository.
    """
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if fail_on not in LEVELS:
        raise unknown("--fail-on", "severity", fail_on, LEVELS)
    at, words = _words(at, first, second)
    if base is not None and words:
        raise IgregError("--base says where to begin, and so does FROM", "take one of the two out")
    if charts is not None:
        _refuse_folder(at, charts)
    found = _compared(at, words, base, git_timeout)
    if charts is not None:
        found = _drawn(at, found, charts)
    console.write(_shown(at, found, format, summary=summary))
    _fail(found, fail_on)


def _words(at: Session, *typed: str | None) -> tuple[Session, list[str]]:
    """The words that are states, and the register: a last word that is a folder holding one means it (ruling H15)."""
    from igreg.store.find import holds_register

    words = [word for word in typed if word is not None]
    if at.register is None and words and holds_register(Path(words[-1])):
        at = replace(at, register=Path(words.pop()))
    return at, words


def _compared(at: Session, words: list[str], base: str | None, seconds: float) -> Difference:
    """The difference of the states that are meant."""
    from igreg.cli._states import States
    from igreg.diff.compare import compare

    states = States(at, seconds, whole=len(words) < 2)
    return replace(compare(*states.sides(words, base)), remarks=tuple(states.remarks))


def _refuse_folder(at: Session, folder: Path) -> None:
    """Refuse a folder for charts that holds anything else, or stands in the register or around it."""
    from igreg.publish.changed_charts import is_ours
    from igreg.store.folder import recover

    at.refuse_place(folder, "charts", option="--charts")
    recover(folder)
    if folder.is_symlink() or (folder.exists() and not is_ours(folder)):
        raise IgregError(
            f"--charts: {folder.as_posix()} is there already, and holds something else", "name another, or take it away"
        )


def _drawn(at: Session, found: Difference, folder: Path) -> Difference:
    """The difference with the charts that change, once they are drawn."""
    from igreg.analysis.consequences.consequence import gravest_first
    from igreg.language.english import counted
    from igreg.publish.changed_charts import changed_charts
    from igreg.store.folder import write_folder

    made = changed_charts(found)
    write_folder(folder, made.files)
    for remark in made.remarks:
        at.remark(remark)
    at.remark(f"wrote {folder.as_posix()}: {counted(len(made.files), 'chart')}")
    return replace(found, consequences=sorted([*found.consequences, *made.changed], key=gravest_first))


def _shown(at: Session, found: Difference, format: str, *, summary: bool) -> str:
    """The difference in a format, without what must not be shown again (ruling H50)."""
    from igreg.diff.shown import Shown
    from igreg.render.diff.html import diff_html
    from igreg.render.diff.json import diff_json
    from igreg.render.diff.markdown import diff_markdown
    from igreg.render.diff.text import diff_text
    from igreg.store.templates import read_template

    shown = Shown(found)
    match format:
        case "json":
            return diff_json(shown.difference, summary=summary)
        case "markdown":
            return diff_markdown(shown, summary=summary)
        case "html":
            return diff_html(shown, read_template(at.folder, "diff.html.j2"), summary=summary)
        case _:
            return diff_text(shown, at.style, summary=summary)


def _fail(found: Difference, fail_on: str) -> None:
    """End with 1 where a new finding is as grave as that (ruling H27)."""
    from igreg.check.settings import SEVERITIES

    level = SEVERITIES[fail_on]
    if level is not None and any(one.severity >= level for one in found.new):
        raise typer.Exit(FINDINGS)
