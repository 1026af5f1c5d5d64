"""Where drawings go: to standard output, into a folder, or held against what is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from igreg.cli import console
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError
from igreg.language.english import are, counted

if TYPE_CHECKING:
    from igreg.publish.charts import Drawing

MOST_NAMED = 20
"""Of more files than this only the main ones are named."""


def to_standard_output(at: Session, drawing: Drawing, wanted: tuple[str, ...], formats: list[str]) -> None:
    """One chart in one format; a page of HTML holds all of them."""
    if (len(wanted) > 1 and formats != ["html"]) or len(formats) > 1:
        raise IgregError(
            "--out -: standard output takes one chart in one format",
            "for example: igreg chart structure --format dot --out -",
        )
    console.write_bytes(drawing.one(wanted, formats[0]))
    at.remark("\n".join(drawing.remarks))


def to_folder(
    at: Session, drawing: Drawing, wanted: tuple[str, ...], formats: list[str], out: Path, check: bool
) -> None:
    """Every page into a folder; with `--check` nothing is written, and what is there is held against them."""
    from igreg.publish.stale import stale_files
    from igreg.store.write import write_files

    files = {out / name: data for name, data in drawing.files(wanted, formats).items()}
    if check:
        _check(at, stale_files(drawing, wanted, formats, files, out), len(files))
        at.remark("\n".join(drawing.remarks))
        return
    write_files(files)
    _told(at, list(files), (*wanted, "charts"))
    at.remark("\n".join(drawing.remarks))


def _told(at: Session, files: list[Path], main: tuple[str, ...]) -> None:
    """Say what was written; of many files only the main ones by name, without `-v`, and how many pages there are."""
    few = at.verbose or len(files) <= MOST_NAMED
    shown = files if few else [file for file in files if file.stem in main]
    for file in shown:
        at.remark(f"wrote {file.as_posix()}")
    if len(shown) < len(files):
        more = counted(len(files) - len(shown), "more page")
        at.remark(f"wrote {more} beside {'it' if len(shown) == 1 else 'them'}")


def _check(at: Session, stale: list[str], count: int) -> None:
    """Say which files are not what would be drawn."""
    for line in stale:
        console.write(f"{line}\n")
    if stale:
        console.say("help: draw them again with the same options, without --check")
        raise typer.Exit(FINDINGS)
    at.remark(f"{counted(count, 'file')} {are(count)} current")
