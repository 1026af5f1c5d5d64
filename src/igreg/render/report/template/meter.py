"""What a template uses up: steps and letters. Both are counted before anything is done, so that nothing grows first.

Counting says the same of a template on a slow machine and on a fast one; a clock would not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any

STEPS = 1_000_000
"""So many rounds of loops may a template have; what takes longer than a round counts as several."""
LETTERS = 20_000_000
"""So many letters may come of it, those in between counted."""
HIGHEST = 10**18
"""A number beyond it is none of a report."""


class TooMuch(Exception):
    """A template that uses up more than it may; the text says of what."""


class Meter:
    """What is left to one run of a template."""

    def __init__(self) -> None:
        self.steps, self.letters = STEPS, LETTERS

    def step(self, count: int = 1) -> None:
        """So many rounds. Raises TooMuch where none is left."""
        self.steps -= count
        if self.steps < 0:
            raise TooMuch("the template goes round for too long")

    def said(self, count: int) -> None:
        """So many letters. Raises TooMuch where there is no more room."""
        self.letters -= count
        if self.letters < 0:
            raise TooMuch("too much text comes of the template")

    def each(self, items: Iterable[Any]) -> Iterable[Any]:
        """The items of a loop, each counted as it is given; what has a length keeps it."""
        return _Counted(items, self.step)


class _Counted:
    """A loop's items. Jinja asks a loop for its length only where the template does."""

    def __init__(self, items: Iterable[Any], step: Callable[[], None]) -> None:
        self.items, self.step = items, step

    def __iter__(self) -> Iterator[Any]:
        for one in self.items:
            self.step()
            yield one

    def __len__(self) -> int:
        if isinstance(self.items, Sized):
            return len(self.items)
        raise TypeError("it has no length")
