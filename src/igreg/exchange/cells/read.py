"""A cell as the value of a field: read as people and other systems write it, or refused with what would be right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.tenure import Tenure
from igreg.analysis.withheld import Withheld
from igreg.changes.answers import Answers
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.cells import numbers, texts, words
from igreg.exchange.cells.days import Days
from igreg.exchange.cells.records import reference
from igreg.exchange.cells.refused import CellNote, CellRefused, Took
from igreg.model import everyday
from igreg.model.everyday import NotMeant
from igreg.model.kinds import model_of
from igreg.model.leaf import Leaf, leaf
from igreg.once import once_for_each
from igreg.register.register import Register
from igreg.sheets.book import CellError, Value

__all__ = ["NOTHING", "CellNote", "CellRefused", "Reader", "Took"]

NOTHING = frozenset({"", "-", "\u2013", "\u2014", "n/a", "none", "tbc", "not known"})
"""What a cell says that says nothing (ruling X17)."""
IDS = frozenset({"id", "key", "ods_code"})
"""The fields whose numbers may have been ids."""
SIGNS = {"value": "\u00a3", "amount": "\u00a3", "target": "%"}
"""The sign that may stand beside a number in a field: of money, and of a share."""
_ENDS = frozenset({"left", "until", "end", "expires"})
"""The fields in which the end of time is no day."""


@dataclass(frozen=True)
class Reader:
    """How the cells of a table of one kind are read: in which register, at which moment, days in which order."""

    register: Register
    kind: str
    now: dt.datetime
    date_order: str = "dmy"
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What cells mean, by field and text, as the map says."""
    coming: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the records that the same table brings, by those ids and by their titles (see `called`)."""
    literal: bool = False
    """Whether a cell is what stands in it, so that `n/a` is a text (ruling X17); else such words say nothing."""
    comma: bool = False
    """Whether the file writes a comma in the place of the point."""

    def read(self, name: str, value: Value) -> Took:
        """The value of a cell of a field, as a register has it. Raises CellRefused."""
        known = self._taken(name, type(value), value)
        if isinstance(known, CellRefused):
            raise known.with_traceback(None)
        return known

    @once_for_each
    def _taken(self, name: str, sort: type, value: Any) -> Took | CellRefused:
        """What a cell comes to, or why it is refused: a table says the same again and again, and 1 is not 1.0."""
        try:
            return self._took(name, value)
        except NotMeant as error:
            return error if isinstance(error, CellRefused) else CellRefused(error.message, error.help)

    def _took(self, name: str, value: Value) -> Took:
        if isinstance(value, CellError):
            raise CellRefused(f"the cell holds {value.sign}: {value.why}", "put the cell right in the spreadsheet")
        text = texts.tidy(_written(value), name)
        mapped = self._mapped(name, text)
        if mapped is not None:
            value = text = mapped
        if name == "job_title" and not self.literal and isinstance(value, str):
            text = texts.job_title(text)
        if text.casefold() in (("",) if self.literal else NOTHING):
            return Took()
        if isinstance(value, str):
            value = text
        texts.refuse_number(text)
        found = leaf(model_of(self.kind), name)
        if found.part is not None:
            raise CellRefused(f"`{name}` has fields of its own", "give each a column of its own")
        if name in IDS and (fault := numbers.no_id(value)) is not None:
            raise CellRefused(*fault)
        if not found.many:
            return self._one(found, value, text)
        took = [self._one(found, one, one) for one in self._parts(found, text)]
        values = list(dict.fromkeys(one.value for one in took if one.value is not None))
        if values:
            self._refuse(found, values, items=False)
        return Took(values or None, tuple(note for one in took for note in one.notes))

    def _mapped(self, name: str, text: str) -> str | None:
        """What the map says a cell means; case and blanks do not count."""
        given = self.values.get(name)
        if not given:
            return None
        found = given.get(text)
        if found is None:
            plain = everyday.plain(text)
            found = next((one for cell, one in given.items() if everyday.plain(cell) == plain), None)
        return None if found is None else str(found)

    def _parts(self, found: Leaf, text: str) -> list[str]:
        """The parts of a list in one cell: commas part them where each is a word of the list or an id (ruling X51)."""
        parts = [one.strip() for one in re.split(r"[;\n]", text) if one.strip()]
        if found.sort not in ("word", "reference", "area"):
            return parts
        out: list[str] = []
        for part in parts:
            pieces = [one.strip() for one in part.split(",") if one.strip()]
            out += pieces if len(pieces) > 1 and all(self._is_one(found, one) for one in pieces) else [part]
        return out

    def _is_one(self, found: Leaf, text: str) -> bool:
        try:
            value = self._one(found, text, text).value
        except NotMeant:
            return False
        return value != text or found.sort == "word" or text in self.register.kind_of or text in self.register.areas

    def _one(self, found: Leaf, value: Value, text: str) -> Took:
        """One value of a field."""
        match found.sort:
            case "day":
                day, notes = self._days.day(value, ends=found.path[-1] in _ENDS)
                return Took(day.isoformat() if day is not None else None, notes)
            case "moment" | "day or moment":
                moment, notes = self._days.moment(value, day_alone=found.sort != "moment")
                return Took(moment or None, notes)
            case "flag":
                return Took(words.flag(value, text))
            case "word":
                return (
                    words.worker(text, found.words)
                    if found.name == "worker"
                    else Took(everyday.word(text, found.words))
                )
            case "reference" | "area":
                ours = self.coming if found.ref is not None and self.kind in found.ref.kinds else {}
                return Took(reference(self._tenure, found, text, ours))
            case "span":
                return self._fits(found, everyday.span(text))
            case "number" | "decimal":
                return self._fits(found, self._number(found, value, text))
        fits = self._fits(found, text.replace("\\", "/") if found.path[-1] == "path" else text)
        return Took(fits.value, texts.told(self._withheld, self.kind, found.name, text))

    def _number(self, found: Leaf, value: Value, text: str) -> int | float:
        if isinstance(value, dt.timedelta | dt.time) and found.sort == "decimal":
            if isinstance(value, dt.time):
                return value.hour + value.minute / 60
            return value.total_seconds() / 3600
        sign = SIGNS.get(found.path[-1], "")
        return everyday.number(text, decimal=found.sort == "decimal", comma=self.comma, sign=sign)

    def _fits(self, found: Leaf, value: Any) -> Took:
        """The value, where the field takes it; the words of a refusal are those of the finding."""
        self._refuse(found, [value] if found.many else value, length=not found.many)
        return Took(value)

    def _refuse(self, found: Leaf, value: Any, *, items: bool = True, length: bool = True) -> None:
        try:
            self._answers.refuse(found, value, items=items, length=length)
        except IgregError as error:
            raise CellRefused(error.sentence, error.hint) from None

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self.register, model_of(self.kind), self.now)

    @cached_property
    def _days(self) -> Days:
        return Days(self.date_order, self.now.date(), self.register.clock.zone)

    @cached_property
    def _tenure(self) -> Tenure:
        return Tenure(self.register, self.now.date())

    @cached_property
    def _withheld(self) -> Withheld:
        return Withheld.of(AsOf(self.register, self.now))


def _written(value: Value) -> str:
    """What stands in a cell, as a text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    return str(value)
