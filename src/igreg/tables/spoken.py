"""Records as the register says them, for a document: nested as they are, and nothing that is not written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from igreg.analysis.people_in_texts import People
from igreg.model.kinds import in_order
from igreg.model.kinds.organisation import Organisation
from igreg.model.kinds.training_records import TrainingRecord
from igreg.model.span import Span
from igreg.register.register import Register
from igreg.register.training_lines import TrainingLine
from igreg.tables.fields import Field, fields
from igreg.tables.withheld import told

VERSION = 1
_FLAGS = {"true": True, "false": False}
"""How a file writes yes and no where a text may stand too: in a document of JSON they are no texts."""


def document(register: Register, today: dt.date, kinds: Iterable[str], people: People | None = None) -> dict[str, Any]:
    """Every record of some kinds as one value for JSON, version 1; with `people`, without names.

    `incomplete` names the files that could not be read in full.
    """
    wanted = set(kinds)
    speaking = _Speaking(people)
    ours = register.organisation
    return {
        "version": VERSION,
        "today": today.isoformat(),
        "organisation": speaking.part(speaking.fields(Organisation.kind), ours) if register.has_organisation else None,
        "records": {
            kind: speaking.records(register, kind)
            for kind in in_order()
            if kind in wanted and kind != Organisation.kind
        },
        "incomplete": list(register.unread),
    }


class _Speaking:
    def __init__(self, people: People | None) -> None:
        self.people = people

    def fields(self, kind: str) -> tuple[Field, ...]:
        return fields(kind) if self.people is None else told(kind)

    def records(self, register: Register, kind: str) -> list[dict[str, Any]]:
        shown = self.fields(kind)
        if kind != TrainingRecord.kind:
            return [self.part(shown, one) for one in register.kinds.get(kind, ())]
        noted = {(one.where.file, one.where.item): one for one in register.noted}
        return [
            self.part(shown, more) if (more := noted.get((line.file, line.item))) is not None else self._line(line)
            for line in register.training
        ]

    def _line(self, line: TrainingLine) -> dict[str, Any]:
        said = {
            "staff": self._id(line.staff),
            "course": self._id(line.course),
            "completed": line.completed and line.completed.isoformat(),
            "expires": line.expires and line.expires.isoformat(),
        }
        return {key: value for key, value in said.items() if value is not None}

    def _id(self, id: str | None) -> str | None:
        return id if id is None or self.people is None else self.people.id(id)

    def part(self, shown: Sequence[Field], part: Any) -> dict[str, Any]:
        """The fields of a record, or of a part of one, that its file gives."""
        written = part.model_fields_set
        return {
            field.key: self._field(field, value)
            for field in shown
            if field.attribute in written and (value := getattr(part, field.attribute)) is not None
        }

    def _field(self, field: Field, value: Any) -> Any:
        if field.many:
            return [self._one(field, item) for item in value]
        return self._one(field, value)

    def _one(self, field: Field, value: Any) -> Any:
        if field.inside:
            return self.part(field.inside, value)
        if field.may_be_flag and value in _FLAGS:
            return _FLAGS[value]
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return int(value)  # 42 staff are written 42
        if isinstance(value, str) and self.people is not None and field.sort != "word":
            return self.people.id(value) if field.ref is not None or field.key == "id" else self.people.text(value)
        return own_keys(value) if isinstance(value, dict) else plain_value(value)


def own_keys(value: Any) -> Any:
    """Keys of somebody's own, of which nobody knows what they hold, as JSON has them."""
    if isinstance(value, Mapping):
        return {str(key): own_keys(one) for key, one in value.items()}
    if isinstance(value, list | tuple) and not isinstance(value, Span):
        return [own_keys(one) for one in value]
    return plain_value(value)


def plain_value(value: Any) -> Any:
    """A value of a record as JSON has it: days, moments and spans as texts, sums as numbers."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if value == value and abs(value) != float("inf") else str(value)
        case Decimal():
            return number(value)
        case dt.datetime():
            return value.isoformat(timespec="seconds" if value.second else "minutes")
        case dt.date() | dt.time():
            return value.isoformat()
    return str(value)


def number(value: Decimal) -> int | float | str:
    """A sum as a number of JSON; as a text where a number would not be read exactly."""
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value.normalize():f}"
