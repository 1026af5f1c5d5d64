"""The life of a fact: where it stands, who looked when, where and since when it holds, and how sure we are."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from igreg.model.values import Nation

NATIONS: tuple[Nation, ...] = get_args(Nation)
CALLED = {"england": "England", "wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}
Confidence = Literal["high", "medium", "low"]


def _listed(value: object) -> object:
    """A nation, several, or `uk` for all four, as a list."""
    if value == "uk":
        return list(NATIONS)
    return [value] if isinstance(value, str) else value


Nations = Annotated[tuple[Nation, ...], BeforeValidator(_listed), Field(min_length=1)]


class Row(BaseModel):
    """Anything in a table of facts: it has a key of its own there, and no field that the table does not know."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, allow_inf_nan=False, defer_build=True
    )

    table: ClassVar[str]
    """The table's name, which is its file in `facts/`."""

    key: str = Field(min_length=1)

    @property
    def id(self) -> str:
        """What the row is called in `igreg facts` and in `igreg.toml`: its table and its key."""
        return f"{self.table}.{self.key}"


class Life(BaseModel):
    """What is known of how old a row is and how it was read; null where that is not known."""

    model_config = ConfigDict(defer_build=True)

    url: str | None
    checked: dt.date | None
    """The day on which somebody last read it at the address, or a copy of it."""
    edition: str | None
    """The edition that was read; null where the source has none."""
    nation: Nations
    """The nations in which it holds."""
    in_force_from: dt.date | None
    until: dt.date | None
    """Its last day; a row that is past it is still used where nothing newer is known, and says so."""
    first_hand: bool
    """Whether the source itself was read: not an extract, not somebody's account of it, not from memory."""

    @property
    def nations(self) -> str:
        """The nations in words; `UK` for all four."""
        return "UK" if set(self.nation) == set(NATIONS) else ", ".join(CALLED[one] for one in self.nation)

    def has_begun(self, day: dt.date) -> bool:
        """Whether it holds already, so far as that is known."""
        return self.in_force_from is None or self.in_force_from <= day

    def ended(self, day: dt.date) -> bool:
        """Whether its last day is past."""
        return self.until is not None and self.until < day


class Fact(Row, Life):
    """One row of the facts."""

    source: str = Field(min_length=1)
    """The source and the place in it, as messages name them."""
    rests_on: str | None = None
    """The source in `sources.yaml` whose life the row has; null for a row with a life of its own."""
    confidence: Confidence
    own: bool = False
    """Whether the organisation wrote it into `igreg.toml`, instead of one of igreg's or beside them."""

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        raise NotImplementedError

    @model_validator(mode="after")
    def _second_hand(self) -> Self:
        """Nobody is sure of what they read second-hand."""
        if not self.first_hand and self.confidence == "high":
            raise ValueError("what was not read first-hand is of medium confidence at most")
        return self

    def in_nation(self, nation: str) -> bool:
        """Whether it holds in a nation."""
        return nation in self.nation


class Source(Row, Life):
    """A source that was read once and that several rows rest on."""

    table: ClassVar[str] = "sources"

    called: str
    """What igreg calls it for short."""
    title: str
    """What it is in full."""
    where: str
    """Who publishes it, or where it stands."""
    read_as: str | None = None
    """How it was read where it was not at first hand."""
    out_of_date: str | None = None
    """What has come since, where it is not the latest."""
