"""igreg sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli._bringing import FORMATS, Bringing, NoNames, as_json, one_of_words
from igreg.cli.complete import among, kinds
from igreg.cli.options import writes
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError

if TYPE_CHECKING:
    from igreg.register.register import Register

MISSING = ("keep", "end", "report")


@writes
def sheet(
    at: Session,
    kind: Annotated[
        list[str] | None,
        typer.Argument(metavar="KIND", help="With --out: what is to be in it.", autocompletion=kinds),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the register as a workbook.")] = None,
    given: Annotated[
        Path | None, typer.Option("--in", metavar="FILE", help="Bring back what was changed in it.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="With --out: who exported it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="With --out: write over a file that is there.")] = False,
    missing: Annotated[
        str,
        typer.Option(
            "--missing",
            metavar="WHAT",
            help="With --in: what becomes of rows that were deleted: report, keep or end.",
            autocompletion=among(*MISSING),
        ),
    ] = "report",
    accept_partly: Annotated[
        bool, typer.Option("--accept-partly", help="With --in: write the other rows where some are refused.")
    ] = False,
    no_names: NoNames = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --in: write without asking.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Write the register as a workbook, or bring back what was changed in one."""
    how = Bringing(yes, as_json(form), accept_partly, no_names)
    one_of_words("--missing", "way", missing, MISSING)
    if (out is None) == (given is None):
        raise IgregError(
            "say either --out FILE or --in FILE", "for example: igreg sheet --out register.xlsx staff roles"
        )
    if out is not None:
        _out(at, out, kind or [], by, force)
        return
    assert given is not None
    if kind:
        raise IgregError("--in takes what is in the workbook, and no KIND", "leave it out")
    _in(at, given, missing, how)


def _out(at: Session, path: Path, kinds: list[str], by: str | None, force: bool) -> None:
    """Write the workbook."""
    from igreg.language.english import counted, listed
    from igreg.render.workbook.xlsx import workbook
    from igreg.store.write import write_files
    from igreg.workbook.leaving import leaving

    chosen = list(dict.fromkeys(map(_kind, kinds)))
    if path.suffix.lower() != ".xlsx":
        raise IgregError(f"--out: {path.as_posix()} is no name of a workbook", "for example: --out register.xlsx")
    at.refuse_target(path, "a workbook", "register.xlsx")
    if path.exists() and not force:
        raise IgregError(f"--out: {path.as_posix()} is there already", "name another file, or write over it: --force")
    at.warn_of_half()
    asked = at.open()
    found = leaving(asked.register, chosen, asked.today, by=by, commit=_commit(at, asked.register))
    if not at.dry_run:
        write_files({path: workbook(found.book)})
    at.remark(
        f"{'would write' if at.dry_run else 'wrote'} {path.as_posix()}: {counted(found.records, 'record')} of "
        f"{counted(len(found.kinds), 'kind')}\n"
    )
    if found.unread:
        raise IgregError(
            f"not in it, since it cannot be read: {listed(found.unread)}", "`igreg check` says how to mend it", FINDINGS
        )


def _kind(word: str) -> str:
    """The kind that was typed; the organisation too."""
    from igreg.cli.options import kind_of_record
    from igreg.model.kind_words import kind_meant

    return "organisation" if kind_meant(word) == "organisation" else kind_of_record(word)


def _commit(at: Session, register: Register) -> str | None:
    """The commit that is checked out, where the register stands in it as it stands here, and there is Git."""
    from igreg.git.committed import committed
    from igreg.store.find import find_root

    root = find_root(at.folder)
    try:
        files = {name: (root / name).read_bytes() for name in register.sources.texts}
        found = committed(at.repository(), register.sources.root, files)
    except (IgregError, OSError):
        return None
    return found[0] if found is not None and found[1] else None


def _in(at: Session, path: Path, missing: str, how: Bringing) -> None:
    """Bring back what was changed."""
    from dataclasses import replace

    from igreg.cli._bringing import bring
    from igreg.cli.editing import editing
    from igreg.sheets.read import read_book
    from igreg.store.given import read_given
    from igreg.workbook.coming import coming
    from igreg.workbook.pages import ABOUT, LISTS

    book = read_book(path.name, read_given(str(path)), leave=(ABOUT, LISTS))
    with editing(replace(at, quiet=at.quiet and (how.yes or at.dry_run))) as work:
        bring(work, coming(work.register, path.name, book, work.now, missing=missing), how)
