"""The pack itself: its items, who is asked them, and what each status needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin

from pydantic import Field, model_validator

from igreg.model.base import Part, Record
from igreg.model.kinds.organisation import Organisation
from igreg.model.marks import Needed
from igreg.model.packs.proofs import Proof
from igreg.model.values import Day, Id, Length, Nation, Text, empty

NeedOfItem = Literal["mandatory", "optional", "unknown"]
"""What an item is for whoever is asked it; `unknown` where it is not established (ruling E06)."""
NEEDS: tuple[str, ...] = get_args(NeedOfItem)
CATEGORIES = ("category-1", "category-2", "category-3", "category-4")
TYPES: tuple[str, ...] = tuple(
    word
    for one in get_args(Organisation.model_fields["type"].annotation)
    if get_origin(one) is Literal
    for word in get_args(one)
)
LEVELS = ("not-achieved", "partially-achieved", "achieved")
"""The levels of an item that has levels, lowest first, where the pack names none (ruling E20)."""
UNKNOWN = "unknown"

Whom = Sequence[str]
"""The words that a row may be of for one organisation, the one that wins first: its type, then its category."""


class _Named(Part):
    """A part that is called by its id where it has no title."""

    @model_validator(mode="before")
    @classmethod
    def _called(cls, data: Any) -> Any:
        if isinstance(data, dict) and "id" in data and data.get("title") in (None, ""):
            return {**data, "title": data["id"]}
        return data


class Status(_Named):
    """An outcome that can be published; the best stands last."""

    id: Annotated[Id | None, Needed()] = Field(description="Its short name, with hyphens.")
    title: Text | None = Field(None, description="What it is called; not given: its id.")
    needs: Any = Field(
        None,
        description="`mandatory`, `approaching`, or a list of these and of proofs, all of which must hold; "
        "left out: it is never worked out.",
    )
    applies_to: list[Text] = Field(
        default_factory=empty, description="Categories and types that can reach it; empty: everybody."
    )
    source: Any = Field(None, description="Where that stands: a text, or a list of keys of `sources`.")
    confidence: Literal["low", "medium", "high"] | None = Field(None, description="How sure that is.")
    facts: dict[str, Any] | None = Field(None, description="What else is known; igreg carries it.")


class Group(_Named):
    """A heading under which items stand; it may stand under another."""

    id: Annotated[Id | None, Needed()] = Field(description="Its short name.")
    title: Text | None = Field(None, description="What it is called; not given: its id.")
    part_of: Text | None = Field(None, description="The group that it belongs to.")
    source: Any = Field(None, description="Where that stands: a text, or a list of keys of `sources`.")
    confidence: Literal["low", "medium", "high"] | None = Field(None, description="How sure that is.")
    facts: dict[str, Any] | None = Field(None, description="What else is known; igreg carries it.")


class Item(Part):
    """One thing that is asked."""

    id: Annotated[Id | None, Needed()] = Field(description="Its number, as text: 1.10 is not 1.1.")
    title: Annotated[Text | None, Needed()] = Field(description="What is asked, in short words.")
    group: Annotated[Text | None, Needed()] = Field(description="The group that it stands under.")
    input: Annotated[Literal["text", "yes-no", "document", "level"] | None, Needed()] = Field(
        description="How it is answered."
    )
    need: Any = Field(
        None,
        description="`mandatory`, `optional` or `unknown` for everybody, or one of these for each category or type.",
    )
    approaching: list[Text] = Field(
        default_factory=empty, description="Categories and types for which it counts for the status approaching."
    )
    level: Any = Field(None, description="The level that is needed, or one for each category or type.")
    levels: list[Text] = Field(default_factory=empty, description="Levels of its own, lowest first.")
    max_age: Length | None = Field(None, description="How old an answer may be.")
    proofs: list[dict[str, Any]] = Field(default_factory=empty, description="What shows it in a register.")
    answer: Text | None = Field(None, description="A template of the answer, filled in where the register shows it.")
    source: Any = Field(None, description="Where it stands: a text, or a list of keys of `sources`.")
    confidence: Literal["low", "medium", "high"] | None = Field(None, description="How sure the item itself is.")
    replaces: list[Text] = Field(default_factory=empty, description="Its ids in older editions.")
    changed: Text | None = Field(None, description="What is new in its meaning.")
    not_applicable_when: Text | None = Field(None, description="When it may be set aside.")
    note: Text | None = Field(None, description="Anything a reader should know.")
    exemptions: list[Text] = Field(default_factory=empty, description="Certificates that may stand for it.")
    facts: dict[str, Any] | None = Field(None, description="What else is known; igreg carries it.")

    def need_of(self, whom: Whom) -> str | None:
        """What it is for an organisation; None where it is not asked of it (ruling E19)."""
        return row_of(self.need, whom)

    def is_approaching(self, whom: Whom) -> bool:
        """Whether it counts for the status approaching."""
        return any(one in self.approaching for one in whom)

    @cached_property
    def sources(self) -> list[str]:
        """Its sources, always as a list."""
        return as_list(self.source)

    @cached_property
    def shown_by(self) -> tuple[Proof, ...]:
        """Its proofs as values; what is wrong in one is told when the pack is read, and leaves it out."""
        from igreg.model.packs.reading import proofs_of

        return proofs_of(self.proofs)


class Pack(Record):
    """What is asked, of whom, and by when."""

    kind: ClassVar[str] = "frameworks"
    order: ClassVar[int] = 1000
    one: ClassVar[str] = "a framework pack"
    many: ClassVar[str] = "framework packs"

    id: Annotated[Id | None, Needed()] = Field(description="Its name, which is that of its file.")
    title: Annotated[Text | None, Needed()] = Field(description="What it is called.")
    edition: Annotated[Text | None, Needed()] = Field(description="The edition, such as 2026-27.")
    alias: Id | None = Field(None, description="A name that means whichever edition is open on the day.")
    publisher: Text | None = Field(None, description="Who asks.")
    opens: Day | None = Field(None, description="The first day of the edition.")
    deadline: Day | None = Field(None, description="Its last day.")
    applies_to: list[Text] = Field(
        default_factory=empty, description="Categories and types of organisation; empty: everybody."
    )
    nations: list[Nation] = Field(default_factory=empty, description="The nations it is for; empty: all.")
    source: Any = Field(None, description="Where it stands: a text, or a list of keys of `sources`.")
    confidence: Literal["low", "medium", "high"] | None = Field(None, description="How sure it is.")
    note: Text | None = Field(None, description="Anything a reader should know.")
    derived: Text | None = Field(
        None, description="Where its items were worked out from another edition: how. It is for comparison only."
    )
    follows: Id | None = Field(None, description="The pack of the edition before.")
    levels: list[Text] = Field(default_factory=empty, description="Levels of its items, lowest first.")
    sources: dict[str, Text] = Field(default_factory=dict, description="What the keys of `source` stand for.")
    statuses: Annotated[list[Status], Needed()] = Field(description="What can be reached, the best last.")
    groups: Annotated[list[Group], Needed()] = Field(description="The headings, in order.")
    items: Annotated[list[Item], Needed()] = Field(description="What is asked, in order.")
    facts: dict[str, Any] | None = Field(None, description="What else is known; igreg carries it.")

    def is_for(self, whom: Whom, nation: str = "england") -> bool:
        """Whether it is for an organisation (ruling E05)."""
        named = not self.applies_to or any(one in self.applies_to for one in whom)
        return named and (not self.nations or nation in self.nations)

    @property
    def asks_category(self) -> bool:
        """Whether it matters to it which DSPT category an organisation is of (ruling E12)."""
        rows = (item.need for item in self.items if isinstance(item.need, Mapping))
        return any(one in CATEGORIES for one in self.applies_to) or any(
            one in CATEGORIES for need in rows for one in need
        )

    def asked_of(self, whom: Whom) -> list[Item]:
        """The items that an organisation is asked, in order: mandatory, optional and not established ones."""
        return [item for item in self.items if item.need_of(whom) is not None]

    @cached_property
    def by_item(self) -> Mapping[str, Item]:
        """Its items by id."""
        return {item.id: item for item in self.items if item.id}

    @cached_property
    def by_group(self) -> Mapping[str, Group]:
        """Its groups by id."""
        return {group.id: group for group in self.groups if group.id}

    def levels_of(self, item: Item) -> tuple[str, ...]:
        """The levels that an item can be answered with, lowest first (ruling E20)."""
        return tuple(item.levels or self.levels or LEVELS)

    def level_of(self, item: Item, whom: Whom) -> str | None:
        """The level that an item needs; None where that is not established (rulings E20, E41)."""
        if item.level is None:
            return self.levels_of(item)[-1]
        found = row_of(item.level, whom)
        return None if found == UNKNOWN else found

    def is_open(self, day: dt.date) -> bool:
        """Whether its edition is open on a day, the first and the last included; one without dates never is."""
        if self.deadline is None:
            return False
        return (self.opens is None or self.opens <= day) and day <= self.deadline

    @property
    def target(self) -> str | None:
        """The status that needs all mandatory items (ruling E09): the first that needs nothing else, or the first."""
        found = [status for status in self.statuses if "mandatory" in plain_needs(status)]
        return next((one.id for one in found if plain_needs(one) == ["mandatory"]), found[0].id if found else None)

    def status(self, word: str) -> Status | None:
        """The status of a name; hyphens and underscores are one (ruling E04)."""
        return next((one for one in self.statuses if one.id and spelt(one.id) == spelt(word)), None)


def spelt(word: str) -> str:
    """A status as packs spell it: with hyphens (ruling E04)."""
    return word.strip().lower().replace("_", "-").replace(" ", "-")


def row_of(rows: Any, whom: Whom) -> str | None:
    """What a word, or a row for each category or type, says of an organisation; the type's row wins (ruling E19)."""
    if isinstance(rows, Mapping):
        return next((str(rows[one]) for one in whom if one in rows), None)
    return None if rows is None else str(rows)


def plain_needs(status: Status) -> list[Any]:
    """What a status needs, always as a list: words and proofs as written; empty where it is never worked out."""
    if status.needs is None:
        return []
    return list(status.needs) if isinstance(status.needs, list) else [status.needs]


def as_list(source: Any) -> list[str]:
    """A source that may be a text or a list, as a list (ruling E24)."""
    if source is None:
        return []
    return [str(one) for one in source] if isinstance(source, list) else [str(source)]
