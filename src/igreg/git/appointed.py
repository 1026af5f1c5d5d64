"""With which commit of a line somebody came to hold what is asked about, or ceased to: read once for all commits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from igreg.analysis.subject import Subject
from igreg.analysis.who_held import is_meant
from igreg.dataclass import dataclass
from igreg.git.commits import Commit
from igreg.git.former_ids import FormerIds
from igreg.lives.pieces import Piece
from igreg.model.kinds.roles import Role
from igreg.register.file import FileRecords
from igreg.register.read import assemble
from igreg.register.register import Register
from igreg.register.sources import Sources

Pair = tuple[str, str]
"""A person and the capacity."""


@dataclass(frozen=True)
class Appointed:
    """The commits of a line, each asked only where one of the roles that are meant became another with it."""

    former: FormerIds
    subject: Subject
    pairs: Callable[[str, Register], Collection[Pair]]
    """Who holds it by the roles of a commit, under the ids that they have now."""

    def last_changes(self, before: Collection[Pair], commits: Sequence[Commit]) -> Mapping[Pair, tuple[Commit, bool]]:
        """The last commit, the oldest of them given first, that brought each pair in or out, and which of the two.

        `before` are those of the commit before the first. Raises NoHistory where an object is missing.
        """
        ids, known = self._ids(), set(before)
        moments = {number for id in ids for number in self.former.lives.track(id).moments}
        out: dict[Pair, tuple[Commit, bool]] = {}
        for commit in commits:
            number = self.former.numbers.get(commit.rev)
            if number is None or number not in moments:
                continue
            now = set(self.pairs(commit.rev, self._register(ids, number)))
            out |= {pair: (commit, pair in now) for pair in known ^ now}
            known = now
        return out

    def _ids(self) -> list[str]:
        """The ids under which the roles that are meant ever stood."""
        life = self.former.lives.of(self.subject.id) if self.subject.sort in ("role", "person") else None
        names = frozenset(life.names) if life is not None else frozenset({self.subject.id})
        touched = self.former.lives.history.touched.values()
        pieces = (piece for changes in touched for change in changes.values() for piece in change)
        return sorted({one.id for one in pieces if one is not None and self._is_meant(one, names)})

    def _is_meant(self, piece: Piece, names: Collection[str]) -> bool:
        if piece.kind != Role.kind:
            return False
        if self.subject.sort == "role":
            return piece.id in names
        role = piece.record
        if not isinstance(role, Role):
            return False
        if self.subject.sort == "person":
            return any(one.staff in names for one in role.holders)
        return is_meant(role, self.subject)

    def _register(self, ids: Sequence[str], number: int) -> Register:
        """The roles that are meant, as they stood at a commit, and nothing else."""
        pieces = (self.former.lives.track(id).piece(number) for id in ids)
        return assemble(_files(pieces), Sources({}))


def _files(pieces: Iterator[Piece | None]) -> Iterator[FileRecords]:
    for one in pieces:
        if one is not None:
            yield FileRecords(one.file, one.kind, (one.record,))
