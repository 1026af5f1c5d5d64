"""Which person each row of a table of staff means: by id, by key, else by name and unit; and who is doubtful."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from igreg.changes.new_id import NewIds
from igreg.dataclass import dataclass
from igreg.exchange.cells.read import CellNote, Reader
from igreg.exchange.identity.apart import Apart
from igreg.exchange.identity.keys import Keys
from igreg.exchange.identity.managers import managed
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import Names, named
from igreg.exchange.identity.person import Person, person_of
from igreg.exchange.identity.same_name import SameName
from igreg.exchange.identity.several import chosen
from igreg.exchange.identity.whose import refuse_taken_names, share_keys
from igreg.exchange.rows import Incoming
from igreg.model.kinds.staff import StaffMember
from igreg.model.values import ID_FORM

NAMES = frozenset({"name", "name.family", "name.given"})
NEW = ""
"""What somebody who was asked says of a row that is of nobody of the register."""
_NO_NAME = ("name", "the row has no name", "fill in the name, or take the row out")


@dataclass
class People:
    """The people whom the rows of one table mean."""

    reader: Reader
    keys: Keys
    fresh: bool = False
    """Whether the secret was made just now, so that no key of the map can be known by it."""
    told: Mapping[int, str] = field(default_factory=dict)
    """Whom rows mean of which somebody was asked, by the number of the row: an id, or `NEW`."""

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each row is of, in their order."""
        names = Names(rows)
        people = [person_of(self.reader, at, row, names) for at, row in enumerate(rows)]
        for one in people:
            if one.id:
                self._by_id(one)
        share_keys(people)
        for one in people:
            self._known(one)
        has_keys, by_key = any(one.key for one in people), any(one.by == "key" for one in people)
        self._same_name.lost = bool(self.keys.known) and has_keys and not by_key
        asking = self._once([one for one in people if one.meant is None])
        for one in people:
            self._nameless(one)
        claimed = {one.record.id: False for one in people if one.record is not None and one.record.id}
        claimed |= {one.record.id: True for one in people if one.record is not None and one.record.id and one.key}
        of_one_name: dict[str, list[Person]] = {}
        for one in asking:
            if one.named is not None:
                of_one_name.setdefault(one.named.folded, []).append(one)
        for same in of_one_name.values():
            self._same_name.settle(same, claimed)
        refuse_taken_names(people)
        self._finish(people)
        return managed(self.reader, self.keys, [one.row for one in people], [one.meant or Meant() for one in people])

    def _known(self, one: Person) -> None:
        """Whom somebody said, or whom the id or the key of a row means.

        A row without either, and without a name, means nobody.
        """
        told = self.told.get(one.row.row)
        if told is not None and not one.id:
            one.record, one.is_new, one.by = self._ids.get(told.casefold()), told == NEW, "asked"
        if one.record is None and not one.id and one.key and not one.is_new:
            one.record = self._ids.get((self.keys.id(one.key) or "").casefold())
            one.by = "key" if one.record is not None else one.by
        if one.token is None:
            self._nameless(one)
        if one.meant is None and one.named is not None and not any(map(str.isalpha, one.named.text)):
            one.meant = Meant(refused=("name", f"{one.named.text!r} is no name", "fill in the name of the person"))
        if one.by == "key" and one.record is not None and self._same_name.is_gone(one.record) and one.left is None:
            one.meant = self._same_name.returned(one, [one.record])

    def _nameless(self, one: Person) -> None:
        """Refuse a row that is of nobody who is known and has no name."""
        has_column = not NAMES.isdisjoint(one.row.cells)
        if one.meant is None and one.record is None and one.named is None and (has_column or not one.id):
            one.meant = Meant(refused=_NO_NAME)

    def _by_id(self, one: Person) -> None:
        """Whom the id of a row means; that of somebody new stays, if it can be one."""
        known = self.reader.register.kind_of
        one.record, one.by = self._ids.get(one.id.casefold()), "id"
        if one.record is not None:
            return
        if one.id in known:
            why = f"{one.id!r} is {self.reader.register.lookup.called(one.id)}, and no person"
            one.meant = Meant(refused=("id", why, "give the person another id, or leave the cell empty"))
        elif one.id.isdecimal():
            one.notes.append(CellNote("id", f"{one.id} is a running number of another system, and no id"))
            one.id, one.by = "", ""
        elif not re.fullmatch(ID_FORM, one.id):
            form = "letters, digits, '.', '_' and '-', at most 64"
            one.meant = Meant(refused=("id", f"{one.id!r} is not an id", form))

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
            if first is not None and first.record is None and not first.id and not first.is_new:
                out.append(first)
        return out

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
                    self.keys.learn(one.key, id, one.row.row)
            elif one.notes:
                one.meant = replace(one.meant, notes=(*one.meant.notes, *one.notes))

    def _settled(self, one: Person, ids: NewIds) -> Meant:
        name = one.named
        if one.record is not None:
            values: dict[str, str | None] = {}
            if name is not None:
                same = one.by != "id" and name.folded == named(one.record.name or "").folded
                values["name"] = one.record.name if same else name.text
            if one.by == "asked" and self._same_name.is_gone(one.record) and one.left is None:
                values["left"] = None  # somebody has come back
            return Meant(one.record, values=values, notes=(*one.notes, *(name.notes if name else ())))
        if one.left is not None and one.left < self.today:
            text = name.text if name else one.id
            return Meant(left_out=f"{text} left on {one.left}, and is not in the register", notes=tuple(one.notes))
        if name is None:
            return Meant(id=one.id, notes=tuple(one.notes))
        near = self._apart.near(name, one.unit)
        if near is not None:
            called = self._same_name.called(near)
            note = f"the name is one letter apart from {called}, and is taken for somebody else"
            one.notes.append(CellNote("by-name", note))
        id = one.id or ids.person(name.base)
        return Meant(id=id, values={"name": name.text}, notes=(*one.notes, *name.notes))

    @property
    def today(self) -> dt.date:
        """The day on which it is asked."""
        return self.reader.now.date()

    @cached_property
    def _same_name(self) -> SameName:
        return SameName(self.reader.register, self.keys, self.today, self.fresh)

    @cached_property
    def _ids(self) -> dict[str, StaffMember]:
        return {one.id.casefold(): one for one in self.reader.register.of(StaffMember) if one.id}

    @cached_property
    def _apart(self) -> Apart:
        return Apart(self.reader.register.of(StaffMember))
