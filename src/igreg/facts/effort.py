"""How long what falls due takes each time: starting points, for whoever has no figures of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pydantic import Field

from igreg.facts.life import Fact
from igreg.language.english import counted
from igreg.model.kinds import KINDS, in_order
from igreg.model.span import Span, parse_span

MOST = 10_000
"""No work takes more hours than this each time."""


class Effort(Fact):
    """How many hours something takes each time it falls due, by the kind of record or of date."""

    table: ClassVar[str] = "effort"

    hours: float = Field(ge=0, le=MOST)
    what: str

    @property
    def in_words(self) -> str:
        """What it says, in our words."""
        return f"{self.what}: {counted(self.hours, 'hour')} each time"


def own_effort(value: object) -> float | Span:
    """What somebody wrote for an effort: hours as a number, or a span in hours or days.

    Raises ValueError that says what belongs there instead.
    """
    wanted = 'a time in hours or days, such as "3 hours" or "2 days"'
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"{str(value).lower() if isinstance(value, bool) else 'this'} is not {wanted}")
    if not isinstance(value, str):
        if not 0 <= value <= MOST:
            raise ValueError(f"the number is not between 0 and {MOST} hours")
        return float(value)
    shown = repr(value) if len(value) <= 40 else f"{value[:40]!r}..."
    try:
        found = parse_span(value)
    except ValueError:
        raise ValueError(f"{shown} is not {wanted}") from None
    if found.unit not in ("hour", "day"):
        raise ValueError(f"{shown} is not {wanted}")
    if found.number > MOST:
        raise ValueError(f"{shown} is more than {MOST} {found.unit}s")
    return found


def words(shipped: Iterable[str]) -> tuple[str, ...]:
    """Every word that an effort may be set for: kinds of record, and kinds of date as the shipped rows have them."""
    return (*in_order(), *(word for word in shipped if word not in KINDS))
