"""igreg schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import kinds
from igreg.cli.options import tells
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError


@tells
def schema(
    at: Session,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help="A kind of record, or frameworks; default: all.", autocompletion=kinds),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the schemas into this folder.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if --out is not current.")] = False,
) -> None:
    """Print or write the JSON Schemas that editors check a register with."""
    from igreg.language.suggest import one_of
    from igreg.model.kinds import KINDS, in_order
    from igreg.model.schema import PACKS, schema_files
    from igreg.store.read import read_text
    from igreg.store.write import write_files

    if kind is not None and kind not in (*KINDS, PACKS):
        raise IgregError(f"no kind is called {kind!r}", one_of(kind, (*in_order(), PACKS)))
    files = {name: text for name, text in schema_files().items() if kind is None or name == f"{kind}.schema.json"}
    if check:
        folder = out or Path("schemas")
        stale = [n for n, text in files.items() if not (folder / n).is_file() or read_text(folder / n) != text]
        console.write("".join(f"{folder.as_posix()}/{name} is not current\n" for name in stale))
        if stale:
            raise typer.Exit(FINDINGS)
    elif out is not None:
        write_files({out / name: text.encode() for name, text in files.items()})
    elif kind is None:
        body = ",\n".join(f'"{name.removesuffix(".schema.json")}": {text.rstrip()}' for name, text in files.items())
        console.write("{\n" + body + "\n}\n")
    else:
        console.write("".join(files.values()))
