"""What all commands that write share: show the difference, refuse what makes the register worse, write whole."""

from __future__ import annotations

import difflib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.errors import FINDINGS, IgregError

if TYPE_CHECKING:
    from igreg.due.act import Plan
    from igreg.findings import Finding
    from igreg.register.register import Register

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the difference, write nothing.")]
Folder = Annotated[Path | None, typer.Option("--register", metavar="DIR", help="The register's folder.")]


def opened(folder: Path | None) -> tuple[Path, Register]:
    """The register to change, and where it is."""
    from igreg.register.read import read
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    found = find_register(folder)
    return found, read(read_sources(found))


def carry_out(folder: Path, register: Register, plan: Plan, *, dry_run: bool, today: str | None, facts: bool) -> None:
    """Make a plan's changes: prove them on the texts, compare what check finds before and after, then write at once.

    New errors end in a refusal. With `facts` (somebody leaves, whether it suits or not) only faults of the fields do;
    the other new findings are told.
    """
    from igreg.render.plain import plain
    from igreg.source.edit import EditError, apply
    from igreg.store.change import change_files

    after = dict(register.sources.texts)
    for file, changes in plan.changes.items():
        try:
            after[file] = apply(after[file], changes)
        except EditError as error:
            raise IgregError(f"{file}: {error}", "nothing was written") from None
    touched = {file: after[file] for file in plan.changes if after[file] != register.sources.texts[file]}
    for file, text in touched.items():
        before = register.sources.texts[file].splitlines()
        lines = difflib.unified_diff(before, text.splitlines(), file, file, lineterm="", n=1)
        console.write("".join(f"{plain(line)}\n" for line in lines))
    new = _worse(register, after, today)
    told = [f for f in new if not facts or f.code.startswith(("IG0", "IG1"))]
    bad = [f for f in told if f.severity.word == "error"]
    for finding in new:
        where = finding.record or finding.subject or finding.file
        console.say(
            f"{'refused' if finding in bad else 'now'}: {finding.rule} ({finding.code}) {where}: {finding.message}"
        )
    if bad:
        raise IgregError("the register would be worse than before", "nothing was written", FINDINGS)
    if not dry_run:
        change_files(folder, {file: (register.sources.texts[file], text) for file, text in touched.items()})
        console.say(f"commit with: git commit -am {_shell(plan.message)}")


def _worse(register: Register, after: dict[str, str], today: str | None) -> list[Finding]:
    """What check finds after a change and did not find before."""
    from dataclasses import replace

    from igreg.check.baseline import key
    from igreg.check.config import Config
    from igreg.check.engine import check
    from igreg.cli.options import moment
    from igreg.register.read import read

    now = moment(register, today, None)
    before = Counter(key(f) for f in check(register, now, Config()).findings)
    found = check(read(replace(register.sources, texts=after)), now, Config()).findings
    out = []
    for finding in found:
        if before[key(finding)] > 0:
            before[key(finding)] -= 1
        else:
            out.append(finding)
    return out


def _shell(text: str) -> str:
    return '"' + text.replace('"', "'").replace("$", "").replace("`", "'") + '"'


def day_of(register: Register, on: str | None, today: str | None) -> str:
    """The day given with --on, else today."""
    from igreg.cli.options import moment

    return moment(register, on or today, None).date().isoformat()
