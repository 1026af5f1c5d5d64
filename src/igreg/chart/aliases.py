"""Under which id each party is drawn: its own, but a number where it may tell of a person (ruling A109)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from igreg.chart.view import View
from igreg.dataclass import dataclass

SOMEBODY = "_person"
"""The id of a person who has no number."""


@dataclass(frozen=True)
class Aliases:
    """The ids of parties in a chart, worked out once for all of them: it does not matter who is drawn first."""

    view: View
    numbers: Mapping[str, str]

    @classmethod
    def of(cls, view: View, parties: Iterable[str]) -> Aliases:
        """The aliases of some parties; where names are left out, those who may be people are numbered in this order."""
        people = [] if view.names else [id for id in dict.fromkeys(parties) if view.secret(id)]
        return cls(view, {id: f"{SOMEBODY}-{number}" for number, id in enumerate(people, 1)})

    def alias(self, id: str) -> str:
        """The id under which a party is drawn."""
        if self.view.names or not self.view.secret(id):
            return id
        return self.numbers.get(id, SOMEBODY)

    def hides(self, party: str) -> bool:
        """Whether a party that is drawn under this id is a person whose name is left out."""
        return not self.view.names and (party == SOMEBODY or party in self.numbers.values())
