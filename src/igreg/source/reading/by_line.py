"""Whether the next part of a list is the lines of the records that it should hold, and of nothing else.

What a program has just written is so: each record has the same few lines, and a few thousand of them stand there again
and again. What a line says is made out once for each value, and then the lines are compared as they stand: 200,000
records take a third of what it takes to look through their text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from igreg.source.reading.rows import DAY, FIELDS, WORD, Load, rows


class Meant(list[None]):
    """As many records as were found, all of them those that were meant, written plainly."""


class ByLine:
    """Takes records out of a list that should hold some columns, from the place `at` on; whoever asks moves it."""

    def __init__(self, columns: Mapping[str, Sequence[str]], deep: int) -> None:
        """The columns are the first three fields of rows or all four, without an empty text; the list stands `deep`
        blanks from the margin."""
        self.at = 0
        leads = (" " * deep + "- ", *[" " * deep + "  "] * (len(FIELDS) - 1))
        self._columns = [columns[field] for field in FIELDS[: len(columns)]]
        self._lines = [
            _Lines(f"{lead}{field}: ", DAY if field in FIELDS[2:] else WORD)
            for lead, field in zip(leads, FIELDS[: len(columns)], strict=False)
        ]

    def take(self, text: str, deep: int, load: Load) -> list[Any]:
        """`Meant` where the text is the next of the records, a line for each field; else what `rows` gives.

        Such lines are the plainest that `rows` knows, with one blank behind a colon, and no remark.
        """
        found, many = text.removesuffix("\n").split("\n"), len(self._lines)
        count, rest = divmod(len(found), many)
        if rest or not all(map(self._is_meant, range(many), (found[at::many] for at in range(many)))):
            return rows(text, deep, load)
        return Meant([None] * count)

    def _is_meant(self, field: int, found: list[str]) -> bool:
        """Whether some lines are those of a field of the next records."""
        column = self._columns[field][self.at : self.at + len(found)]
        return found == list(map(self._lines[field].__getitem__, column))


class _Lines(dict[str, str | None]):
    """The line that says a value, by the value; nothing where the value is no plain word or day."""

    def __init__(self, lead: str, shape: str) -> None:
        super().__init__()
        self._lead, self._shape = lead, re.compile(shape)

    def __missing__(self, value: str) -> str | None:
        line = self[value] = self._lead + value if self._shape.fullmatch(value) else None
        return line
