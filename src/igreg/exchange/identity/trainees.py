"""Who is meant by a row of a list of training: by key, by id, else by name; each person is looked for once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.exchange.cells.read import Reader
from igreg.exchange.identity.keys import Keys, key_text
from igreg.exchange.identity.names import Named, Names, named, said
from igreg.exchange.rows import Incoming
from igreg.language.english import listed
from igreg.model.kinds.staff import StaffMember
from igreg.sheets.book import Value

Found = tuple[str | None, tuple[str, str, str] | None]
"""An id, or the refusal."""
NOBODY = " is nobody of this register"
"""How the refusal of somebody ends who is not in the register."""


@dataclass
class Trainees:
    """The people of one list of training."""

    reader: Reader
    keys: Keys
    names: Names
    """The names of the whole table."""
    told: Mapping[int, str] = field(default_factory=dict)
    """Whom rows mean of which somebody was asked: an id, by the number of the row; it counts for all rows alike."""
    _people: dict[tuple[Value, ...], Found] = field(default_factory=dict)
    _may_be: dict[tuple[Value, ...], tuple[str, ...]] = field(default_factory=dict)
    """Those whom a doubtful row may mean, until its doubt was told once."""

    def of(self, row: Incoming) -> Found:
        """Who is meant by a row, each once."""
        known = _person(row)
        if known not in self._people:
            self._people[known] = self._who(row)
        return self._people[known]

    def answered(self, row: Incoming) -> None:
        """Take whom somebody said that a row means, for all rows of that person; a key is learnt of it."""
        told = self._ids.get(self.told.get(row.row, "").casefold())
        if told is None or not told.id:
            return
        self._people[_person(row)] = told.id, None
        if "key" in row.cells and (key := key_text(row.cells["key"].value)):
            self.keys.learn(key, told.id, row.row)

    def by_key(self, value: Value) -> str | None:
        """The id of whom a key means; nothing where it is not known, or of nobody of the register."""
        key = key_text(value)
        found = self._ids.get((self.keys.id(key) or "").casefold()) if key else None
        return found.id if found is not None else None

    def _who(self, row: Incoming) -> Found:
        """Who is meant: by key, by id, else by name; whoever is still here before those who left."""
        key = key_text(row.cells["key"].value) if "key" in row.cells else ""
        id = self.by_key(key)
        if id is not None:
            return id, None
        text = said(row.cells["staff"].value) if "staff" in row.cells else ""
        if text.casefold() in self._ids:
            return self._ids[text.casefold()].id, None
        if text and (found := self._ids.get((self.keys.id(key_text(text)) or "").casefold())) is not None:
            return found.id, None
        name = self.names.of(row)
        field = next((one for one in ("staff", "name.family", "name.given", "key") if one in row.cells), "staff")
        if name is None and not key:
            return None, (field, "the row has no name", "fill in the name, or take the row out")
        who = self._by_name(name)
        if len(who) == 1:
            return who[0].id, None
        if who:
            self._may_be[_person(row)] = tuple(one.id or "" for one in who)
            called = listed([self.reader.register.lookup.called(one.id or "") for one in who], "or")
            return None, (field, f"{name.text if name else key!r} may be {called}", "say which, by id or by a key")
        shown = repr(name.text) if name is not None else "the number"
        help = 'import the staff first, or say in the map: unknown_people = "leave-out"'
        return None, (field, f"{shown}{NOBODY}", help)

    def _by_name(self, name: Named | None) -> Sequence[StaffMember]:
        everybody = self._named.get(name.folded, []) if name is not None else []
        today = self.reader.now.date()
        return [one for one in everybody if one.left is None or one.left >= today] or everybody

    def may_be(self, row: Incoming) -> tuple[str, ...]:
        """Those whom a doubtful row may mean; they are told once."""
        return self._may_be.pop(_person(row), ())

    @cached_property
    def _members(self) -> Sequence[StaffMember]:
        return [one for one in self.reader.register.of(StaffMember) if one.id]

    @cached_property
    def _ids(self) -> dict[str, StaffMember]:
        return {(one.id or "").casefold(): one for one in self._members}

    @cached_property
    def _named(self) -> dict[str, list[StaffMember]]:
        out: dict[str, list[StaffMember]] = {}
        for one in self._members:
            if one.name:
                out.setdefault(named(one.name).folded, []).append(one)
        return out


def _person(row: Incoming) -> tuple[Value, ...]:
    """What a row says of who it is of: the same in every row of one person."""
    cells = row.cells
    return tuple(cells[name].value if name in cells else None for name in ("key", "staff", "name.family", "name.given"))
