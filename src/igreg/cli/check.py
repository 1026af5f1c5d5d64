"""igreg check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.options import ConfigFile, NoColor, Now, Quiet, RegisterFolder, Today, Verbose, moment
from igreg.errors import FINDINGS, IgregError

if TYPE_CHECKING:
    from igreg.findings import CheckResult

Words = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Names, codes or beginnings of codes.")]


def check(
    register: RegisterFolder = None,
    select: Words = None,
    ignore: Words = None,
    extend_select: Words = None,
    fail_on: Annotated[str | None, typer.Option(metavar="SEVERITY", help="error, warning, info or never.")] = None,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="How to show the findings.")] = "text",
    output: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT=FILE", help="Write them to a file, too; repeatable.")
    ] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Set aside what this file lists.")] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is found; an existing file only shrinks.")
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count by rule, owner and unit.")] = False,
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Show what exceptions silence, too.")] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="List the files that are read, and stop.")] = False,
    profile: Annotated[bool, typer.Option("--profile", help="Print counts and seconds per stage and rule.")] = False,
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
    from igreg.check.profile import Profile
    from igreg.check.settings import load
    from igreg.register.read import read
    from igreg.render.escape.colour import Style
    from igreg.render.findings.formats import FORMATS, renderer
    from igreg.store.config import read_config
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    outputs = [_output(text) for text in output or ()]
    for name in (format, *(name for name, _ in outputs)):
        if name not in FORMATS:
            raise IgregError(f"there is no format {name!r}", f"one of: {', '.join(FORMATS)}")
    folder = find_register(register)
    settings = load(
        read_config(folder, config),
        select=words(select or (), "--select"),
        ignore=words(ignore or (), "--ignore"),
        extend_select=words(extend_select or (), "--extend-select"),
        fail_on=fail_on,
        no_exceptions=no_exceptions,
    )
    stages = Profile()
    with stages.stage("files read"):
        sources = read_sources(folder)
    if show_files:
        console.write("".join(f"{file}\n" for file in sorted(sources.texts)))
        return
    with stages.stage("records built"):
        whole = read(sources)
    with stages.stage("rules run"):
        result = run(whole, moment(whole, today, now), settings, stages.rules if profile else None)
    if baseline is not None or write_baseline is not None:
        result = _set_aside(result, baseline, write_baseline)
    style = Style(console.colour(no_color))
    with stages.stage("findings shown"):
        text = renderer(format)(result, sources.texts, style, quiet=quiet)
    console.write(text)
    if outputs:
        from igreg.store.write import write_files

        plain = Style()
        write_files({file: renderer(name)(result, sources.texts, plain).encode() for name, file in outputs})
    if statistics:
        from igreg.check.statistics import statistics as count
        from igreg.render.findings.statistics import statistics_text

        _beside(format, statistics_text(count(result, whole), style))
    if profile:
        from igreg.render.findings.profile import profile_text

        console.say(profile_text(stages, result))
    worst = result.worst()
    if worst is not None and settings.fail_on is not None and worst >= settings.fail_on:
        raise typer.Exit(FINDINGS)


def _beside(format: str, text: str) -> None:
    """Counts go with the findings for people, and to standard error beside a machine's format."""
    (console.write if format in ("text", "concise", "markdown") else console.say)(text)


def _output(text: str) -> tuple[str, Path]:
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise IgregError(f"--output: {text!r} names no format and file", "for example: --output sarif=igreg.sarif")
    return name, Path(file)


def _set_aside(result: CheckResult, baseline: Path | None, write_baseline: Path | None) -> CheckResult:
    """Apply one baseline, write another; the one written holds what the other no longer sets aside."""
    from igreg.check import baseline as lines
    from igreg.store.read import read_text
    from igreg.store.write import write_files

    before = None
    if write_baseline is not None:
        if write_baseline.exists():
            before = lines.parse(write_baseline.name, read_text(write_baseline))
        kept = lines.shrink(result.findings, before)
        write_files({write_baseline: lines.dump(kept).encode()})
        new = len(result.findings) - kept.total()
        console.say(
            f"{write_baseline.name}: {kept.total()} findings set aside" + (f", {new} new ones are not" if new else "")
        )
        return lines.apply(result, kept)
    if baseline is not None:
        return lines.apply(result, lines.parse(baseline.name, read_text(baseline)))
    return result
