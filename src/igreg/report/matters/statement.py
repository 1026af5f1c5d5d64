"""One sentence on what stands out, and how grave it is; several of one sort, of which few are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from igreg.dataclass import dataclass

Level = Literal["alert", "advise", "assure"]
SOON = 3
"""So many months ahead what is to come is told."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, and how grave it is."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Many:
    """Sentences of one sort and level, and how those are told that are too many to be named."""

    level: Level
    texts: tuple[str, ...]
    rest: str
    """With `{}` for how many more there are, two at least."""

    def told(self, most: int | None) -> Iterator[Statement]:
        """The first so many and how many more there are; one more is said, for its sentence is no longer."""
        shown = self.texts if most is None or len(self.texts) <= most + 1 else self.texts[:most]
        for text in shown:
            yield Statement(self.level, text)
        if len(shown) < len(self.texts):
            yield Statement(self.level, self.rest.format(len(self.texts) - len(shown)))
