"""What a question in SQL comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from igreg.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """Its columns, each by a name of its own with its type in SQL, and its rows."""

    columns: tuple[tuple[str, str], ...]
    rows: Sequence[tuple[Any, ...]]
    more: bool = False
    """Whether there are more rows, which are not told."""
