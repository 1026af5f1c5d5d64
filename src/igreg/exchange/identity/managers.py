"""Whom a cell of managers means: an id, a key, or a name, in the register or in the same table (ruling X59)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igreg.exchange.cells.read import Reader
from igreg.exchange.cells.records import MOST_NAMED, NUMBERED
from igreg.exchange.identity.keys import Keys, key_text
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import Names, named, said
from igreg.exchange.rows import Incoming
from igreg.language.english import listed
from igreg.model.base import Record
from igreg.model.kinds.staff import StaffMember
from igreg.register.training_lines import TrainingLine

_BEHIND = re.compile(r"\s*\((\w{1,20})\)$")
"""A number behind it: `Jane Osei (20481133)`."""


def managed(reader: Reader, keys: Keys, rows: Sequence[Incoming], meant: Sequence[Meant]) -> list[Meant]:
    """What rows are of, with the managers whom they name."""
    if not any("manager" in row.cells for row in rows):
        return list(meant)
    known = _Known(reader, keys, rows, meant)
    return [known.manager(row, one) for row, one in zip(rows, meant, strict=True)]


class _Known:
    """Everybody who may be named: of the register, and of the table."""

    def __init__(self, reader: Reader, keys: Keys, rows: Sequence[Incoming], meant: Sequence[Meant]) -> None:
        self._reader, self._keys = reader, keys
        self._ids: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._gone: dict[str, list[str]] = {}
        self._file: dict[str, str] = {}
        self._refused: dict[str, int] = {}
        """Names of rows that are refused, which may be of anybody, each with such a row."""
        today = reader.now.date()
        names = Names(rows)
        called = set[str]()
        for row, one in zip(rows, meant, strict=True):
            name = names.of(row)
            folded = name.folded if name is not None else _folded(one.record)
            if one.refused is not None:
                self._refused.setdefault(folded, row.row)
                continue
            id = one.record.identity if one.record is not None else one.id
            if id is None:
                continue
            called.add(id)
            self._ids[id.casefold()] = id
            if folded and id not in self._names.setdefault(folded, []):
                self._names[folded].append(id)
            if "key" in row.cells:
                self._file.setdefault(key_text(row.cells["key"].value), id)
        for who in reader.register.of(StaffMember):
            if who.id is None:
                continue
            self._ids.setdefault(who.id.casefold(), who.id)
            if who.id in called:
                continue  # the table says what the person is called
            table = self._gone if who.has_left(today) else self._names
            table.setdefault(_folded(who), []).append(who.id)

    def manager(self, row: Incoming, one: Meant) -> Meant:
        """What a row is of, with its manager, or with the refusal of that cell."""
        given = row.cells.get("manager")
        text = said(given.value) if given is not None else ""
        if given is None or not text or one.refused or one.left_out or one.repeats:
            return one
        if given.column is None and one.record is not None:
            return one
        mapped = self._reader.values.get("manager", {}).get(text)
        found, refused = self._found(str(mapped) if mapped is not None else text)
        if len(found) == 1 and refused is None:
            return replace(one, values={**one.values, "manager": found[0]})
        if refused is not None:
            why, help = f"{text!r} may be of row {refused}, which is refused itself", "put that row right first"
        elif not found:
            why, help = f"{text!r} is nobody of this register or this file", "name somebody who is, by id or name"
        else:
            called = listed([self._called(id) for id in found[:MOST_NAMED]], "or")
            why, help = f"{text!r} may be several people", f"give the id of the one that is meant: {called}"
        return replace(one, amiss=(*one.amiss, ("manager", why, help)))

    def _found(self, text: str) -> tuple[list[str], int | None]:
        """Who may be meant, and a row that may be of the same name and is refused."""
        by_id = self._ids.get(text.casefold())
        if by_id is not None:
            return [by_id], None
        number = NUMBERED.match(text)
        behind = _BEHIND.search(text)
        for key in (text, number[1] if number else None, behind[1] if behind else None):
            id = key and (self._file.get(key_text(key)) or self._keys.id(key_text(key)))
            if id and id.casefold() in self._ids:
                return [id], None
        bare = text[number.end() :] if number else _BEHIND.sub("", text)
        folded = named(bare).folded
        return self._names.get(folded) or self._gone.get(folded) or [], self._refused.get(folded)

    def _called(self, id: str) -> str:
        return self._reader.register.lookup.called(id) if id in self._reader.register.kind_of else id


def _folded(who: Record | TrainingLine | None) -> str:
    """The name of a person of the register as it is compared; empty where there is none."""
    return named(who.name).folded if isinstance(who, StaffMember) and who.name else ""
