"""igreg export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._unread import UnreadFiles
from igreg.cli.complete import among, kinds
from igreg.cli.options import sharing
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    import datetime as dt

    from igreg.analysis.people_in_texts import People
    from igreg.register.register import Register
    from igreg.tables.rows import Filled

FORMATS = ("csv", "xlsx", "json", "jsonl", "parquet", "sqlite")
FOLDERS = ("csv", "jsonl", "parquet")
"""The formats of which each table is a file of its own."""


@sharing("folder", "today", "now", "config", "quiet", "verbose", "no_color")
def export(
    at: Session,
    kind: Annotated[
        list[str] | None,
        typer.Argument(metavar="KIND", help="Only these kinds of record; default: all.", autocompletion=kinds),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT", help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}.", autocompletion=among(*FORMATS)
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="A folder for csv, jsonl and parquet, else a file; - for json to the screen."
        ),
    ] = None,
    no_names: Annotated[
        bool, typer.Option("--no-names", help="Without names, addresses and ids of people, and what may tell them.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over what is there, though igreg did not make it.")
    ] = False,
    snapshot: Annotated[
        bool, typer.Option("--snapshot", help="Only how the register stands, in figures and of no person: for estate.")
    ] = False,
    incomplete_ok: Annotated[
        bool, typer.Option("--incomplete-ok", help="Exit 0 though files could not be read.")
    ] = False,
) -> None:
    """Write the register as tables, for analysis and other systems; or its snapshot, for `igreg estate`."""
    if snapshot:
        _snapshot(at, kind, format, out)
        if at.unread and not incomplete_ok:
            raise typer.Exit(FINDINGS)
        return
    format, out = _agreed(format, out)
    wanted = _kinds(kind)
    asked = at.open(None if no_names else wanted)
    register = asked.register
    people = _people(register) if no_names else None
    if format == "json":
        _document(at, register, asked.today, wanted, people, out, force=force)
    else:
        _tables(at, register, wanted, people, format, out, force=force, whole=not kind)
    _say_dropped(at, register)
    if register.unread and not incomplete_ok:
        raise typer.Exit(FINDINGS)


def _agreed(format: str | None, out: Path | None) -> tuple[str, Path]:
    if format is None:
        raise IgregError("what is to be exported is not said", "for example: igreg export --format csv --out export")
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if out is None:
        place = "export" if format in FOLDERS else f"register.{format}"
        raise IgregError(f"--format {format} needs --out", f"for example: --format {format} --out {place}")
    if str(out) == "-" and format != "json":
        raise IgregError(f"--out: {format} cannot go to standard output", "name a place; json alone can go to -")
    return format, out


def _kinds(typed: list[str] | None) -> list[str]:
    """The kinds that are meant, in the order of the format's page; the organisation may be one of them."""
    from igreg.model.kind_words import kind_meant
    from igreg.model.kinds import in_order

    meant = set()
    for word in typed or ():
        found = kind_meant(word)
        if found is None:
            raise unknown("KIND", "kind", word, in_order())
        meant.add(found)
    return [kind for kind in in_order() if not meant or kind in meant]


def _people(register: Register) -> People:
    from igreg.analysis.people_in_texts import People
    from igreg.cli._no_names import refuse_if_unknown

    refuse_if_unknown(register)
    return People(register)


def _document(
    at: Session,
    register: Register,
    today: dt.date,
    wanted: list[str],
    people: People | None,
    out: Path,
    *,
    force: bool,
) -> None:
    from igreg.render.tables.json import document_json
    from igreg.store.exported import put_file
    from igreg.tables.spoken import document

    if str(out) != "-":
        at.refuse_place(out, "an export")
    text = document_json(document(register, today, wanted, people))
    if str(out) == "-":
        console.write(text)
        return
    put_file(out, text.encode(), force=force)
    at.remark(f"wrote {out.as_posix()}\n")


def _tables(
    at: Session,
    register: Register,
    wanted: list[str],
    people: People | None,
    format: str,
    out: Path,
    *,
    force: bool,
    whole: bool,
) -> None:
    from igreg.language.english import counted
    from igreg.model.kinds import in_order
    from igreg.store.exported import put_file, put_folder
    from igreg.tables.rows import filled
    from igreg.tables.shape import heads

    at.refuse_place(out, "an export")
    tables = filled(register, wanted, people)
    if format not in FOLDERS:
        put_file(out, _one_file(tables, format), force=force)
        at.remark(f"wrote {counted(len(tables), 'table')} to {out.as_posix()}\n")
        return
    files = _files(tables, format)
    if format == "parquet" and whole:
        from igreg.cli._figures import snapshot_of

        files |= snapshot_of(replace(at, unread=UnreadFiles()))
    put_folder(out, files, heads(in_order()), force=force)
    at.remark(f"wrote {counted(len(files), 'file')} into {out.as_posix()}\n")


def _one_file(tables: list[Filled], format: str) -> bytes:
    if format == "xlsx":
        from igreg.render.tables.xlsx import tables_xlsx

        return tables_xlsx(tables)
    from igreg.render.tables.sqlite import tables_sqlite

    return tables_sqlite(tables)


def _files(tables: list[Filled], format: str) -> dict[str, bytes]:
    from igreg.render.tables.csv import table_csv
    from igreg.render.tables.json import table_jsonl

    if format == "parquet":
        from igreg.store.database import parquet

        return {f"{name}.parquet": data for name, data in parquet(tables).items()}
    made = table_csv if format == "csv" else table_jsonl
    return {f"{one.table.name}.{format}": made(one) for one in tables}


def _say_dropped(at: Session, register: Register) -> None:
    """Say where values are left out for being wrong: an export has types, and they have not."""
    wrong = sum(1 for record in (register.organisation, *register.records()) if getattr(record, "dropped", ()))
    if wrong:
        told = "a record has" if wrong == 1 else f"{wrong} records have"
        console.say(f"warning: {told} values that are wrong, which are left out here: see `igreg check`")


def _snapshot(at: Session, kind: list[str] | None, format: str | None, out: Path | None) -> None:
    """The snapshot alone; the format is Parquet, whether it is said or not."""
    from igreg.cli._figures import snapshot_of
    from igreg.store.write import write_files

    if kind or format not in (None, "parquet"):
        raise IgregError(
            "--snapshot is of the whole register, and in parquet", "for example: --snapshot --out snapshot"
        )
    if out is None:
        raise IgregError("--snapshot needs --out", "for example: --snapshot --out snapshot")
    at.refuse_target(out, "a snapshot", "snapshot", folder=True)
    if out.exists() and not out.is_dir():
        raise IgregError(f"--out: {out.as_posix()} is a file", "name a folder, for example: --out snapshot")
    at.warn_of_half()
    files = {out / name: data for name, data in snapshot_of(at).items()}
    at.unread.say()
    write_files(files)
    at.remark("".join(f"wrote {path.as_posix()}\n" for path in files))
