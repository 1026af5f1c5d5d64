"""igreg check."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.options import ConfigFile, NoColor, Now, Quiet, RegisterFolder, Today, Verbose, moment
from igreg.errors import FINDINGS, IgregError

Words = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Names, codes or beginnings of codes.")]


def check(
    register: RegisterFolder = None,
    select: Words = None,
    ignore: Words = None,
    extend_select: Words = None,
    fail_on: Annotated[str | None, typer.Option(metavar="SEVERITY", help="error, warning, info or never.")] = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="How to show the findings.")] = "text",
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Show what exceptions silence, too.")] = False,
    today: Today = None,
    now: Now = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Check the register and list what needs putting right."""
    from igreg.check.config import words
    from igreg.check.engine import check as run
    from igreg.check.settings import load
    from igreg.register.read import read
    from igreg.render.formats import FORMATS, renderer
    from igreg.render.style import Style
    from igreg.store.config import read_config
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    if format not in FORMATS:
        raise IgregError(f"--format: there is no format {format!r}", f"one of: {', '.join(FORMATS)}")
    folder = find_register(register)
    settings = load(
        read_config(folder, config),
        select=words(select or (), "--select"),
        ignore=words(ignore or (), "--ignore"),
        extend_select=words(extend_select or (), "--extend-select"),
        fail_on=fail_on,
        no_exceptions=no_exceptions,
    )
    sources = read_sources(folder)
    whole = read(sources)
    report = run(whole, moment(whole, today, now), settings)
    style = Style(console.colour(no_color))
    console.write(renderer(format)(report, sources.texts, style, quiet=quiet))
    worst = report.worst()
    if worst is not None and settings.fail_on is not None and worst >= settings.fail_on:
        raise typer.Exit(FINDINGS)
