"""igreg init."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import starters
from igreg.cli.options import begins
from igreg.cli.session import Session
from igreg.errors import IgregError, unknown


@begins
def init(
    at: Session,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to; the register goes into DIR/register.")
    ] = Path(),
    type: Annotated[
        str,
        typer.Option(
            metavar="TYPE", help="The type of organisation, as in organisation.yaml.", autocompletion=starters
        ),
    ] = "",
    name: Annotated[str, typer.Option(metavar="NAME", help="What the organisation is called.")] = "",
) -> None:
    """Write a register to begin with, for a type of organisation, and say what to fill in."""
    from igreg.register.read import read
    from igreg.register.sources import Sources
    from igreg.starter.names import Asked
    from igreg.starter.starter import starter
    from igreg.starter.templates import starter_types, template_names
    from igreg.store.templates import read_template
    from igreg.store.write import write_files

    templates = {each: read_template(folder / "register", each) for each in template_names()}
    types = starter_types(templates)
    if type not in types:
        if type:
            raise unknown("--type", "type", type, types)
        raise IgregError("--type is missing", f"one of: {', '.join(types)}")
    if not name.strip():
        raise IgregError("--name is missing", "what the organisation is called, for example: --name 'Willow Court'")
    begun = starter(Asked(type, name, at.moment(read(Sources({})))), templates)
    files = {folder / path: text.encode() for path, text in begun.files.items()}
    there = sorted(path.as_posix() for path in files if path.exists() or path.is_symlink())
    if (folder / "register").exists() and not there:
        there = [(folder / "register").as_posix()]
    if there:
        more = f" and {len(there) - 5} more" if len(there) > 5 else ""
        raise IgregError(
            f"nothing was written: {', '.join(there[:5])}{more} would be overwritten", "name another folder"
        )
    write_files(files)
    at.remark(f"wrote {len(files)} files into {folder.as_posix()}")
    console.write("What to fill in, in register/ unless another place is named:\n")
    for number, step in enumerate(begun.steps, 1):
        console.write(f"{number:3}. {step}\n")
