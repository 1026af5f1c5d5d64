"""Which record each row of a table means, of a kind that is no person: by its id, else by its title or name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from igreg.changes.new_id import NewIds
from igreg.dataclass import dataclass
from igreg.exchange.cells.read import CellNote, CellRefused, Reader
from igreg.exchange.cells.records import called
from igreg.exchange.identity.meaning import Meant
from igreg.exchange.identity.names import said
from igreg.exchange.identity.several import said_by
from igreg.exchange.rows import Incoming
from igreg.language.english import listed
from igreg.model.base import Record, titles
from igreg.model.kinds import model_of
from igreg.model.kinds.meetings import Meeting
from igreg.model.values import ID_FORM, RESERVED_IDS

HELD = "roles"
"""The kind of which a table may have a row for each holder."""
WHICH = "say which in a column `id`"
MEETINGS = "meetings"
"""The kind whose records have no title: its group and its day say which one is meant."""


@dataclass(frozen=True)
class Rest:
    """The records that the rows of one table mean."""

    reader: Reader

    def of(self, rows: Sequence[Incoming]) -> list[Meant]:
        """What each row is of, in their order."""
        model = model_of(self.reader.kind)
        if "id" not in model.model_fields:
            return [Meant() for _ in rows]
        are_ids = self._are_ids(rows)
        out: list[Meant | None] = [self._known(row, are_ids) for row in rows]
        self._by_new_title(rows, out)
        self._once(rows, out, are_ids)
        ids = NewIds(self.reader.register, self.reader.kind, self.reader.now.date())
        for one in out:
            if one is not None and one.id is not None:
                ids.take(one.id)
        made: dict[str, Meant] = {}
        for at, one in enumerate(out):
            if one is None:
                title = self._title(rows[at]) if self.reader.kind == HELD else ""
                found = made.get(called(title)) if title else None
                out[at] = found = found or self._new(rows[at], ids, are_ids)
                made[called(title)] = found
        return [one for one in out if one is not None]

    def _by_new_title(self, rows: Sequence[Incoming], out: list[Meant | None]) -> None:
        """Rows without an id are of the records to which rows with one give their title, as they will be next time."""
        titled: dict[str, dict[str, Meant]] = {}
        has_id = [
            one is not None and (one.id or self._id(row).casefold() in self._ids)
            for row, one in zip(rows, out, strict=True)
        ]
        for row, one, given in zip(rows, out, has_id, strict=True):
            for title in (self._title(row), _id_of(one)) if one is not None and given else ():
                if one is not None and title:
                    titled.setdefault(called(title), {}).setdefault(_id_of(one).casefold(), one)
        for at, (row, one, given) in enumerate(zip(rows, list(out), has_id, strict=True)):
            title = self._title(row) if titled and not given and (one is None or one.refused is None) else ""
            same = dict(titled.get(called(title), {})) if title else {}
            if one is not None and same:
                same.setdefault(_id_of(one).casefold(), one)
            if len(same) > 1:
                which = listed([_id_of(found) for found in same.values()], "or")
                out[at] = Meant(refused=(self._titled(row), f"{title!r} may be {which}, as other rows say", WHICH))
            elif same:
                (out[at],) = same.values()

    def _new(self, row: Incoming, ids: NewIds, are_ids: bool) -> Meant:
        """A new record with an id of its own."""
        group, day = self._meeting(row) or (None, None)
        return Meant(id=ids.of(self._title(row) or None, group, day), notes=self._told(row, are_ids))

    def _told(self, row: Incoming, are_ids: bool) -> tuple[CellNote, ...]:
        text = self._id(row)
        if are_ids or not text:
            return ()
        return (CellNote("id", f"{text} is not taken for an id: the column has numbers or texts of another system"),)

    def _are_ids(self, rows: Sequence[Incoming]) -> bool:
        """Whether a column of ids has some: not running numbers of another system, nor texts, nor what others have."""
        found = [text for row in rows if (text := self._id(row))]
        good = sum(1 for text in found if self._may_be(text))
        return bool(found) and 2 * good > len(found)

    def _may_be(self, text: str) -> bool:
        kind = self.reader.register.kind_of.get(text)
        if kind == self.reader.kind:
            return True
        return not text.isdecimal() and re.fullmatch(ID_FORM, text) is not None and text.casefold() not in RESERVED_IDS

    def _id(self, row: Incoming) -> str:
        return said(row.cells["id"].value) if "id" in row.cells else ""

    def _titled(self, row: Incoming) -> str:
        """The field in which a row has a title."""
        return next(name for name in titles(model_of(self.reader.kind)) if name in row.cells)

    def _title(self, row: Incoming) -> str:
        names = titles(model_of(self.reader.kind))
        return next((text for name in names if name in row.cells and (text := said(row.cells[name].value))), "")

    def _meeting(self, row: Incoming) -> tuple[str, dt.date] | None:
        """The group and the day of a meeting; nothing where the row does not say both, or is of another kind."""
        if self.reader.kind != MEETINGS or not {"group", "date"} <= row.cells.keys():
            return None
        try:
            group, day = (self.reader.read(name, row.cells[name].value).value for name in ("group", "date"))
        except CellRefused:
            return None
        return (group, dt.date.fromisoformat(day)) if group and day else None

    def _met(self, row: Incoming, are_ids: bool) -> Meant | None:
        """The meeting of the group and the day of a row; nothing where there is none."""
        meeting = self._meeting(row)
        same = self._meetings.get(meeting, []) if meeting is not None else []
        if len(same) > 1:
            which = listed([self.reader.register.lookup.called(one.identity or "") for one in same], "or")
            return Meant(refused=("date", f"the group met more than once on that day: {which}", WHICH))
        return Meant(same[0], notes=self._told(row, are_ids)) if same else None

    def _known(self, row: Incoming, are_ids: bool) -> Meant | None:
        """The record of a row by its id or its title, or the new one of an id; nothing where it is new without one."""
        text, register = self._id(row), self.reader.register
        if text:
            found = self._ids.get(text.casefold())
            if found is not None:
                return Meant(found)
            if are_ids and text.casefold() in self._taken:
                why = f"{text!r} is {register.lookup.called(self._taken[text.casefold()])}"
                return Meant(refused=("id", why, "give the record another id, or leave the cell empty"))
            if are_ids and not self._may_be(text):
                return Meant(refused=("id", f"{text!r} is not an id", "letters, digits, '.', '_' and '-', at most 64"))
            if are_ids:
                return Meant(id=text)
        if self.reader.kind == MEETINGS:
            return self._met(row, are_ids)
        title = self._title(row)
        same = self._titles.get(called(title), []) if title else []
        if title and not same and title.casefold() in self._ids:
            same = [self._ids[title.casefold()]]
        if len(same) > 1:
            which = listed([register.lookup.called(one.identity or "") for one in same], "or")
            return Meant(refused=(self._titled(row), f"{title!r} may be {which}", WHICH))
        return Meant(same[0], notes=self._told(row, are_ids)) if same else None

    def _once(self, rows: Sequence[Incoming], out: list[Meant | None], are_ids: bool) -> None:
        """Rows that say the same count once; those of one record that do not are all refused (ruling X15)."""
        groups: dict[str, list[int]] = {}
        for at, (row, one) in enumerate(zip(rows, out, strict=True)):
            if one is not None and one.refused is not None:
                continue
            if one is not None and one.record is not None:
                token = f"record {one.record.identity}"
            elif one is not None and one.id is not None:
                token = f"id {one.id.casefold()}"
            elif title := self._title(row):
                token = f"title {called(title)}"
            elif (meeting := self._meeting(row)) is not None:
                token = f"meeting of {meeting[0]} on {meeting[1]}"
            else:
                continue
            groups.setdefault(token, []).append(at)
        besides = {"id"} if not are_ids else set()
        if self.reader.kind == HELD:  # a row for each holder
            besides |= {"title", *(name for row in rows for name in row.cells if name.startswith("holders."))}
        for group in groups.values():
            first = rows[group[0]]
            same_title = self.reader.kind != HELD or self._is_one_title([rows[at] for at in group], out[group[0]])
            if same_title and all(said_by(rows[at], besides) == said_by(first, besides) for at in group):
                for at in group[1:] if self.reader.kind != HELD else ():
                    note = CellNote("repeated", f"says the same as row {first.row}, and counts once")
                    out[at] = Meant(repeats=True, notes=(note,))
                continue
            named = listed([str(rows[at].row) for at in group])
            for at in group:
                known = out[at]
                field = "id" if self._id(rows[at]) and are_ids else next(iter(rows[at].cells), "id")
                why = f"rows {named} are of one record and do not say the same"
                out[at] = Meant(known.record if known else None, refused=(field, why, "leave one of them"))

    def _is_one_title(self, rows: Sequence[Incoming], one: Meant | None) -> bool:
        """Whether rows of one role give it one title; each may be another that the role has already."""
        said = {called(title) for row in rows if (title := self._title(row))}
        if one is None or one.record is None:
            return len(said) <= 1
        words = (one.record.identity, *(getattr(one.record, name) for name in titles(model_of(self.reader.kind))))
        known = {called(word) for word in words if word}
        return len(said) <= 1 or said <= known

    @cached_property
    def _records(self) -> Sequence[Record]:
        return [one for one in self.reader.register.kinds.get(self.reader.kind, ()) if one.identity]

    @cached_property
    def _ids(self) -> Mapping[str, Record]:
        return {(one.identity or "").casefold(): one for one in self._records}

    @cached_property
    def _meetings(self) -> Mapping[tuple[str, dt.date], Sequence[Record]]:
        out: dict[tuple[str, dt.date], list[Record]] = {}
        for one in self.reader.register.of(Meeting):
            if one.id and one.group and one.date and one.status != "cancelled":
                out.setdefault((one.group, one.date), []).append(one)
        return out

    @cached_property
    def _taken(self) -> Mapping[str, str]:
        return {id.casefold(): id for id in self.reader.register.kind_of}

    @cached_property
    def _titles(self) -> Mapping[str, Sequence[Record]]:
        out: dict[str, list[Record]] = {}
        for one in self._records:
            words = (getattr(one, name) for name in titles(type(one)))
            for word in dict.fromkeys(called(word) for word in words if word):
                out.setdefault(word, []).append(one)
        return out


def _id_of(one: Meant) -> str:
    return (one.record.identity if one.record is not None else one.id) or ""
