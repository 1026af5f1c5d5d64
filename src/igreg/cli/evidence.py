"""igreg evidence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from igreg.cli import console
from igreg.cli._returns import which
from igreg.cli.complete import ids, items
from igreg.cli.options import sharing
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError, unknown
from igreg.language.english import some_of

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.assess.assessed import Assessed
    from igreg.facts.frameworks import ReadPack
    from igreg.model.kinds.assessments import Assessment
    from igreg.publish.evidence.pack import Evidence

shared = sharing("register", "today", "now", "config", "quiet", "verbose", "no_color")


@shared
def evidence(
    at: Session,
    assessment: Annotated[
        str | None,
        typer.Argument(
            metavar="ASSESSMENT",
            help="The assessment; default: the one open assessment.",
            autocompletion=ids("assessments"),
        ),
    ] = None,
    item: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this item; repeatable.", autocompletion=items)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR|FILE.zip", help="The folder or zip to write, whole or not at all.")
    ] = None,
    no_names: Annotated[
        bool, typer.Option("--no-names", help="Name people by their role; only documents marked public.")
    ] = False,
    sample: Annotated[
        list[str] | None, typer.Option(metavar="KIND=N", help="Draw N records of a kind for testing; repeatable.")
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What the sample is drawn by; default: commit, else return and day."),
    ] = None,
    verify: Annotated[
        Path | None, typer.Option(metavar="DIR|FILE.zip", help="Say whether a pack is still as it was made.")
    ] = None,
) -> None:
    """Put together what shows a return for an assessor: page, workbook, records, documents, and their checksums."""
    if verify is not None:
        _verify(at, verify)
        return
    if out is None:
        raise IgregError("igreg evidence needs --out", "for example: igreg evidence dspt-2026-27 --out evidence.zip")
    at, assessment = which(at, assessment)
    wanted = _sample(sample or ())
    as_of = at.open()
    _refuse_target(at, as_of, out)
    _make(at, as_of, assessment, tuple(dict.fromkeys(item or ())), out, wanted, seed, names=not no_names)


def _verify(at: Session, pack: Path) -> None:
    from igreg.language.english import counted
    from igreg.publish.evidence.verify import verify
    from igreg.render.escape.terminal import plain

    found = verify(pack)
    for line in found.differs:
        console.write(f"{plain(line)}\n")
    if found.differs:
        at.remark(f"the manifest's own SHA-256 is {found.sha256}\n")
        raise typer.Exit(FINDINGS)
    told = counted(found.files, "file")
    console.write(f"{told}, all as in the manifest; its own SHA-256 is {found.sha256}\n")


def _sample(words: tuple[str, ...] | list[str]) -> dict[str, int]:
    """How many records of which kinds are asked for."""
    from igreg.model.kind_words import kind_meant
    from igreg.model.kinds import KINDS

    out: dict[str, int] = {}
    for word in words:
        kind, equals, number = word.partition("=")
        if not equals or not number.isascii() or not number.isdigit() or len(number) > 6 or int(number) < 1:
            raise IgregError(f"--sample: {word!r} is not a kind and a number", "for example: --sample incidents=5")
        found = kind if kind in KINDS else kind_meant(kind)
        if found is None or found == "organisation":
            raise unknown("--sample", "kind", kind, [one for one in KINDS if one != "organisation"])
        out[found] = int(number)
    return out


def _refuse_target(at: Session, as_of: AsOf, out: Path) -> None:
    """Refuse a register that cannot all be read, and a target that is not igreg's to replace (rulings E52, E69)."""
    from igreg.language.english import listed
    from igreg.publish.evidence.verify import is_ours, put_beside
    from igreg.store.folder import recover

    unread = as_of.register.unread
    if unread:
        raise IgregError(
            f"no evidence is put together while {some_of(unread)} cannot be read", "mend what igreg check tells"
        )
    at.refuse_place(out, "evidence")
    if out.suffix.lower() != ".zip":
        recover(out)
    if out.is_symlink() or (out.exists() and not is_ours(out)):
        raise IgregError(
            f"--out: {out.as_posix()} is there already, and is no evidence pack", "name another, or take it away"
        )
    beside = put_beside(out) if out.exists() else []
    if beside:
        raise IgregError(
            f"--out: {listed([f'{out.as_posix()}/{one}' for one in beside[:3]])} would be lost: igreg did not write it",
            "take it out of the folder, or name another",
        )
    if out.exists() and out.is_dir() is (out.suffix.lower() == ".zip"):
        raise IgregError(f"--out: {out.as_posix()} is of the other form", "a name that ends in .zip is a file")


