"""igreg chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.options import (
    ConfigFile,
    NoColor,
    Now,
    Quiet,
    RegisterFolder,
    Today,
    Verbose,
    figures_in_force,
    moment,
)
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.chart.view import View
    from igreg.register.register import Register

CHARTS = ("structure", "communication")
FORMATS = ("svg", "png", "pdf", "dot", "mermaid", "text", "html")
MOST_NAMED = 20
"""Of more files than this only the main ones are named."""
KINDS = ("units", "roles", "staff", "groups", "flows", "bodies")
"""What a chart is drawn from; nothing else is read."""


def chart(
    which: Annotated[
        str | None, typer.Argument(metavar="[structure|communication|all]", help="Which chart; default: all.")
    ] = None,
    register: RegisterFolder = None,
    format: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT", help=f"{', '.join(FORMATS)}; repeatable; default: svg.")
    ] = None,
    out: Annotated[str, typer.Option(metavar="DIR", help="Where to; - is standard output, for one chart.")] = "charts",
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Draw who held what on this day.")] = None,
    unit: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this unit, those below it, and its line up.")
    ] = None,
    area: Annotated[str | None, typer.Option(metavar="AREA", help="Only this area, and its line up.")] = None,
    depth: Annotated[int | None, typer.Option(metavar="N", min=0, help="So many steps below the top.")] = None,
    names: Annotated[bool, typer.Option("--names/--no-names", help="With names, or roles only, to publish.")] = True,
    risks: Annotated[bool, typer.Option("--risks", help="Mark leads for whom nobody stands in.")] = False,
    drill: Annotated[
        str | None, typer.Option(metavar="incident", help="Draw the way of a breach report, timed against the limit.")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="STAFF", help="With --drill: somebody who is away; repeatable.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if files on disk are not current.")
    ] = False,
    dpi: Annotated[int, typer.Option(metavar="N", min=24, max=1200, help="Dots per inch of a PNG.")] = 150,
    engine: Annotated[
        str | None, typer.Option(metavar="DOT", help="A system's Graphviz, instead of igreg's own.")
    ] = None,
    time_limit: Annotated[float, typer.Option(metavar="SECONDS", min=0.01, help="For each drawing.")] = 120.0,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Draw who answers to whom, and who tells whom what, from the register."""
    from dataclasses import replace

    from igreg.publish.charts import Drawing
    from igreg.register.read import read
    from igreg.store.find import find_register
    from igreg.store.read import read_sources
    from igreg.store.write import write_files

    wanted, register = _which(which, register)
    if drill not in (None, "incident"):
        raise IgregError(f"--drill: there is no drill {drill!r}", "the drill there is: incident")
    if without and not drill:
        raise IgregError("--without goes with --drill", "for example: igreg chart --drill incident --without j-osei")
    wanted = ("drill-incident",) if drill else wanted
    if depth is not None and "structure" not in wanted:
        raise IgregError("--depth goes with the structure chart", "for a smaller chart of flows: --unit or --area")
    formats = _formats(format or ["svg"])
    folder = find_register(register)
    figures = figures_in_force(folder, config)
    whole = read(read_sources(folder, KINDS), KINDS)
    _warn(whole, quiet)
    view = _view(whole, as_of, today, now, names=names, risks=risks, unit=unit, area=area, depth=depth)
    view = replace(view, without=tuple(without or ()), figures=figures)
    drawing = Drawing(view, dpi=dpi, engine=engine, seconds=time_limit)
    if out == "-":
        if (len(wanted) > 1 and formats != ["html"]) or len(formats) > 1:
            raise IgregError(
                "--out -: standard output takes one chart in one format",
                "for example: igreg chart structure --format dot --out -",
            )
        console.write_bytes(drawing.one(wanted, formats[0]))
        for remark in [] if quiet else drawing.remarks:
            console.say(remark)
        return
    files = {Path(out) / name: data for name, data in drawing.files(wanted, formats).items()}
    if check:
        _check(files, wanted, quiet)
        return
    write_files(files)
    if not quiet:
        _told(list(files), MOST_NAMED if not verbose else len(files), (*wanted, "charts"))
        for remark in drawing.remarks:
            console.say(remark)


def _told(files: list[Path], most: int, main: tuple[str, ...]) -> None:
    """Say what was written; of more files than `most` only the main ones by name, and how many pages there are."""
    shown = files if len(files) <= most else [file for file in files if file.stem in main]
    for file in shown:
        console.say(f"wrote {file.as_posix()}")
    if len(shown) < len(files):
        console.say(f"wrote {len(files) - len(shown)} more pages beside {'it' if len(shown) == 1 else 'them'}")


def _which(which: str | None, register: Path | None) -> tuple[tuple[str, ...], Path | None]:
    """The charts that are wanted; a folder in the first place is the register."""
    if which is None or which == "all":
        return CHARTS, register
    if which in CHARTS:
        return (which,), register
    if register is None and (Path(which).is_dir() or "/" in which or "\\" in which):
        return CHARTS, Path(which)
    from igreg.language.suggest import one_of

    raise IgregError(f"there is no chart {which!r}", one_of(which, (*CHARTS, "all")))


def _formats(given: list[str]) -> list[str]:
    found = [name for text in given for name in text.split(",")]
    for name in found:
        if name not in FORMATS:
            raise unknown("--format", "format", name, FORMATS)
    return list(dict.fromkeys(found))


def _view(
    register: Register,
    as_of: str | None,
    today: str | None,
    now: str | None,
    *,
    names: bool,
    risks: bool,
    unit: str | None,
    area: str | None,
    depth: int | None,
) -> View:
    """What to draw; `--as-of` wins over `--today` (ruling A111)."""
    from igreg.chart.view import View
    from igreg.model.values import parse_day

    day = moment(register, today, now).date()
    if as_of is not None:
        try:
            day = parse_day(as_of)
        except ValueError as error:
            raise IgregError(f"--as-of: {as_of!r} is not {error}", "for example: --as-of 2026-11-02") from None
    return View(register, day, dated=as_of is not None, names=names, risks=risks, unit=unit, area=area, depth=depth)


def _warn(register: Register, quiet: bool) -> None:
    """A word about what cannot be in the chart because the register has faults."""
    count = sum(len(faults) for faults in register.faults.values())
    if count and not quiet:
        some = "one fault" if count == 1 else f"{count} faults"
        console.say(f"the register has {some} in its files, and the charts show what is left: see `igreg check`")


def _check(files: dict[Path, bytes], charts: tuple[str, ...], quiet: bool) -> None:
    """Say which files are not what would be drawn, and which pages are left over; line ends do not count."""
    stale = []
    for file, data in files.items():
        if not file.is_file():
            stale.append(f"{file.as_posix()} is missing")
        elif file.read_bytes().replace(b"\r\n", b"\n") != data.replace(b"\r\n", b"\n"):
            stale.append(f"{file.as_posix()} is not what the register says")
    for folder in dict.fromkeys(file.parent for file in files):
        endings = {file.suffix for file in files}
        found = {path for name in charts for path in folder.glob(f"{name}-*") if path.suffix in endings}
        stale += [f"{path.as_posix()} is no longer drawn" for path in sorted(found - set(files))]
    for line in stale:
        console.write(f"{line}\n")
    if stale:
        console.say("help: draw them again with the same options, without --check")
        raise typer.Exit(FINDINGS)
    if not quiet:
        console.say(f"{len(files)} files are current" if len(files) != 1 else "1 file is current")
