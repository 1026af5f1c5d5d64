"""What the words mean about which somebody asks who it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from igreg.cli.session import Session
from igreg.errors import NO_REGISTER, IgregError

if TYPE_CHECKING:
    from collections.abc import Callable

    from igreg.analysis.subject import Subject
    from igreg.register.register import Register


KINDS = ("units", "roles", "staff", "groups", "bodies")
"""What the answer is told from, and what may have been meant instead; nothing else is read."""


def meant(at: Session, register: Register, what: str, former: Callable[[str], str | None] | None = None) -> Subject:
    """What the word means. Raises IgregError where it means nothing, or may mean what could not be read.

    `former` gives the id that is to be typed for one that was renamed (ruling H02).
    """
    from igreg.analysis.subject import near, of_another_kind, subject
    from igreg.analysis.who_held import DECIDES, hides

    found = subject(register, what)
    if found is None:
        files = hides(register, (*DECIDES, "organisation"))
        if files:
            raise cannot_tell(f"{what!r} was not found", files)
        kind = _kind_elsewhere(at, what)
        if kind is not None:
            raise of_another_kind(what, kind)
        sort, colon, id = what.rpartition(":")
        other = former(id.strip()) if former is not None else None
        help = near(register, what) if other is None else f"it was renamed: igreg {at.command} {sort}{colon}{other}"
        raise IgregError(f"no area, function, role or person is called {what!r}", help)
    if found.id not in what:
        at.remark(f"{what!r} is taken to mean the {found.sort} {register.lookup.called(found.id)}")
    return found


def _kind_elsewhere(at: Session, word: str) -> str | None:
    """Of which kind the record is that has a word for its id, among all that were not read for the answer."""
    from igreg.model.kinds import KINDS as ALL
    from igreg.model.kinds.training_records import TrainingRecord
    from igreg.register.read import read
    from igreg.store.read import read_sources

    others = frozenset(ALL) - {*KINDS, TrainingRecord.kind}
    return read(read_sources(at.folder, others), others).kind_of.get(word)


def former_ids(at: Session, register: Register, seconds: float, rev: str | None = None) -> Callable[[str], str | None]:
    """What gives, for an id that means nothing, the one by which that goes now, or went at a commit.

    The history is read only for such an id; without one nothing is known. `seconds` is for each call of Git.
    """

    def asked(id: str) -> str | None:
        from igreg.git.former_ids import FormerIds
        from igreg.git.run import NoHistory

        ids = FormerIds(at.repository(seconds), register)
        try:
            found = ids.present(id) if rev is None else ids.then(id, rev)
        except NoHistory:
            return None
        return found if found != id else None

    return asked


def cannot_tell(what: str, files: tuple[str, ...]) -> IgregError:
    """The error that nobody can say `nobody`, because a file that may name somebody could not be read."""
    from igreg.language.english import some_of

    return IgregError(
        f"{what}, but {some_of(files)} could not be read in full",
        "mend the file first: `igreg check` says what is wrong with it",
        NO_REGISTER,
    )
