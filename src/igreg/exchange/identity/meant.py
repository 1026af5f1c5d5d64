"""Which record each row of a table means: by its id, its key, else by its name; or the id of the new one that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.exchange.brought import Note
from igreg.exchange.cells.read import Reader
from igreg.exchange.identity.keys import Keys
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.people import People
from igreg.exchange.identity.rest import Rest
from igreg.exchange.identity.training import Trained
from igreg.exchange.rows import Incoming

__all__ = ["Identity", "Meant"]


@dataclass
class Identity:
    """The records that the rows of one table mean; what it learnt of keys is in `learnt` when all were looked at."""

    reader: Reader
    keys: Mapping[str, str] = field(default_factory=dict)
    """The ids of the map, by the hash of the key that the other system has for them."""
    secret: bytes | None = None
    """By which a key becomes its hash; without one no key is known."""
    fresh: bool = False
    """Whether the secret was made just now."""
    leave_out: bool = False
    """Whether training of people who are not in the register is left out, and not refused."""
    from_expiry: bool = False
    """Whether a day of completion is worked out from that of expiry."""
    told: Mapping[int, str] = field(default_factory=dict)
    """Whom rows mean of which somebody was asked, by the number of the row; an empty text is a new person."""
    notes: list[Note] = field(default_factory=list)
    """What is told of several rows."""
    learnt: Mapping[str, str] = field(default_factory=dict)
    learnt_of: Mapping[str, int] = field(default_factory=dict)
    """The rows of which they were learnt."""

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each of the rows is of, in their order."""
        match self.reader.kind:
            case "staff":
                found = People(self.reader, self._known, self.fresh, self.told).of(rows)
            case "training-records":
                found = self.trained.of(rows)
            case _:
                found = Rest(self.reader).of(rows)
        self.learnt, self.learnt_of = self._known.learnt, self._known.rows
        return found

    @cached_property
    def trained(self) -> Trained:
        """The training records that rows mean."""
        return Trained(self.reader, self._known, self.leave_out, self.from_expiry, self.notes, told=self.told)

    @cached_property
    def _known(self) -> Keys:
        return Keys(self.secret, self.keys)
