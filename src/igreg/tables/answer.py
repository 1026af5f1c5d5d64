"""What a question in SQL comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """Its columns, each by a name of its own with its type in SQL, and its rows."""

    columns: tuple[tuple[str, str], ...]
    rows: list[tuple[Any, ...]]
    more: bool = False
    """Whether there are more rows, which are not told."""
