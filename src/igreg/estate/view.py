"""Many registers as one value: each with its figures or why it cannot be read, and what the views say of all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Literal

from igreg.dataclass import dataclass
from igreg.estate.figures import Figures
from igreg.language.english import counted

Source = Literal["register", "snapshot"]
Answers = Mapping[str, list[dict[str, Any]]]
"""What each view of `views.py` comes to: its rows, by column."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A register or a snapshot, by the path by which it was named."""

    register: str
    source: Source
    figures: Figures | None
    """Nothing where it cannot be read."""
    message: str | None = None
    """Why it cannot be read, or that some of its files could not be."""

    @property
    def name(self) -> str | None:
        """What the organisation is called."""
        return self.figures.organisation.name if self.figures is not None else None

    @property
    def called(self) -> str:
        """What it is called on a page: the organisation's name, else its path."""
        return self.name or self.register

    @property
    def is_incomplete(self) -> bool:
        """Whether some of its files could not be read, so that more may be wrong than is counted."""
        return self.figures is not None and self.figures.unread > 0


@dataclass(frozen=True, slots=True)
class Stands:
    """An entry with what its figures add up to."""

    entry: Entry
    error: int = 0
    warning: int = 0
    overdue: int = 0
    due: int = 0
    vacant: tuple[str, ...] = ()
    """The areas that nobody leads."""
    lowest_share: float | None = None
    missing: int | None = None

    @property
    def worst_first(self) -> tuple[object, ...]:
        """The order of a list for people: what cannot be read, what is not complete, then by how much is amiss."""
        unread = 0 if self.entry.figures is None else 1 if self.entry.is_incomplete else 2
        return (unread, -self.error, -self.overdue, -len(self.vacant), -self.warning, *order(self.entry))


@dataclass(frozen=True)
class Estate:
    """One view over many registers."""

    today: dt.date
    registers: tuple[Stands, ...]
    """Each organisation once, by name and then path."""
    answers: Answers

    @property
    def summary(self) -> dict[str, int]:
        """All together."""
        found = self.answers["summary"][0]
        return {name: int(found[name] or 0) for name in ("registers", "unreadable", "error", "warning", "overdue")}

    @property
    def worst_first(self) -> list[Stands]:
        """The registers in an order for people."""
        return sorted(self.registers, key=lambda one: one.worst_first)

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The registers of which some files could not be read, by path."""
        return tuple(one.entry.register for one in self.registers if one.entry.is_incomplete)

    def called(self, register: str) -> str:
        """What the register of a path is called."""
        return self._names.get(register, register)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return called(one.entry for one in self.registers)


def called(entries: Iterable[Entry]) -> Mapping[str, str]:
    """What each is called, by its path: two of one name have their paths beside it, so that nobody takes one for the
    other."""
    some = list(entries)
    often = Counter(one.called for one in some)
    return {one.register: f"{one.called} ({one.register})" if often[one.called] > 1 else one.called for one in some}


def order(entry: Entry) -> tuple[str, str]:
    """By name and then path (ruling X42); what has no name comes first."""
    return (entry.name or "", entry.register)


def incomplete(unread: int) -> str | None:
    """What is said of a register of which some files could not be read in full."""
    if not unread:
        return None
    files = counted(unread, "file")
    return (
        f"incomplete: {files} could not be read in full, so more may be wrong than is counted here: see `igreg check`"
    )


def estate(today: dt.date, entries: Iterable[Entry], answers: Answers) -> Estate:
    """One view, of entries and of what the views say of them."""
    by_path = {(one.register, one.source): one for one in entries}
    counted = [by_path[row["register"], row["source"]] for row in answers["organisations"] if row["place"] == 1]
    return Estate(today, tuple(map(_stands, sorted(counted, key=order))), answers)


def _stands(entry: Entry) -> Stands:
    found = entry.figures
    if found is None:
        return Stands(entry)
    shares = [one.share for one in found.training if one.share is not None]
    return Stands(
        entry,
        error=found.findings.get("error", 0),
        warning=found.findings.get("warning", 0),
        overdue=sum(found.overdue.values()),
        due=sum(found.due.values()),
        vacant=tuple(area for area, led in found.leads.items() if led == "vacant"),
        lowest_share=min(shares, default=None),
        missing=found.assessment.missing if found.assessment is not None else None,
    )
