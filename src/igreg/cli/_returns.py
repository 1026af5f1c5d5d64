"""What one word means, for commands about a return."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from igreg.cli.session import Session
from igreg.errors import IgregError


def which(at: Session, what: str | None) -> tuple[Session, str | None]:
    """What one word means: an assessment's id, else a pack's, else a folder that is a register (ruling E01)."""
    from igreg.store.find import find_register

    if what is None or at.register is not None:
        return at, what
    try:
        folder = find_register(Path(what)) if Path(what).is_dir() else None
    except (IgregError, OSError, ValueError):
        folder = None
    if folder is None or _is_known(at, what):
        return at, what
    return replace(at, register=Path(what)), None


def _is_known(at: Session, word: str) -> bool:
    """Whether a word that is a register's folder is the id of an assessment or pack of the register here, too."""
    from igreg.facts import pack_names
    from igreg.model.kinds.assessments import Assessment
    from igreg.register.read import read
    from igreg.store.read import read_sources

    if word in pack_names():
        return True
    try:
        here = read(read_sources(at.folder, {"assessments"}, at.beside), {"assessments"})
    except IgregError:
        return False
    return here.get(Assessment, word) is not None or here.packs.get(word) is not None
