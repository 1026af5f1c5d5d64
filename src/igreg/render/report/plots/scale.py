"""The scale of a plot: where it begins and ends, and which levels are named on it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from igreg.dataclass import dataclass

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_STEPS = 5
_CLOSE = 0.6
"""Lines whose lowest value is beyond so much of their highest do not begin at nothing: else they would look level."""
_WHOLE = 100.0


@dataclass(frozen=True)
class Scale:
    """From the lowest level to the highest, in steps that people count in."""

    low: float
    step: float
    steps: int

    @property
    def high(self) -> float:
        """The highest level."""
        return self.low + self.step * self.steps

    @property
    def levels(self) -> tuple[float, ...]:
        """Every level that is named."""
        return tuple(round(self.low + self.step * number, 10) for number in range(self.steps + 1))

    def part(self, value: float) -> float:
        """How far up a value stands, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def scale(values: Sequence[float], *, from_zero: bool, share: bool) -> Scale:
    """The scale on which all of these fit. Shares of a hundred that do not pass it end there."""
    low, high = min(values), max(values)
    if from_zero or low < high * _CLOSE:
        low = min(low, 0.0)
    if from_zero:
        high = max(high, 0.0)
    if share and high <= _WHOLE:
        high = _WHOLE
    if high <= low:
        high = low + 1
    step = _step((high - low) / _MOST_STEPS, whole=all(float(one).is_integer() for one in values))
    low = math.floor(round(low / step, 9)) * step
    return Scale(low, step, max(1, math.ceil(round((high - low) / step, 9))))


def _step(least: float, *, whole: bool) -> float:
    """The smallest round step that is no smaller; a whole one where whole things are counted."""
    power = 10.0 ** math.floor(math.log10(least))
    found = next(one * power for one in _ROUND if one * power >= least * (1 - 1e-9))
    return max(1.0, math.ceil(found)) if whole else found


def figure(value: float) -> str:
    """A number as it stands in a plot: `1,204`, `92.5`."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
