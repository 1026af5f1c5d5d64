"""How one register stands, in figures: for `igreg estate` and for the snapshot of `igreg export`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from igreg.cli.session import Session

if TYPE_CHECKING:
    from igreg.estate.figures import Figures
    from igreg.register.register import Register


def figures_at(at: Session, *, to_send: bool = False) -> Figures:
    """The figures of the register of a session, as at its moment.

    Those `to_send` say also which commit holds it as it is here, and name nobody who is named in a title.

    The session learns which files could not be read. Raises IgregError where the register, or its configuration, cannot
    be read at all.
    """
    from igreg.cli._since_review import since_reviews_if_asked
    from igreg.estate.ask import figures
    from igreg.register.read import read
    from igreg.rules._rule import Context
    from igreg.store.read import read_sources

    config = at.configured
    register = read(read_sources(at.folder, beside=at.beside))
    at.unread.add(register.unread)
    now = at.moment(register)
    figures_in_force = config.figures.in_nation(register.organisation.nation, now.date())
    since = since_reviews_if_asked(at, register, now.date(), config)
    context = Context(register, now, figures_in_force, since_review=since)
    if not to_send:
        return figures(context, config)
    from igreg.analysis.people_in_texts import People
    from igreg.cli._no_names import warn_if_unknown

    warn_if_unknown(register)
    found = figures(context, config, _commit(at, register))
    text = People(register).text
    return replace(found, training=tuple(replace(one, title=text(one.title)) for one in found.training))


def snapshot_of(at: Session) -> dict[str, bytes]:
    """The snapshot of the register of a session, by its file's name: figures only, and of no person (ruling X69)."""
    from igreg.estate.rows import rows
    from igreg.store.estate import NAME, Database

    return {NAME: Database().snapshot(rows(figures_at(at, to_send=True)))}


def _commit(at: Session, register: Register) -> str | None:
    """The commit that is checked out, where all that the figures hang on stands in it as it stands here.

    That is the register, `igreg.toml` and packs of one's own.
    """
    from igreg.git.committed import committed
    from igreg.store.find import find_config, find_root

    root = find_root(at.folder)
    sources = register.sources
    paths = [root / name for name in (*sources.texts, *sources.frameworks)]
    config = find_config(at.folder, at.config)
    whole = [path.resolve() for path in (*paths, *([config] if config is not None else []))]
    base = root.resolve()
    if not all(path.is_relative_to(base) for path in whole):
        return None
    files = {path.relative_to(base).as_posix(): path.read_bytes() for path in whole}
    found = committed(at.repository(), sources.root, files)
    return found[0] if found is not None and found[1] else None
