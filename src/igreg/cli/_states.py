"""The states of a register that commands about its history read: those of commits, and the one that stands here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from igreg.cli.session import Session

if TYPE_CHECKING:
    from igreg.diff.difference import Side, StateOf
    from igreg.git.commits import Commit, Line
    from igreg.register.register import Register


@dataclass(frozen=True)
class States:
    """The repository of a register, with what stands here, as at the moment at which both states are judged."""

    at: Session
    here: Register
    now: dt.datetime
    seconds: float
    """So long may a call of Git take."""

    @classmethod
    def of(cls, at: Session, seconds: float) -> States:
        """Those of the session's register, which is read once."""
        as_of = at.open()
        return cls(at, as_of.register, as_of.now, seconds)

    @cached_property
    def line(self) -> Line:
        """The line of commits of the repository in which the register is."""
        from igreg.git.commits import Line
        from igreg.git.run import Git
        from igreg.store.find import find_root

        return Line(Git(find_root(self.at.folder), self.seconds), self.now, self.here.clock.zone)

    def sides(self, words: Sequence[str], base: str | None) -> tuple[Side, Side]:
        """The two states that are asked for: by default the last commit, and the register as it stands here."""
        from igreg.git.revision import branched_off, commit_meant

        if base is not None:
            return self._at(branched_off(self.line, base), base), self._working_tree()
        first = self._at(commit_meant(self.line, words[0] if words else "HEAD"), words[0] if words else None)
        if len(words) < 2:
            return first, self._working_tree()
        return first, self._at(commit_meant(self.line, words[1]), words[1])

    def _working_tree(self) -> Side:
        from igreg.diff.difference import StateOf

        return self._side(StateOf(None, self.now.date(), None), self.here)

    def _at(self, commit: Commit, asked: str | None) -> Side:
        from igreg.diff.difference import StateOf
        from igreg.git.state import state_at
        from igreg.register.read import read

        state = state_at(self.line.git, commit.rev, self.here.sources.root, None, "")
        for remark in state.remarks:
            self.at.remark(remark)
        return self._side(StateOf(commit.rev, commit.date, asked), read(state.sources))

    def _side(self, state: StateOf, register: Register) -> Side:
        from igreg.diff.difference import Side
        from igreg.rules._rule import Context

        config = self.at.configured
        figures = config.figures.in_nation(register.organisation.nation)
        return Side(state, Context(register, self.now, figures), config)
