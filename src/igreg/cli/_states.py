"""The states of a register that commands about its history read: those of commits, and the one that stands here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from igreg.cli.session import Session
from igreg.dataclass import dataclass
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.check.config import Config
    from igreg.diff.difference import Side, StateOf
    from igreg.git.commits import Commit, Line
    from igreg.git.whole_state import Commits, WholeState
    from igreg.register.register import Register


@dataclass
class States:
    """The repository of a register, and what stands here; all states are judged at one moment (ruling H17).

    What is odd about the states that were asked for is gathered as they are read.
    """

    at: Session
    seconds: float
    """So long may a call of Git take."""
    whole: bool = True
    """Whether what stands here is one of the states; else only the organisation is read, for its clock."""
    remarks: list[str] = field(default_factory=list)
    """What was said of the states so far, each once."""

    @cached_property
    def here(self) -> AsOf:
        """What stands here, as at the moment."""
        if self.whole:
            return self.at.open()
        from igreg.analysis.as_of import AsOf
        from igreg.register.read import read
        from igreg.store.read import read_sources

        kinds = {"organisation"}
        register = read(read_sources(self.at.folder, kinds, self.at.beside), kinds)
        return AsOf(register, self.at.moment(register))

    @cached_property
    def line(self) -> Line:
        """The line of commits of the repository in which the register is."""
        from igreg.git.commits import Line
        from igreg.git.run import Git
        from igreg.store.find import find_repository

        root, _ = find_repository(self.at.folder)
        return Line(Git(root, self.seconds), self.here.now, self.here.register.clock.zone)

    @cached_property
    def commits(self) -> Commits:
        """The commits, to be read."""
        from igreg.git.whole_state import Commits
        from igreg.git.written import organisation_text
        from igreg.store.find import find_repository

        _, folder = find_repository(self.at.folder)
        register = self.here.register
        return Commits(self.line.git, folder, register.sources.root, organisation_text(register))

    def sides(self, words: Sequence[str], base: str | None) -> tuple[Side, Side]:
        """The two states that are asked for: by default the last commit, and the register as it stands here."""
        from igreg.git.revision import branched_off

        if base is not None:
            found = branched_off(self.line, base)
            here = self._working_tree()
            side = self._at(found, base, here.register)
            return replace(side, state=replace(side.state, branched=True)), here
        revs = [self._meant(word) for word in words or ("HEAD",)]
        asked = words[0] if words else None
        if len(revs) < 2:
            here = self._working_tree()
            return self._at(revs[0], asked, here.register), here
        first = self._at(revs[0], asked, None)
        return first, self._at(revs[1], words[1], first.register)

    def _meant(self, word: str) -> Commit:
        """The commit that a word means; what is odd about the days of commits is said where it is a day."""
        from igreg.git.revision import commit_meant, is_day, named_like_a_day
        from igreg.language.english import long_day

        found = commit_meant(self.line, word)
        for name in named_like_a_day(self.line, word):
            self._say(f"{word} is taken as a day; what is called so is written {name}")
        if is_day(word):
            if word > self.here.today.isoformat():
                self._say(f"{long_day(dt.date.fromisoformat(word))} is still to come: this is what is known now")
            for remark in self.line.remarks:
                self._say(remark)
        return found

    def _say(self, remark: str) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)
            self.at.remark(remark)

    def _working_tree(self) -> Side:
        from igreg.diff.difference import StateOf

        return self._side(StateOf(None, self.here.today, None), self.here.register, self.at.configured)

    def _at(self, commit: Commit, asked: str | None, beside: Register | None) -> Side:
        """The state of a commit; what it has in common with another register is read once."""
        from igreg.diff.difference import StateOf
        from igreg.register.read import read, read_beside

        found = self.commits.whole(commit.rev)
        called = f"{commit.date} ({commit.rev[:7]})"
        for remark in found.state.remarks:
            self._say(f"{called}: {remark}")
        sources = found.sources
        if self.at.config is not None:  # the file given stands for both, with the packs beside it (ruling H26)
            own = self.here.register.sources
            sources = replace(sources, frameworks=own.frameworks, framework_faults=own.framework_faults)
        register = read(sources) if beside is None else read_beside(beside, sources)
        self.at.unread.add(f"{file} of {called}" for file in register.unread)
        side = self._side(StateOf(commit.rev, commit.date, asked), register, self._config(found, called))
        return replace(side, is_there=found.state.folder is not None, encrypted=found.state.encrypted)

    def _config(self, found: WholeState, called: str) -> Config:
        """The settings of a commit; those here where --config names them, or where they cannot be read."""
        from igreg.check.settings import load

        if self.at.config is not None or found.state.folder in ("", "."):
            return self.at.configured
        try:
            return load(found.config)
        except IgregError as error:
            self._say(f"{called}: its settings are not used: {error.sentence}")
            return self.at.configured

    def _side(self, state: StateOf, register: Register, config: Config) -> Side:
        from igreg.diff.difference import Side
        from igreg.rules._rule import Context

        figures = config.figures.in_nation(register.organisation.nation, self.here.now.date())
        return Side(state, Context(register, self.here.now, figures), config)
