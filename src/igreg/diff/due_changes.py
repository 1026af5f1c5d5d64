"""What comes to the list of the next 30 days, and what leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.diff.difference import Side
from igreg.due.item import Row


def due_changes(before: Side, after: Side) -> tuple[Sequence[Row], Sequence[Row]]:
    """The items that are on the list of the second state alone, and of the first alone, by what, record and subject."""
    return (), ()
