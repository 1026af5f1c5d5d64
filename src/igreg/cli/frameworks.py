"""igreg frameworks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, packs
from igreg.cli.options import asks
from igreg.cli.session import Session, typed_day
from igreg.errors import IgregError, unknown

if TYPE_CHECKING:
    from igreg.facts.frameworks import ReadPack
    from igreg.register.packs import Packs

FORMATS = ("table", "json", "yaml")


@asks
def frameworks(
    at: Session,
    pack: Annotated[
        str | None, typer.Argument(metavar="PACK", help="Print this one; default: list all.", autocompletion=packs)
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="table, json or yaml; yaml of one pack is a file that may be put into frameworks/ and changed.",
            autocompletion=among(*FORMATS),
        ),
    ] = "table",
) -> None:
    """List the packs that a register can be assessed against, with editions, days, sources and confidence; or one."""
    from igreg.render.frameworks.table import pack_text, packs_table
    from igreg.render.frameworks.values import pack_json, packs_json

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    known, today = _packs(at), _today(at)
    if pack is None:
        if format == "yaml":
            raise IgregError("--format yaml prints one pack", f"name it: one of {', '.join(known.names)}")
        every = list(known.all())
        text = packs_json(every, today) if format == "json" else packs_table(every, today, width=console.width())
        console.write(text)
        return
    read = known.meant(pack, today)
    if read is None:
        raise unknown("PACK", "pack", pack, (*known.names, *known.aliases))
    if read.own and read.faults and format != "yaml":
        at.remark(f"warning: {read.file} has faults and cannot be used: see `igreg check`")
    match format:
        case "json":
            console.write(pack_json(read, today))
        case "yaml":
            console.write(_text(known, read))
        case _:
            console.write(pack_text(read, today, width=console.width()))


def _packs(at: Session) -> Packs:
    """The packs there are: those beside a register, where there is one, and those that igreg ships."""
    from igreg.errors import NO_REGISTER
    from igreg.register.packs import Packs
    from igreg.store.find import find_root
    from igreg.store.frameworks import FRAMEWORKS, read_frameworks

    try:
        root = find_root(at.folder)
        folder = at.beside
    except IgregError as error:
        if at.register is not None or error.code != NO_REGISTER:
            raise
        folder = at.config.resolve().parent if at.config is not None else console.here()
        root = folder
    texts, faults = read_frameworks(folder / FRAMEWORKS, root)
    return Packs(texts, faults)


def _text(known: Packs, read: ReadPack) -> str:
    """The pack's file as it is."""
    from igreg.facts.frameworks import shipped_text

    if not read.own:
        return shipped_text(read.name)
    if read.file not in known.texts:
        raise IgregError(f"{read.file} cannot be read", "`igreg check` says why")
    return known.texts[read.file]


def _today(at: Session) -> dt.date:
    if at.today is not None:
        return typed_day("--today", at.today)
    return dt.datetime.now(dt.UTC).astimezone().date()
