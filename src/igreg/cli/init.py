"""igreg init."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, starters
from igreg.cli.options import begins
from igreg.cli.session import Session
from igreg.errors import IgregError, unknown


@begins
def init(
    at: Session,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to begin in; the register goes into DIR/register.")
    ] = Path(),
    type: Annotated[
        str,
        typer.Option(
            metavar="TYPE", help="The type of organisation, as in organisation.yaml.", autocompletion=starters
        ),
    ] = "",
    name: Annotated[str, typer.Option(metavar="NAME", help="What the organisation is called.")] = "",
    ci: Annotated[
        str,
        typer.Option(
            metavar="CI",
            help="Which CI checks it: github, gitlab, azure or none; default: that of the repository, else none.",
            autocompletion=among("github", "gitlab", "azure", "none"),
        ),
    ] = "",
) -> None:
    """Write a register to begin with, for a type of organisation; on a terminal, ask what it is to hold."""
    from igreg.cli.interview import interview
    from igreg.register.read import read
    from igreg.register.sources import Sources
    from igreg.starter.names import Asked
    from igreg.starter.starter import starter
    from igreg.starter.templates import CI, starter_types, template_names
    from igreg.store.ci import ci_in
    from igreg.store.templates import read_template
    from igreg.store.write import write_files

    if (folder / "register").exists():
        _refuse(_below(folder / "register"))
    templates = {each: read_template(folder / "register", each) for each in template_names()}
    types = starter_types(templates)
    if ci and ci not in CI:
        raise unknown("--ci", "CI", ci, CI)
    now = at.moment(read(Sources({})))
    if not (type or name or ci) and console.can_ask():
        asked = interview(now, templates, _unless_there(at, folder, ci_in(folder)))
    else:
        _refuse_options(type, name, types)
        asked = Asked(type, name, now, ci=ci or _unless_there(at, folder, ci_in(folder)))
    begun = starter(asked, templates)
    files = {folder / path: text.encode() for path, text in begun.files.items()}
    _refuse(sorted(path.as_posix() for path in files if path.exists() or path.is_symlink()))
    write_files(files)
    _tell(at, folder, asked.ci, begun.files, begun.steps)


def _refuse_options(type: str, name: str, types: tuple[str, ...]) -> None:
    """Raise IgregError where an option that is needed is missing or is none."""
    if type not in types:
        if type:
            raise unknown("--type", "type", type, types)
        raise IgregError("--type is missing", f"one of: {', '.join(types)}")
    if not name.strip():
        raise IgregError("--name is missing", "what the organisation is called, for example: --name 'Willow Court'")


def _unless_there(at: Session, folder: Path, ci: str) -> str:
    """The CI that nobody asked for by name, unless its file is there: then that is kept, and said."""
    from igreg.starter.templates import CI

    there = [path for path in CI[ci] if (folder / path).exists()]
    if there:
        at.remark(f"{there[0]} is there already and is kept; docs/ci.md says what to add to it")
    return "none" if there else ci


def _counted(files: Collection[str]) -> str:
    """What was written: the files of the register, and all that is there for editors and CI alone."""
    own = sum(path.startswith("register/") for path in files)
    return f"the register is the {own} in register/, the others are settings and what editors complete with"


def _below(folder: Path) -> list[str]:
    """What there is of a register already."""
    found = sorted(path.as_posix() for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return found or [folder.as_posix()]


def _refuse(there: list[str]) -> None:
    """Raise IgregError where anything would be overwritten."""
    if there:
        more = f" and {len(there) - 5} more" if len(there) > 5 else ""
        raise IgregError(
            f"nothing was written: {', '.join(there[:5])}{more} would be overwritten", "name another folder"
        )


def _tell(at: Session, folder: Path, ci: str, files: Collection[str], steps: Sequence[str]) -> None:
    """Say what was written, and what to do."""
    from igreg.store.ci import is_repository

    where = "this folder" if folder == Path() else folder.as_posix()
    at.remark(f"wrote {len(files)} files into {where}: {_counted(files)}")
    if ci == "none" and is_repository(folder):
        at.remark("no CI checks it: `--ci github`, gitlab or azure writes its file")
    console.write("What to fill in, in register/ unless another place is named:\n")
    for number, step in enumerate(steps, 1):
        console.write(f"{number:3}. {step}\n")
    console.write("Then type: igreg check\n")
