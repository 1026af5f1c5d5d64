"""igreg estate."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._unread import UnreadFiles
from igreg.cli.complete import among
from igreg.cli.options import begins
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, own_fault, unknown

if TYPE_CHECKING:
    from igreg.estate.view import Entry, Estate
    from igreg.store.estate import Database

FORMATS = ("table", "markdown", "csv", "json", "html", "parquet")


@begins
def estate(
    at: Session,
    registers: Annotated[
        list[Path] | None,
        typer.Argument(metavar="REGISTER", help="Folders of registers, or of snapshots, as many as there are."),
    ] = None,
    listed: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="A list of such folders, one a line; # begins a remark."),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT", help="table, markdown, csv, json, html or parquet.", autocompletion=among(*FORMATS)
        ),
    ] = "table",
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write into this file; parquet needs a folder.")
    ] = None,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Put many registers side by side: who stands how, who stands out, who is late, and what grew worse."""
    from igreg.estate.view import called
    from igreg.estate.view import estate as together
    from igreg.register.clock import HOME, clock_in
    from igreg.store.estate import Database

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if format == "parquet" and out is None:
        raise IgregError("--format parquet needs --out", "for example: --format parquet --out estate")
    places = _places(registers or (), listed)
    if not places:
        raise IgregError(
            "no register is given", "name folders of registers or of snapshots, or a list of them: --from FILE"
        )
    _outside(out, places)
    today = at.moment_by(clock_in(HOME)).date()
    database = Database()
    entries = _entries(at, database, places, sent_on=format == "parquet")
    if format == "parquet" and out is not None:
        _write_parquet(at, database, out)
    else:
        _show(at, together(today, entries, database.answers()), format, out)
    names = called(entries)
    for one in entries:
        if one.is_incomplete:
            console.say(f"warning: {names[one.register]}: {one.message}")
    unread = any(one.figures is None for one in entries)
    if unread or (any(one.is_incomplete for one in entries) and not incomplete_ok):
        raise typer.Exit(FINDINGS)


Places = dict[str, Path]
"""Each folder once, by the word for it: its path as it was given."""


def _places(given: Sequence[Path], listed: Path | None) -> Places:
    """The folders that are meant: those given, and those of the list, whose paths count from the list's own folder."""
    known: set[str] = set()
    found: Places = {}
    for given_as, path in (*((path, path) for path in given), *_listed(listed)):
        whole = os.path.normpath(path.absolute())
        if whole not in known:
            known.add(whole)
            word = given_as.as_posix() if given_as.as_posix() not in found else Path(whole).as_posix()
            found[word.encode("utf-8", "backslashreplace").decode()] = path
    return found


def _whole(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


def _listed(file: Path | None) -> Iterator[tuple[Path, Path]]:
    from igreg.store.read import read_text

    for line in read_text(file).splitlines() if file is not None else ():
        word = line.strip().partition(" #")[0].strip()
        if file is not None and word and not word.startswith("#"):
            yield Path(word), file.parent / word


def _entries(at: Session, database: Database, places: Places, *, sent_on: bool) -> list[Entry]:
    """Each register and snapshot, read; one that cannot be read hides no other."""
    from igreg.store.estate import snapshot_in

    snapshots = {word: file for word, path in places.items() if (file := snapshot_in(path)) is not None}
    found = [*_snapshots(database, snapshots)]
    for word, path in places.items():
        if word not in snapshots:
            found.append(_register(at, database, word, path, sent_on=sent_on))
    database.put_unread([(one.register, one.source, one.message or "") for one in found if one.figures is None])
    return found


def _snapshots(database: Database, files: Places) -> Iterator[Entry]:
    from igreg.estate.rows import NoSnapshot, figures_of
    from igreg.estate.view import Entry, incomplete

    rows, refused = database.read(files)
    good: Places = {}
    for word, file in files.items():
        try:
            found = figures_of(rows[word]) if word in rows else None
        except NoSnapshot as error:
            found, refused[word] = None, f"{file.name}: {error.sentence}; {error.hint}"
        if found is not None:
            good[word] = file
        yield Entry(word, "snapshot", found, refused[word] if found is None else incomplete(found.unread))
    database.take(good)


def _register(at: Session, database: Database, word: str, path: Path, *, sent_on: bool) -> Entry:
    from igreg.cli._figures import figures_at
    from igreg.estate.rows import rows, rows_here
    from igreg.estate.view import Entry, incomplete
    from igreg.store.find import holds_nothing

    try:
        here = replace(at, register=path, unread=UnreadFiles())
        found = None if holds_nothing(here.folder) else figures_at(here)
    except IgregError as error:
        return Entry(word, "register", None, "; ".join(filter(None, (error.sentence, error.hint))))
    except Exception as error:  # of one register, and the others are to be seen all the same
        if at.verbose:
            import traceback

            console.say(traceback.format_exc())
        return Entry(word, "register", None, own_fault(error).sentence)
    if found is None:
        return Entry(word, "register", None, f"there is nothing in {word}; check the path of the register")
    database.put(word, rows(found) if sent_on else rows_here(found))
    return Entry(word, "register", found, incomplete(found.unread))


def _show(at: Session, found: Estate, format: str, out: Path | None) -> None:
    from igreg.store.write import write_files

    text = _text(at, found, format, on_paper=out is not None)
    if out is None:
        console.write(text)
        return
    if out.is_dir():
        raise IgregError(f"--out: {out.as_posix()} is a folder", "name a file, for example: --out estate.html")
    write_files({out: text.encode()})
    at.remark(f"wrote {out.as_posix()}\n")


def _text(at: Session, found: Estate, format: str, *, on_paper: bool) -> str:
    if format == "json":
        from igreg.render.estate.json import estate_json

        return estate_json(found)
    if format == "csv":
        from igreg.render.estate.csv import estate_csv

        return estate_csv(found)
    if format == "markdown":
        from igreg.render.estate.markdown import estate_markdown

        return estate_markdown(found)
    if format == "html":
        from igreg.render.estate.html import estate_html
        from igreg.store.templates import read_template

        return estate_html(found, read_template(console.here() / "register", "estate.html.j2"))
    from igreg.render.escape.colour import Style
    from igreg.render.estate.text import estate_text

    if on_paper:
        return estate_text(found, _PAPER, Style(), everything=True)
    return estate_text(found, console.width(), at.style, everything=at.verbose)


def _write_parquet(at: Session, database: Database, out: Path) -> None:
    """The figures and each view as a table of Parquet, into a folder."""
    from igreg.language.english import counted
    from igreg.store.write import write_files

    if out.exists() and not out.is_dir():
        raise IgregError(f"--out: {out.as_posix()} is a file", "name a folder, for example: --out estate")
    files = database.parquet()
    write_files({out / name: data for name, data in files.items()})
    at.remark(f"wrote {counted(len(files), 'table')} into {out.as_posix()}\n")


def _outside(out: Path | None, places: Places) -> None:
    """Refuse to write into a register."""
    from igreg.store.find import holds_register

    if out is None:
        return
    for path in places.values():
        folder = path if holds_register(path) and not holds_register(path / "register") else path / "register"
        if holds_register(path) and _whole(out).is_relative_to(_whole(folder)):
            raise IgregError(
                f"--out: the view cannot go into a register, {folder.name}", "for example: --out estate.html"
            )


_PAPER = 100
"""How wide text is in a file."""
