"""The facts in force: igreg's rows, with those of the organisation in their place or beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import cast

from igreg.dataclass import dataclass
from igreg.facts.effort import Effort
from igreg.facts.holidays import Holidays
from igreg.facts.life import Fact
from igreg.facts.notices import Notice, Question
from igreg.facts.skills import Competence
from igreg.facts.tables import Base, Conflict, F, Functions, Limit, Words, table
from igreg.once import once_for_each

TABLES: tuple[type[Fact], ...] = (
    Limit,
    Words,
    Functions,
    Base,
    Conflict,
    Notice,
    Question,
    Holidays,
    Competence,
    Effort,
)
"""The tables, in the order in which they are listed."""


@dataclass(frozen=True)
class Facts:
    """Law and guidance as they are in force for one organisation."""

    own: Mapping[str, Fact] = field(default_factory=dict)
    """The organisation's own rows, by their ids; a row of igreg with the same id is overruled."""

    def on(self, day: dt.date) -> Facts:
        """The same without own rows that hold from a later day only: till then igreg's stand."""
        begun = {id: row for id, row in self.own.items() if row.has_begun(day)}
        return self if len(begun) == len(self.own) else Facts(begun)

    def in_nation(self, nation: str, day: dt.date) -> Facts:
        """The same without own rows of another nation, or that hold from a later day only.

        One that names no nation holds wherever igreg's would stand; one that is past its last day is used still.
        """
        begun = self.on(day)
        there = {id: row for id, row in begun.own.items() if row.in_nation(nation) or _keeps_its_nation(row)}
        return begun if len(there) == len(begun.own) else Facts(there)

    def table(self, model: type[F]) -> Mapping[str, F]:
        """The rows of a table, by key."""
        return cast("Mapping[str, F]", self._table(model))

    @once_for_each
    def _table(self, model: type[Fact]) -> Mapping[str, Fact]:
        own = {row.key: row for row in self.own.values() if isinstance(row, model)}
        return {**table(model), **own} if own else table(model)

    def limit(self, key: str) -> Limit:
        """One figure with its source."""
        return self.table(Limit)[key]

    def values(self, key: str) -> tuple[str, ...]:
        """One of the short lists."""
        return self.table(Words)[key].values

    @once_for_each
    def by_type(self, key: str) -> Mapping[str, str]:
        """A short list that says something of each type of organisation: `gp-practice=4`."""
        return dict(pair.split("=") for pair in self.values(key))

    def category(self, organisation_type: str | None, given: int | None) -> int:
        """The DSPT category: the one given, else the type's (ruling A70)."""
        return given if given is not None else int(self.by_type("categories").get(organisation_type or "other", "3"))

    def trains_by_share(self, category: int) -> bool:
        """Whether organisations of a DSPT category train a fixed share of their staff (ruling A69)."""
        return str(category) in self.values("share-categories")

    def functions(self, organisation_type: str | None) -> Functions:
        """What a type of organisation needs (ruling A44); that of `other` where the type is unknown."""
        rows = self.table(Functions)
        return rows.get(organisation_type or "other", rows["other"])

    def base(self, function: str, organisation_type: str, nation: str) -> Base:
        """What the need of a function rests on: a row of the nation rather than England's, one of the type first."""
        found = [
            row
            for row in self.table(Base).values()
            if row.function == function and organisation_type in (row.types or (organisation_type,))
        ]
        return max(found, key=lambda row: (row.in_nation(nation), bool(row.types), row.in_nation("england")))

    def row(self, id: str) -> Fact:
        """One row by its id; raises KeyError where there is none."""
        name, _, key = id.partition(".")
        return next(self.table(model)[key] for model in TABLES if model.table == name)

    def rows(self) -> tuple[Fact, ...]:
        """Every row of every table, in order."""
        return tuple(row for model in TABLES for row in self.table(model).values())


def _keeps_its_nation(row: Fact) -> bool:
    """Whether an own row holds where the one holds that it overrules: nobody wrote another nation into it."""
    shipped = table(type(row)).get(row.key)
    return shipped is not None and shipped.nation == row.nation
