"""What commands share that bring records in: the plan shown, the question, the exit code, and what is written last."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.editing import Editing, agreed
from igreg.dataclass import dataclass
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.exchange.brought import Brought
    from igreg.exchange.judged import Raw
    from igreg.exchange.plan import Draft

FORMATS = ("text", "json")
NoNames = Annotated[bool, typer.Option("--no-names", help="Show ids and counts alone, for where others read along.")]


@dataclass(frozen=True)
class Bringing:
    """How a plan is to be shown and carried out."""

    yes: bool = False
    as_json: bool = False
    accept_partly: bool = False
    no_names: bool = False
    """Whether the plan tells ids and counts alone."""
    single: bool = False
    """Whether it is of one record, so that there are no other rows to write."""


def as_json(form: str) -> bool:
    """Whether a plan is for machines. Raises IgregError for a format that there is not."""
    if form not in FORMATS:
        raise unknown("--format", "format", form, FORMATS)
    return form == "json"


def one_of_words(option: str, what: str, word: str | None, words: Collection[str]) -> None:
    """Raise IgregError where a word after an option is none of those that may stand there."""
    if word is not None and word not in words:
        raise unknown(option, what, word, words)


def set_pairs(given: Collection[str] | None) -> dict[str, str]:
    """Fields and values as they were typed after `--set`. Raises IgregError where one is neither, or comes twice."""
    out: dict[str, str] = {}
    for text in given or ():
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise IgregError(f"--set: {text!r} has no `=`", "for example: --set owner=records-manager")
        if name.strip() in out:
            raise IgregError(f"--set: `{name.strip()}` is given twice", "give it once")
        out[name.strip()] = value
    return out


def bring(
    work: Editing,
    made: Draft,
    how: Bringing,
    *,
    learnt: Callable[[Brought], bool] = lambda brought: False,
    last: Callable[[Brought], Mapping[Path, bytes]] = lambda brought: {},
    raw: Raw = lambda row, cell: None,
) -> None:
    """Judge a plan, show it, and write it where it is agreed; `last` are files that are written after the register's.

    `raw` tells what stands in a cell that is refused, by its row and its name.
    They are written with a record, or where something was `learnt` of what is brought in. Raises IgregError: 1 where
    something is refused, 2 where it would have to be asked and nobody can be.
    """
    from igreg.exchange.judged import agreed as settled

    made = settled(work.register, made, work.found, accept_partly=how.accept_partly, raw=raw)
    stopped = made.refuses and (not how.accept_partly or made.is_empty)
    has_learnt = learnt(made.brought)
    due = not stopped and (has_learnt or not made.is_empty)
    files = work.texts(made.plan) if due or work.at.dry_run else {}
    due = due and (has_learnt or bool(files))
    writes = due and not work.at.dry_run

    def write() -> None:
        from igreg.store.change import change_files

        change_files(work.at.folder, files, last=last(made.brought))

    if how.as_json:
        if writes and how.yes:
            write()
        _as_json(replace(made.brought, written=writes and how.yes), work, how)
        if writes and not how.yes:
            raise IgregError(
                "nothing was written: --format json never asks", "write it with --yes, or see it with --dry-run"
            )
    else:
        _as_text(made.brought, work, how)
        if work.at.dry_run and not stopped and not how.no_names:
            _difference(files)
        if writes:
            if not how.yes:
                agreed()
            write()
            console.write(f"{made.plan.message}\n")
    if stopped:
        rest = "" if how.accept_partly or how.single else ", or write the other rows with --accept-partly"
        raise IgregError("nothing was written", f"put right what was refused{rest}", FINDINGS)


def _told(brought: Brought, how: Bringing) -> Brought:
    from igreg.exchange.nameless import nameless

    return nameless(brought) if how.no_names else brought


def _as_json(brought: Brought, work: Editing, how: Bringing) -> None:
    from igreg.render.plan.json import plan_json

    console.write(plan_json(_told(brought, how), work.now.date(), work.register.unread))


def _as_text(brought: Brought, work: Editing, how: Bringing) -> None:
    from igreg.render.plan.text import plan_text

    console.write(plan_text(_told(brought, how), work.at.style))


def _difference(files: Mapping[str, tuple[str | None, str]]) -> None:
    """The difference, as other commands that write show it in a dry run."""
    from igreg.render.escape.terminal import plain

    for file, (before, after) in files.items():
        old, new = ([] if text is None else text.removesuffix("\n").split("\n") for text in (before, after))
        lines = difflib.unified_diff(old, new, file, file, lineterm="", n=1)
        console.write("".join(f"{plain(line.removesuffix(chr(13)))}\n" for line in lines))
