"""Who of the register is meant by rows of one name, where neither an id nor a key tells (ruling X08)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property

from igreg.dataclass import dataclass
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

    def settle(self, rows: Sequence[Person], claimed: Mapping[str, bool]) -> None:
        """Give each of the rows its person or its doubt; those whom nobody answers are left as they are.

        `claimed` are the ids that other rows mean already, each with whether such a row has a key.
        """
        folded = rows[0].named.folded if rows[0].named is not None else ""
        everybody, taken, left = self._named.get(folded, []), dict(claimed), list(rows)
        while everybody:
            answers = {one.at: who for one in left if (who := self._answer(one, everybody, taken)) is not None}
            found = False
            for one in left:
                who = answers.get(one.at)
                if who is None or sum(1 for other in answers.values() if other == who) > 1:
                    continue
                found, one.record, one.by = True, who, "name"
                if one.key:
                    how = "its key was lost" if self.lost else "its key is new"
                    one.notes.append(CellNote("by-name", f"found by name: {who.id}; {how}, and is kept"))
                    taken[who.id or ""] = True
            left = [one for one in left if one.record is None]
            if not found:
                break
        for one in left if everybody else ():
            one.meant = self._doubt(one, everybody, taken, several=one.at in answers)

    def _free(self, one: Person, everybody: Sequence[StaffMember], taken: Mapping[str, bool]) -> list[StaffMember]:
        """Those whom a row may mean: a key is of nobody whom another row with another key means."""
        return [who for who in everybody if not (one.key and self._has_other_key(who, taken))]

    def _fits(
        self, one: Person, free: Sequence[StaffMember], taken: Mapping[str, bool]
    ) -> tuple[list[StaffMember], list[StaffMember]]:
        """Those who are still there, and those of them (or the one who left) who have the unit of the row.

        Whom another row means is left aside where somebody else has it too.
        """
        still = [who for who in free if not self.is_gone(who)]
        fits = [who for who in still if self._has_unit(one, who)]
        if not fits and one.left is not None and len(free) == 1 and not still:
            fits = list(free)
        return still, [who for who in fits if who.id not in taken] or fits

    def _answer(self, one: Person, everybody: Sequence[StaffMember], taken: Mapping[str, bool]) -> StaffMember | None:
        """The only one whom a row can mean."""
        _, fits = self._fits(one, self._free(one, everybody, taken), taken)
        if len(fits) == 1 and fits[0].id not in taken and not self._keyed(one, fits[0]):
            return fits[0]
        return None

    def _doubt(
        self, one: Person, everybody: Sequence[StaffMember], taken: Mapping[str, bool], *, several: bool
    ) -> Meant | None:
        """Why it is doubtful whom a row means; nothing where it is nobody who is known."""
        free = self._free(one, everybody, taken)
        still, fits = self._fits(one, free, taken)
        if not free:
            return None
        if several:
            return self._doubtful(one, fits, several=True)
        return self._doubtful(one, fits or still, units=not fits) if still else self.returned(one, free)

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
        return who.has_left(self.today)

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

    def _has_other_key(self, who: StaffMember, taken: Mapping[str, bool]) -> bool:
        """Whether somebody is meant by another row of another key, so that this one is of somebody else."""
        return who.id in taken and (taken[who.id or ""] or who.id in self._has_key)

    def _has_unit(self, one: Person, who: StaffMember) -> bool:
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
