"""A text of which was proved, when it was written, what a reader makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Proved(str):
    """A list of plain rows that was read once and held just these: whoever reads it next may take them from here.

    It is the same text to everybody else, and whatever is made of it by cutting or putting together is a text again,
    of which nothing is known.
    """

    __slots__ = ("columns",)
    columns: Mapping[str, Sequence[str]]
    """What each row has, by field and in their order; an empty text where it lacks the field."""

    @classmethod
    def of(cls, text: str, columns: Mapping[str, Sequence[str]]) -> Proved:
        """A text of which was proved what its rows hold."""
        found = cls(text)
        found.columns = columns
        return found
