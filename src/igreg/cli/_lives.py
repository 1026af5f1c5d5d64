"""What commands about the life of a record share: the history of its repository, read once, and what may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli.complete import ids
from igreg.cli.session import Session
from igreg.dataclass import dataclass

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.analysis.withheld import Withheld
    from igreg.git.run import Git
    from igreg.lives.life import Life, Lives
    from igreg.lives.said import Said
    from igreg.lives.shown import LifeShown

RecordEver = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="A record by an id that it has or had, by name or title; or the id of an action or audit finding.",
        autocompletion=ids(),
    ),
]


@dataclass(frozen=True)
class RecordLife:
    """The life of one record, in the repository in which the register is."""

    at: Session
    word: str
    seconds: float
    """So long may a call of Git take."""

    @cached_property
    def as_of(self) -> AsOf:
        """The register as it stands here; what has no ids is left out where an id is asked for."""
        from igreg.git.history import OF_IDS
        from igreg.model.kinds import KINDS

        return self.at.open(KINDS if "/" in self.word else OF_IDS)

    @cached_property
    def git(self) -> Git:
        """The repository of the register."""

        return self.at.repository(self.seconds)

    @cached_property
    def life(self) -> Life:
        """The life that is meant. Raises IgregError (2) for a word that no record has or had for an id."""
        from igreg.analysis.unread import refuse_to_call_unknown
        from igreg.analysis.withheld import sentence
        from igreg.errors import IgregError
        from igreg.git.history import OF_IDS, history_of
        from igreg.language.suggest import did_you_mean, nearest
        from igreg.lives.life import Lives
        from igreg.model.kinds.training_records import TrainingRecord

        register = self.as_of.register
        kinds = {TrainingRecord.kind} if "/" in self.word else OF_IDS
        lives = Lives(history_of(self.git, register.sources, kinds))
        found = lives.of(self.word) or self._by_name(lives)
        if found is None:
            refuse_to_call_unknown(register, self.word)
            near = nearest(self.word, (*register.kind_of, *lives.history.by_id))
            help = did_you_mean(
                sentence(near, {}) if near else None,
                "name a record, an action or an audit finding by an id that it has or had",
            )
            raise IgregError(f"no record has or had the id {self.word!r}", help)
        if found.names[0] != self.word and self.word in found.names:
            self.at.remark(f"{self.word} is called {sentence(found.names[0], {})} now")
        return found

    def _by_name(self, lives: Lives) -> Life | None:
        register = self.as_of.register
        meant = self.at.meant(register, "", self.word, *dict.fromkeys(register.kind_of.values()))
        return lives.of(meant) if meant != self.word else None

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """What there is to say of the commits that did something to it."""
        from igreg.git.said import said
        from igreg.lives.shown import revs_of

        return said(self.git, revs_of(self.life), self.as_of.register.clock.zone)

    @cached_property
    def withheld(self) -> Withheld:
        """What is not to be shown again, by the people and the facts of today."""
        from igreg.analysis.withheld import Withheld

        return Withheld.of(self.as_of)

    @cached_property
    def shown(self) -> LifeShown:
        """The life as it may be shown."""
        from igreg.lives.shown import shown

        return shown(self.life, self.said, self.withheld)

    def called(self, id: str) -> str:
        """A record or an area by its name, with its id beside it; an id that is no more is shown as it is."""
        from igreg.analysis.withheld import sentence

        register = self.as_of.register
        title = register.areas.get(id, id) if id not in register.by_id else register.plain_title(id)
        return sentence(f"{title} ({id})" if title != id else id, self._labels)

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return self.withheld.labels(self.as_of.register.records())
