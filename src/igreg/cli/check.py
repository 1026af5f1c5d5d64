"""igreg check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._since_review import since_reviews_if_asked
from igreg.cli.complete import among, finding_formats, rules
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown

if TYPE_CHECKING:
    from igreg.check.config import Config
    from igreg.check.profile import Profile
    from igreg.findings import CheckResult
    from igreg.register.register import Register


def _rules(help: str) -> typer.models.OptionInfo:
    """An option that takes rules, each by its name, its code or the beginning of codes."""
    option: typer.models.OptionInfo = typer.Option(metavar="RULES", help=help, autocompletion=rules)
    return option


@reads
def check(
    at: Session,
    select: Annotated[
        list[str] | None, _rules("Only these rules: names, codes or beginnings of codes, several with commas.")
    ] = None,
    ignore: Annotated[list[str] | None, _rules("All rules but these, named in the same way.")] = None,
    extend_select: Annotated[list[str] | None, _rules("These rules as well, beside those of igreg.toml.")] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY",
            help="Exit 1 where a finding is of this severity or graver: error, warning, info or never.",
            autocompletion=among("error", "warning", "info", "never"),
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="text, concise, markdown, json, jsonl, github, gitlab, sarif or junit.",
            autocompletion=finding_formats,
        ),
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=FILE", help="Write the findings into a file as well; repeatable."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Leave out the findings that this file sets aside.")
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Set aside what is found now, in this file; one that is there only shrinks."),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count by rule, owner and unit.")] = False,
    no_exceptions: Annotated[bool, typer.Option("--no-exceptions", help="Show what exceptions silence, too.")] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="List the files that are read, and stop.")] = False,
    profile: Annotated[bool, typer.Option("--profile", help="Print counts and seconds per stage and rule.")] = False,
) -> None:
    """Check the register and list what needs putting right."""
    from igreg.check.engine import check as run
    from igreg.check.profile import Profile
    from igreg.check.settings import load
    from igreg.register.read import read
    from igreg.store.read import read_sources

    outputs = _outputs(format, output or ())
    words = _words(select=select, ignore=ignore, extend_select=extend_select)
    settings = load(at.config_text, fail_on=fail_on, no_exceptions=no_exceptions, **words)
    stages = Profile()
    with stages.stage("files read"):
        at.warn_of_half()
        sources = read_sources(at.folder, beside=at.beside)
    if show_files:
        console.write("".join(f"{file}\n" for file in sorted(sources.texts)))
        return
    with stages.stage("records built"):
        register = read(sources)
    with stages.stage("rules run"):
        now = at.moment(register)
        since = since_reviews_if_asked(at, register, now.date(), settings)
        result = run(register, now, settings, stages.rules if profile else None, since)
    result = _set_aside(result, baseline, write_baseline)
    if format == "text":
        result = _with_causes(result, register, at, settings)
    with stages.stage("findings shown"):
        text = _shower(at, format, register)(result, sources.every_text, at.style, quiet=at.quiet)
    console.write(text)
    _write_outputs(outputs, result, sources.every_text)
    if statistics:
        _count(at, format, result, register)
    if profile:
        _say_profile(stages, result)
    if settings.fail_on is not None and (result.worst() or 0) >= settings.fail_on:
        raise typer.Exit(FINDINGS)


def _shower(at: Session, format: str, register: Register) -> Callable[..., str]:
    """How findings are shown: a register that is being set up has a line a rule, unless `-v` asks for each."""
    from igreg.analysis.setting_up import is_being_set_up
    from igreg.render.findings.formats import renderer

    if format == "text" and not at.verbose and is_being_set_up(register):
        from igreg.render.findings.begun import begun

        return begun
    return renderer(format)


def _with_causes(result: CheckResult, register: Register, at: Session, settings: Config) -> CheckResult:
    """Where a file is no YAML, what follows from that is told under it."""
    from igreg.findings import INVALID_YAML

    if not any(finding.rule == INVALID_YAML for finding in result.findings):
        return result
    from igreg.check.consequences import with_causes

    return with_causes(result, register, at.moment(register), settings)


def _words(**given: list[str] | None) -> dict[str, tuple[str, ...]]:
    """Words after `--select`, `--ignore` and `--extend-select`, each of them one that a rule is meant by."""
    from igreg.check.config import words

    return {name: words(typed or (), f"--{name.replace('_', '-')}") for name, typed in given.items()}


def _outputs(format: str, given: Iterable[str]) -> list[tuple[str, Path]]:
    """Which files are to be written beside the console, in which format; every format is one that there is."""
    from igreg.render.findings.formats import FORMATS

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    out = []
    for text in given:
        name, _, file = text.partition("=")
        if not file:
            raise IgregError(f"--output: {text!r} names no format and file", "for example: --output sarif=igreg.sarif")
        if name not in FORMATS:
            raise unknown("--output", "format", name, FORMATS)
        out.append((name, Path(file)))
    return out


def _write_outputs(outputs: Iterable[tuple[str, Path]], result: CheckResult, texts: Mapping[str, str]) -> None:
    """Write the findings to files, without colour."""
    if not outputs:
        return
    from igreg.render.escape.colour import Style
    from igreg.render.findings.formats import renderer
    from igreg.store.write import write_files

    write_files({file: renderer(name)(result, texts, Style()).encode() for name, file in outputs})


def _count(at: Session, format: str, result: CheckResult, register: Register) -> None:
    """Counts go with the findings for people, and to standard error beside a machine's format."""
    from igreg.check.statistics import statistics
    from igreg.render.findings.statistics import statistics_text

    text = statistics_text(statistics(result, register), at.style)
    (console.write if format in ("text", "concise", "markdown") else console.say)(text)


def _say_profile(stages: Profile, result: CheckResult) -> None:
    """Where the time went, on standard error."""
    from igreg.render.findings.profile import profile_text

    console.say(profile_text(stages, result))


def _set_aside(result: CheckResult, baseline: Path | None, write_baseline: Path | None) -> CheckResult:
    """Apply one baseline, write another; the one written holds what the other no longer sets aside."""
    if baseline is None and write_baseline is None:
        return result
    from igreg.check import baseline as lines
    from igreg.language.english import are, counted
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
            f"{write_baseline.name}: {counted(kept.total(), 'finding')} set aside"
            + (f", {counted(new, 'new one')} {are(new)} not" if new else "")
        )
        return lines.apply(result, kept)
    if baseline is not None:
        return lines.apply(result, lines.parse(baseline.name, read_text(baseline)))
    return result
