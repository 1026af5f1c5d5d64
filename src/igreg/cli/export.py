"""igreg export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from igreg.cli.options import sharing
from igreg.cli.session import Session
from igreg.errors import IgregError


@sharing("folder", "today", "now", "config", "quiet", "verbose", "no_color")
def export(
    at: Session,
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="Where to; a folder for several tables.")] = None,
    snapshot: Annotated[
        bool, typer.Option("--snapshot", help="Only how the register stands, in figures and of no person: for estate.")
    ] = False,
) -> None:
    """Write what is asked for into a folder: the snapshot of a register, for `igreg estate`."""
    from igreg.cli._figures import snapshot_of
    from igreg.store.write import write_files

    if not snapshot:
        raise IgregError("what is to be exported is not said", "for example: igreg export --snapshot --out snapshot")
    if out is None:
        raise IgregError("--snapshot needs --out", "for example: --snapshot --out snapshot")
    if out.resolve().is_relative_to(at.folder.resolve()):
        raise IgregError("--out: a snapshot cannot go into the register", "for example: --out snapshot")
    if out.exists() and not out.is_dir():
        raise IgregError(f"--out: {out.as_posix()} is a file", "name a folder, for example: --out snapshot")
    at.warn_of_half()
    files = {out / name: data for name, data in snapshot_of(at).items()}
    write_files(files)
    at.remark("".join(f"wrote {path.as_posix()}\n" for path in files))
