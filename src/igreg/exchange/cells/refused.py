"""What becomes of a cell: it is taken, with what is to be told of it, or refused with what would be right."""

from __future__ import annotations

from typing import Any, NamedTuple

from igreg.model.everyday import NotMeant


class CellNote(NamedTuple):
    """What is told of a cell that was taken: the word of the note and the sentence."""

    what: str
    message: str


class Took(NamedTuple):
    """What a cell comes to: the value as a register has it, nothing where the cell says nothing; and what is told."""

    value: Any = None
    notes: tuple[CellNote, ...] = ()


class CellRefused(NotMeant):
    """A cell that cannot be taken; where it is `secret`, nothing may repeat what stands in it."""

    def __init__(self, message: str, help: str = "", *, secret: bool = False) -> None:
        super().__init__(message, help)
        self.secret = secret
