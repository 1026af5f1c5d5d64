"""A cell as the value of a field: read as people type it, or refused with what would be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from igreg.changes.answers import Answers
from igreg.errors import IgregError
from igreg.model.kinds import model_of
from igreg.model.leaf import leaf
from igreg.register.register import Register
from igreg.sheets.book import CellError, Value


class CellNote(NamedTuple):
    """What is told of a cell that was taken: the word of the note and the sentence."""

    what: str
    message: str


class Took(NamedTuple):
    """What a cell comes to: the value as a register has it, nothing where the cell says nothing; and what is told."""

    value: Any = None
    notes: tuple[CellNote, ...] = ()


class CellRefused(Exception):
    """A cell that cannot be taken; where it is `secret`, nothing may repeat what stands in it."""

    def __init__(self, message: str, help: str = "", *, secret: bool = False) -> None:
        super().__init__(message)
        self.message, self.help, self.secret = message, help, secret


NOTHING = frozenset({"", "-", "\u2013", "\u2014", "n/a", "none", "tbc", "not known"})
"""What a cell says that says nothing (ruling X17)."""


@dataclass(frozen=True)
class Reader:
    """How the cells of a table of one kind are read: in which register, at which moment, days in which order."""

    register: Register
    kind: str
    now: dt.datetime
    date_order: str = "dmy"
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What cells mean, by field and text, as the map says."""
    coming: Mapping[str, str] = field(default_factory=dict)
    """The ids that new people of the same table get, by their names."""

    def read(self, name: str, value: Value) -> Took:
        """The value of a cell of a field. Raises CellRefused."""
        if isinstance(value, CellError):
            raise CellRefused(f"the cell holds {value.sign}: {value.why}", "put the cell right in the spreadsheet")
        text = "" if value is None else str(value).strip()
        text = str(self.values.get(name, {}).get(text, text))
        if text.casefold() in NOTHING:
            return Took()
        try:
            return Took(
                Answers(self.register, model_of(self.kind), self.now).read(leaf(model_of(self.kind), name), text)
            )
        except IgregError as error:
            raise CellRefused(error.sentence, error.hint, secret="no number of a person" in error.hint) from None
