"""Who of the register is meant by rows of one name, where neither an id nor a key tells (ruling X08)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from igreg.exchange.cells.read import CellNote
from igreg.exchange.identity.keys import Keys
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import named
from igreg.exchange.identity.person import Person
from igreg.language.english import listed
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register

WAY_OUT = "say who it is in a column `id`, or give the file a column with a key such as the employee number"


@dataclass
class SameName:
    """The people of a register by their names."""

    register: Register
    keys: Keys
    today: dt.date
    fresh: bool = False
    """Whether the secret was made just now, so that no key of the map can be known by it."""
    lost: bool = False
    """Whether no key of the file is one of those that are known, so that their secret was lost."""

    def settle(self, rows: Sequence[Person], claimed: set[str]) -> None:
        """Give each of the rows its person or its doubt; those whom nobody answers are left as they are.

        `claimed` are the ids that other rows mean already.
        """
        folded = rows[0].named.folded if rows[0].named is not None else ""
        everybody = self._named.get(folded, [])
        answers: dict[int, list[StaffMember]] = {}
        for one in rows:
            free = [who for who in everybody if not (one.key and self._has_other_key(who, claimed))]
            if not free:
                continue
            still = [who for who in free if not self.is_gone(who)]
            fits = [who for who in still if self._fits(one, who)]
            if not fits and one.left is not None and len(free) == 1 and not still:
                fits = free
            if len(fits) == 1 and fits[0].id not in claimed and not self._keyed(one, fits[0]):
                answers[one.at] = fits
            elif not still:
                one.meant = self.returned(one, free)
            else:
                one.meant = self._doubtful(one, fits or still, units=not fits)
        for one in rows:
            fits = answers.get(one.at, [])
            if fits and sum(1 for other in answers.values() if other == fits) > 1:
                one.meant = self._doubtful(one, fits, several=True)
            elif fits:
                one.record, one.by = fits[0], "name"
                if one.key:
                    how = "its key was lost" if self.lost else "its key is new"
                    one.notes.append(CellNote("by-name", f"found by name: {one.record.id}; {how}, and is kept"))

    def returned(self, one: Person, who: Sequence[StaffMember]) -> Meant:
        """What a row is of that may be of somebody who has left."""
        named_all = listed([f"{self.called(person)}, who left on {person.left}" for person in who], "or")
        text = one.named.text if one.named is not None else one.id
        help = f"if it is the same person, take out `left` there, or {WAY_OUT}"
        return Meant(
            record=who[0] if len(who) == 1 else None,
            refused=("name", f"{text!r} may be {named_all}", help),
            may_be=tuple(person.id or "" for person in who),
        )

    def is_gone(self, who: StaffMember) -> bool:
        """Whether somebody has left."""
        return who.left is not None and who.left < self.today

    def called(self, who: StaffMember) -> str:
        """Somebody's name and id, with the unit."""
        unit = f" in {who.unit}" if who.unit else ""
        return f"{self.register.lookup.called(who.id or '')}{unit}"

    def _doubtful(
        self, one: Person, who: Sequence[StaffMember], *, units: bool = False, several: bool = False
    ) -> Meant:
        assert one.named is not None
        why = f"{one.named.text!r} may be {listed([self.called(person) for person in who], 'or')}"
        if units:
            why += ", who works in another unit" if len(who) == 1 else ", who work in other units"
        elif several:
            why += ", and so may another row"
        elif len(who) == 1:
            why += ", of whom another row or key is"
        return Meant(refused=("name", why, WAY_OUT), may_be=tuple(person.id or "" for person in who))

    def _keyed(self, one: Person, who: StaffMember) -> bool:
        """Whether somebody has another key than that of a row, as the map knows, and nobody of the file has that."""
        return bool(one.key) and not self.lost and not self.fresh and who.id in self._has_key

    def _has_other_key(self, who: StaffMember, claimed: set[str]) -> bool:
        """Whether somebody is meant by another row of another key, so that this one is of somebody else."""
        return who.id in claimed and who.id in self._has_key

    def _fits(self, one: Person, who: StaffMember) -> bool:
        """Whether the units are the same, or one of them is not given, or is none of the register."""
        known = who.unit is not None and self.register.kind_of.get(who.unit) == "units"
        return one.unit is None or not known or one.unit == who.unit

    @cached_property
    def _has_key(self) -> frozenset[str]:
        return frozenset(self.keys.known.values())

    @cached_property
    def _named(self) -> dict[str, list[StaffMember]]:
        out: dict[str, list[StaffMember]] = {}
        for one in self.register.of(StaffMember):
            if one.id and one.name:
                out.setdefault(named(one.name).folded, []).append(one)
        return out
