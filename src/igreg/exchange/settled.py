"""What the rows of a table come to: what they want, and what of them is refused, left out, told or doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.exchange.brought import LeftOut, Note, Refused
from igreg.exchange.plan import Wanted


@dataclass(frozen=True)
class Doubt:
    """A row of which it is doubtful whom it means."""

    row: int
    why: str
    may_be: tuple[str, ...]
    """The ids of those whom it may mean."""


@dataclass
class Settled:
    """What the rows of a table come to."""

    wanted: list[Wanted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    refused_of: set[str] = field(default_factory=set)
    """Of which sort the refused rows are: new, changed."""
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    there: set[str] = field(default_factory=set)
    """The ids of the records that rows mean, also of rows that are refused or left out."""
    unsure: bool = False
    """Whether nobody can tell which record a row means, so that it may be any that seems to be missing."""
    units: set[str] = field(default_factory=set)
    """The units that rows name."""
    doubts: list[Doubt] = field(default_factory=list)
    """The rows of which somebody can be asked whom they mean."""


def whole_rows(wanted: Sequence[Wanted], refused: Sequence[Refused]) -> tuple[list[Wanted], list[LeftOut]]:
    """What is wanted of rows of which no cell is refused: a row with one that is, is not written at all (ruling X02).

    Beside it, the rows of which something is not written for the sake of another cell.
    """
    bad = {one.row: one.sheet for one in refused if one.row is not None}
    kept = [one for one in wanted if one.row not in bad]
    lost = sorted({one.row for one in wanted if one.row in bad and one.row is not None})
    return kept, [LeftOut(row, "another course of its row is refused", bad[row]) for row in lost]
