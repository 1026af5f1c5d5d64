"""The list: items chosen, put in order, and given their people and lines."""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Set

from igreg.analysis.accountability import next_in_line
from igreg.analysis.as_of import AsOf
from igreg.analysis.ownership import Owners
from igreg.analysis.standing_in import away, standing_in_for
from igreg.dataclass import dataclass
from igreg.due.collect import collect
from igreg.due.item import DueList, Item, Row
from igreg.due.shares import ShareRow, share_rows
from igreg.findings import KeyPath
from igreg.model.kinds.staff import StaffMember
from igreg.model.span import Span
from igreg.register.register import Register
from igreg.source.places import locate

TRAINING = frozenset({"training", "courses"})
"""The kinds of date and of record under which training is asked for."""
THIRTY_DAYS = Span(30, "day")


@dataclass(frozen=True)
class Choice:
    """Which items are wanted; an empty field asks for nothing."""

    within: Span = THIRTY_DAYS
    overdue: bool = False
    owner: str | None = None
    person: str | None = None
    deputies: bool = False
    kinds: frozenset[str] = frozenset()
    area: str | None = None
    unit: str | None = None
    people: bool = False
    """Whether whose training lapses is named; thousands of names, so only where somebody asks."""
    every_share: bool = False
    """Of people trained, also the shares that reach their target."""


def due_list(as_of: AsOf, choice: Choice) -> DueList:
    """Everything overdue, and everything due up to and including today + `within` (ruling A93)."""
    register, today = as_of.register, as_of.today
    wanted = _Wanted(as_of, choice)
    found = [item for item in collect(as_of, choice.within.after(today)) if wanted.has(item)]
    found_rows = rows(as_of, found, choice.person)
    if choice.overdue:
        found_rows = [row for row in found_rows if row.overdue]
    names = _names(register, found_rows, people=choice.people)
    return DueList(today, tuple(found_rows), names, register.unread, _shares(as_of, choice, wanted.units))


def _shares(as_of: AsOf, choice: Choice, units: Set[str] | None) -> tuple[ShareRow, ...] | None:
    """How many are trained, where training is asked for by name and nobody's part of it."""
    if not choice.kinds & TRAINING or choice.owner is not None or choice.person is not None:
        return None
    chosen = frozenset(units) if units is not None else None
    return share_rows(as_of, reached=choice.every_share, area=choice.area, units=chosen)


def _order(item: Item) -> tuple[dt.date, str, str, str, str]:
    """By day, then kind, then record (ruling A103)."""
    return (item.due, item.kind, item.record or "", item.what, item.subject or "")


class _Wanted:
    """Whether an item is asked for."""

    def __init__(self, as_of: AsOf, choice: Choice) -> None:
        self.choice = choice
        self.units = as_of.owners.below(choice.unit) if choice.unit else None
        self.owners: set[str] | None = None
        self.answers = as_of.owners
        self.covered: dict[str | None, bool] = {}
        if choice.person is not None:
            held = as_of.tenure.held_by.get(choice.person, ())
            self.owners = {item.role.id or "" for item in held if item.fills or choice.deputies} | {choice.person}

    def has(self, item: Item) -> bool:
        choice = self.choice
        if choice.owner is not None and item.owner != choice.owner:
            return False
        if self.owners is not None and item.owner not in self.owners and not self._covers(item.owner):
            return False
        if choice.kinds and item.kind not in choice.kinds and item.what not in choice.kinds:
            return False
        if choice.area is not None and choice.area not in item.areas:
            return False
        return self.units is None or not self.units.isdisjoint(_units(self.answers, item))

    def _covers(self, owner: str | None) -> bool:
        """Whether the person stands in today for whoever owns an item (ruling B75)."""
        if owner not in self.covered:
            self.covered[owner] = self.choice.person in standing_in_for(self.answers.tenure, owner)
        return self.covered[owner]


def _units(owners: Owners, item: Item) -> tuple[str, ...]:
    """The units an item belongs to: its own, else that of the role or person that owns it."""
    return item.units or owners.units_of_owner(item.owner)


def rows(as_of: AsOf, items: Iterable[Item], person: str | None = None) -> list[Row]:
    """Items as they are shown, in the order of the list; to a person where it is that person's."""
    items = sorted(items, key=_order)
    lines = _lines(as_of.register, items)
    answering = functools.cache(functools.partial(_answering, as_of))
    out = []
    for item in items:
        who = answering(item.owner, item.behind)
        out.append(
            Row(
                item=item,
                days=(item.due - as_of.today).days,
                people=who.people,
                escalates_to=who.escalates_to,
                gone=who.gone,
                above=who.above,
                file=item.origin.file,
                line=lines[item.origin.file, item.origin.path(item.path)],
                units=_units(as_of.owners, item),
                away=who.away,
                left=who.left,
                stand_ins=who.stand_ins,
                covering_for=who.away if person in who.stand_ins else None,
            )
        )
    return out


@dataclass(frozen=True)
class _Answering:
    """Who does what an owner owes; the fields are those of a row."""

    people: tuple[str, ...]
    escalates_to: str | None
    gone: bool
    above: tuple[str, ...]
    away: str | None
    left: tuple[str, ...]
    stand_ins: tuple[str, ...]


def _answering(as_of: AsOf, owner: str | None, behind: str | None) -> _Answering:
    tenure = as_of.tenure
    gone = tenure.register.get(StaffMember, owner) is not None and owner not in tenure.employed
    people = () if gone else tuple(tenure.members(owner))
    missing = away(tenure, owner) if people else None
    there = tuple(standing_in_for(tenure, owner)) if missing else ()
    up, above = None, tuple[str, ...]()
    left = tuple(id for id in people if id not in tenure.employed and tenure.register.get(StaffMember, id) is not None)
    if len(left) == len(people) or (missing and not there):
        up = next_in_line(tenure, owner) if owner is not None else None
        others = (up, behind, as_of.owners.of_the_organisation)
        above = next((found for other in others if (found := _there(as_of, other, owner))), ())
    return _Answering(people, None if people else up, gone, above, missing, left, there)


def _there(as_of: AsOf, party: str | None, but: str | None) -> tuple[str, ...]:
    """The people of a party other than the one they stand in for."""
    return tuple(as_of.tenure.members(party)) if party != but else ()


def _lines(register: Register, items: Iterable[Item]) -> dict[tuple[str, KeyPath], int]:
    """The line of each item; a file is looked at once."""
    wanted: dict[str, set[KeyPath]] = defaultdict(set)
    for item in items:
        wanted[item.origin.file].add(item.origin.path(item.path))
    out: dict[tuple[str, KeyPath], int] = {}
    for file, paths in wanted.items():
        places = locate(register.sources.texts.get(file, ""), [(path, False) for path in paths])
        for (path, _), place in places.items():
            out[file, path] = place.line
    return out


def _names(register: Register, rows: Iterable[Row], *, people: bool) -> dict[str, str]:
    """What is shown for each id that the rows mention, those of people whose training lapses only where asked."""
    wanted: dict[str | None, None] = {}
    for row in rows:
        item = row.item
        one = (item.owner, item.subject, row.escalates_to)
        for several in (one, row.units, row.people, row.stand_ins, row.above, item.names if people else ()):
            wanted.update(dict.fromkeys(several))
    out: dict[str, str] = dict(register.areas)
    for id in wanted:
        if id is not None and id in register.by_id and id not in register.inner_paths:
            out[id] = register.title(id)
    return out
