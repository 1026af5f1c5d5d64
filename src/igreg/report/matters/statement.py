"""One sentence on what stands out, and how grave it is."""

from __future__ import annotations

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