def _make(
    at: Session,
    as_of: AsOf,
    word: str | None,
    items: tuple[str, ...],
    out: Path,
    wanted: Mapping[str, int],
    seed: str | None,
    *,
    names: bool,
) -> None:
    from igreg.language.english import counted
    from igreg.publish.evidence.archive import zipped
    from igreg.publish.evidence.history import history
    from igreg.publish.evidence.manifest import MANIFEST, digest, manifest
    from igreg.publish.evidence.pack import Asked
    from igreg.publish.evidence.pack import evidence as put_together
    from igreg.publish.evidence.sample import drawn_of_each, told
    from igreg.publish.evidence.signed import committed
    from igreg.store.documents import read_document
    from igreg.store.find import find_root
    from igreg.store.folder import write_folder
    from igreg.store.templates import read_template
    from igreg.store.write import write_files

    read, assessment, found = _found(as_of, word, items)
    root = find_root(at.folder)
    commit, clean = _committed(at, as_of, root, {})
    seed = seed if seed is not None else commit or f"{assessment.id} {as_of.today.isoformat()}"
    drawn = drawn_of_each(as_of.register, wanted, seed)
    git = at.repository()
    since = history(as_of, assessment, git, names=names) if commit is not None else None
    who = committed(as_of, assessment, git) if commit is not None and names else {}
    made = put_together(
        Asked(as_of, found, assessment, drawn, names, commit, since, who),
        lambda path: read_document(root, path),
        read_template(at.folder, "evidence.html.j2"),
    )
    if commit is not None:
        clean = clean and _committed(at, as_of, root, _copied(made))[1]
    facts = _facts(as_of, read, found, made, commit, clean, told(as_of, seed, drawn, names=names))
    data = manifest(made.files, facts)
    files = {**made.files, MANIFEST: data}
    if out.suffix.lower() == ".zip":
        write_files({out: zipped(files)})
    else:
        write_folder(out, files)
    at.remark(f"wrote {out.as_posix()}: {counted(len(files), 'file')}; the manifest's own SHA-256 is {digest(data)}\n")


def _found(as_of: AsOf, word: str | None, items: tuple[str, ...]) -> tuple[ReadPack, Assessment, Assessed]:
    from igreg.assess.choose import assessable, meant
    from igreg.assess.choose import wanted as chosen
    from igreg.assess.look import look, states_of
    from igreg.rules._rule import Context

    context = Context(as_of.register, as_of.now, as_of.figures)
    read, assessment = meant(context, word)
    if assessment is None:
        raise IgregError(
            f"{word} is a pack, and evidence is of an assessment", f"begin one: igreg assess {word} --draft"
        )
    pack = assessable(context, read)
    states = states_of(context, pack, assessment)
    return read, assessment, look(context, states, chosen(states, items, gaps=False, owner=None, group=None))


def _committed(at: Session, as_of: AsOf, root: Path, more: Mapping[str, bytes]) -> tuple[str | None, bool | None]:
    """The commit that is checked out, and whether it has the register and documents as they stand here."""
    from igreg.git.committed import committed

    sources = as_of.register.sources
    files = {name: (root / name).read_bytes() for name in sources.texts} | dict(more)
    found = committed(at.repository(), sources.root, files)
    return (None, None) if found is None else found


def _copied(made: Evidence) -> dict[str, bytes]:
    return {path: made.files[f"documents/{path}"] for path in made.documents}


def _facts(
    as_of: AsOf,
    read: ReadPack,
    found: Assessed,
    made: Evidence,
    commit: str | None,
    clean: bool | None,
    sample: Mapping[str, Any] | None,
) -> Any:
    from igreg import __version__
    from igreg.facts.frameworks import shipped_text
    from igreg.publish.evidence.manifest import Facts, digest

    text = as_of.register.sources.frameworks[read.file] if read.own else shipped_text(read.name)
    return Facts(
        as_of.today.isoformat(),
        __version__,
        found.assessment,
        found.framework,
        found.edition,
        digest(text.encode()),
        commit,
        clean,
        made.left_out,
        sample,
    )
