"""`pattern`, an expression as `re.compile` makes it, but compiled when something is first looked for with it.

A check of a small register compiled some 60 expressions of which it used a third; what only a slip of the pen or a
birth date in a note needs, most starts do not. A type checker is told that it *is* `re.compile`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any


class _Later:
    """Stands for an expression. Each of its methods is the expression's own from the first time that it is asked for,
    and costs no more from then on."""

    def __init__(self, text: str | bytes, flags: int = 0) -> None:
        self._given = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(*self._given)

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):  # what `copy` and others ask of any object
            raise AttributeError(name)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = _Later
