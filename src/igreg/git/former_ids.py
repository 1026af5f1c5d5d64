"""By which ids roles and people went at a commit, and by which they go now (rulings H02, H08).

The history is read only when an id turns up that one of the two states does not know: where nothing was renamed, the
question costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.git.history import history_of
from igreg.git.run import Git
from igreg.lives.life import Lives
from igreg.register.register import Register

_KINDS = frozenset({"roles", "staff"})


@dataclass(frozen=True)
class FormerIds:
    """The ids that roles and people of a register have or had. Raises NoHistory where there is nothing to ask."""

    git: Git
    register: Register

    @cached_property
    def lives(self) -> Lives:
        """What became of them."""
        return Lives(history_of(self.git, self.register.sources, _KINDS))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """By the hash of a commit its number in their history."""
        return {one.rev: number for number, one in enumerate(self.lives.history.commits) if one.rev is not None}

    def then(self, id: str, rev: str) -> str:
        """The id by which a commit has what is called so now; the same where it has nothing of it."""
        life, number = self.lives.of(id), self.numbers.get(rev)
        state = life.state(number) if life is not None and number is not None else None
        return state.id if state is not None else id

    def now(self, id: str, rev: str) -> str:
        """The id by which that goes now which a commit has under an id."""
        present = self.present(id)
        return present if present is not None and self.then(present, rev) == id else id

    def present(self, id: str) -> str | None:
        """The id by which that goes now which has or had an id; nothing where it is gone, or nobody heard of it."""
        life = self.lives.of(id)
        return life.names[0] if life is not None and life.state(life.history.last) is not None else None
