"""Which person each row of a table of staff means: by id, by key, else by name and unit; and who is doubtful."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from igreg.changes.new_id import NewIds
from igreg.exchange.cells.read import CellNote, CellRefused, Reader
from igreg.exchange.columns.heads import plain
from igreg.exchange.identity.apart import Apart
from igreg.exchange.identity.keys import Keys, key_text, of_person
from igreg.exchange.identity.managers import managed
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import Named, Names, named, said
from igreg.exchange.identity.several import chosen
from igreg.exchange.rows import Incoming
from igreg.language.english import listed
from igreg.model.kinds.staff import StaffMember
from igreg.model.values import ID_FORM

NAMES = frozenset({"name", "name.family", "name.given"})
WAY_OUT = "say who it is in a column `id`, or give the file a column with a key such as the employee number"


@dataclass
class Person:
    """A row of a table of staff, and what is known of whom it means."""

    at: int
    row: Incoming
    named: Named | None
    id: str = ""
    key: str = ""
    is_part: bool = False
    """Whether its key was that of one of several assignments."""
    unit: str | None = None
    started: dt.date | None = None
    left: dt.date | None = None
    record: StaffMember | None = None
    meant: Meant | None = None
    by: str = ""
    notes: list[CellNote] = field(default_factory=list)

    @property
    def token(self) -> str | None:
        """What rows of one person share; nothing where only its name can tell."""
        if self.record is not None:
            return f"record {self.record.id}"
        return f"id {self.id.casefold()}" if self.id else f"key {self.key}" if self.key else None


@dataclass
class People:
    """The people whom the rows of one table mean."""

    reader: Reader
    keys: Keys
    fresh: bool = False
    """Whether the secret was made just now, so that no key of the map can be known by it."""

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each row is of, in their order."""
        names = Names(rows)
        people = [self._read(at, row, names) for at, row in enumerate(rows)]
        for one in people:
            self._known(one)
        self.lost = (
            bool(self.keys.known) and any(one.key for one in people) and not any(one.by == "key" for one in people)
        )
        asking = self._once([one for one in people if one.meant is None])
        claimed = {one.record.id for one in people if one.record is not None and one.record.id}
        for folded in dict.fromkeys(one.named.folded for one in asking if one.named is not None):
            same = [one for one in asking if one.named is not None and one.named.folded == folded]
            self._by_name(same, claimed)
        self._finish(people)
        return managed(self.reader, self.keys, [one.row for one in people], [one.meant or Meant() for one in people])

    def _read(self, at: int, row: Incoming, names: Names) -> Person:
        key, is_part = "", False
        if "key" in row.cells:
            key = key_text(row.cells["key"].value)
            if plain(row.cells["key"].header) == "assignmentnumber":
                key, is_part = of_person(key)
        if "_assignmentnumber" in row.cells:
            is_part = of_person(key_text(row.cells["_assignmentnumber"].value))[1]
        started, left = self._value(row, "started"), self._value(row, "left")
        one = Person(at, row, names.of(row), said(row.cells["id"].value) if "id" in row.cells else "", key, is_part)
        one.unit = self._value(row, "unit")
        one.started = dt.date.fromisoformat(started) if started else None
        one.left = dt.date.fromisoformat(left) if left else None
        return one

    def _value(self, row: Incoming, name: str) -> str | None:
        given = row.cells.get(name)
        if given is None or given.column is None:
            return None
        try:
            found: str | None = self.reader.read(name, given.value).value
        except CellRefused:
            return None
        return found

    def _known(self, one: Person) -> None:
        """Whom the id or the key of a row means; a row without either, and without a name, means nobody."""
        known = self.reader.register.kind_of
        if one.id:
            one.record, one.by = self._ids.get(one.id.casefold()), "id"
            if one.record is None and one.id in known:
                why = f"{one.id!r} is {self.reader.register.lookup.called(one.id)}, and no person"
                one.meant = Meant(refused=("id", why, "give the person another id, or leave the cell empty"))
            elif one.record is None and one.id.isdecimal():
                note = CellNote("id", f"{one.id} is a running number of another system, and no id")
                one.id, one.by = "", ""
                one.notes.append(note)
            elif one.record is None and not re.fullmatch(ID_FORM, one.id):
                form = "letters, digits, '.', '_' and '-', at most 64"
                one.meant = Meant(refused=("id", f"{one.id!r} is not an id", form))
        if one.record is None and not one.id and one.key:
            found = self._ids.get((self.keys.id(one.key) or "").casefold())
            if found is not None:
                one.record, one.by = found, "key"
        has_column = not NAMES.isdisjoint(one.row.cells)
        if one.meant is None and one.record is None and one.named is None and (has_column or not one.id):
            one.meant = Meant(refused=("name", "the row has no name", "fill in the name, or take the row out"))
        if one.meant is None and one.named is not None and not any(map(str.isalpha, one.named.text)):
            one.meant = Meant(refused=("name", f"{one.named.text!r} is no name", "fill in the name of the person"))
        if one.by == "key" and one.record is not None and self._is_gone(one.record) and one.left is None:
            one.meant = self._returned(one, [one.record])

    def _once(self, people: Sequence[Person]) -> list[Person]:
        """Of rows of one person the one that counts (rulings X15, X16); those of them whom only the name can tell."""
        groups: dict[tuple[str, ...], list[Person]] = {}
        loose = {one.named.folded for one in people if one.token is None and one.named is not None and not one.unit}
        for one in people:
            token: tuple[str, ...] = (one.token or "",)
            if one.token is None and one.named is not None:  # a row without a unit may mean somebody of any
                folded = one.named.folded
                token = ("name", folded, "" if folded in loose else one.unit or "")
            groups.setdefault(token, []).append(one)
        out: list[Person] = []
        for group in groups.values():
            first = chosen(group)
            if first is not None and first.record is None and not first.id:
                out.append(first)
        return out

    def _by_name(self, rows: Sequence[Person], claimed: set[str]) -> None:
        """Who of the register is meant by rows of one name (ruling X08)."""
        folded = rows[0].named.folded if rows[0].named is not None else ""
        everybody = self._named.get(folded, [])
        answers: dict[int, list[StaffMember]] = {}
        for one in rows:
            free = [who for who in everybody if not (one.key and self._has_other_key(who, claimed))]
            if not free:
                continue
            still = [who for who in free if not self._is_gone(who)]
            fits = [who for who in still if self._fits(one, who)]
            if not fits and one.left is not None and len(free) == 1 and not still:
                fits = free
            if len(fits) == 1 and fits[0].id not in claimed and not self._keyed(one, fits[0]):
                answers[one.at] = fits
            elif not still:
                one.meant = self._returned(one, free)
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

    def _keyed(self, one: Person, who: StaffMember) -> bool:
        """Whether somebody has another key than that of a row, as the map knows, and nobody of the file has that."""
        return bool(one.key) and not self.lost and not self.fresh and who.id in self._has_key

    def _has_other_key(self, who: StaffMember, claimed: set[str]) -> bool:
        """Whether somebody is meant by another row of another key, so that this one is of somebody else."""
        return who.id in claimed and who.id in self._has_key

    @cached_property
    def _has_key(self) -> frozenset[str]:
        return frozenset(self.keys.known.values())

    def _doubtful(
        self, one: Person, who: Sequence[StaffMember], *, units: bool = False, several: bool = False
    ) -> Meant:
        assert one.named is not None
        named_all = listed([self._called(person) for person in who], "or")
        why = f"{one.named.text!r} may be {named_all}"
        if units:
            why += ", who works in another unit" if len(who) == 1 else ", who work in other units"
        elif several:
            why += ", and so may another row"
        elif len(who) == 1:
            why += ", of whom another row or key is"
        return Meant(refused=("name", why, WAY_OUT))

    def _returned(self, one: Person, who: Sequence[StaffMember]) -> Meant:
        named_all = listed([f"{self._called(person)}, who left on {person.left}" for person in who], "or")
        text = one.named.text if one.named is not None else one.id
        help = f"if it is the same person, take out `left` there, or {WAY_OUT}"
        return Meant(record=who[0] if len(who) == 1 else None, refused=("name", f"{text!r} may be {named_all}", help))

    def _called(self, who: StaffMember) -> str:
        unit = f" in {who.unit}" if who.unit else ""
        return f"{self.reader.register.lookup.called(who.id or '')}{unit}"

    def _finish(self, people: Iterable[Person]) -> None:
        """Whoever is left is new, and gets an id; keys are learnt of all."""
        ids = NewIds(self.reader.register, "staff", self.today)
        for one in people:
            if one.id and one.record is None:
                ids.take(one.id)
        for one in people:
            if one.meant is None:
                one.meant = self._settled(one, ids)
                id = one.record.id if one.record is not None else one.meant.id
                if one.key and id and one.meant.left_out is None:
                    self.keys.learn(one.key, id)
            elif one.notes:
                one.meant = replace(one.meant, notes=(*one.meant.notes, *one.notes))

    def _settled(self, one: Person, ids: NewIds) -> Meant:
        name = one.named
        if one.record is not None:
            values = {}
            if name is not None:
                same = one.by != "id" and name.folded == named(one.record.name or "").folded
                values["name"] = one.record.name if same else name.text
            return Meant(one.record, values=values, notes=(*one.notes, *(name.notes if name else ())))
        if one.left is not None and one.left < self.today:
            text = name.text if name else one.id
            return Meant(left_out=f"{text} left on {one.left}, and is not in the register", notes=tuple(one.notes))
        if name is None:
            return Meant(id=one.id, notes=tuple(one.notes))
        near = self._apart.near(name, one.unit)
        if near is not None:
            note = f"the name is one letter apart from {self._called(near)}, and is taken for somebody else"
            one.notes.append(CellNote("by-name", note))
        id = one.id or ids.person(name.base)
        return Meant(id=id, values={"name": name.text}, notes=(*one.notes, *name.notes))

    @property
    def today(self) -> dt.date:
        """The day on which it is asked."""
        return self.reader.now.date()

    def _is_gone(self, who: StaffMember) -> bool:
        return who.left is not None and who.left < self.today

    def _fits(self, one: Person, who: StaffMember) -> bool:
        """Whether the units are the same, or one of them is not given, or is none of the register."""
        known = who.unit is not None and self.reader.register.kind_of.get(who.unit) == "units"
        return one.unit is None or not known or one.unit == who.unit

    @cached_property
    def _staff(self) -> Sequence[StaffMember]:
        return self.reader.register.of(StaffMember)

    @cached_property
    def _ids(self) -> dict[str, StaffMember]:
        return {one.id.casefold(): one for one in self._staff if one.id}

    @cached_property
    def _named(self) -> dict[str, list[StaffMember]]:
        out: dict[str, list[StaffMember]] = {}
        for one in self._staff:
            if one.id and one.name:
                out.setdefault(named(one.name).folded, []).append(one)
        return out

    @cached_property
    def _apart(self) -> Apart:
        return Apart(self._staff)
