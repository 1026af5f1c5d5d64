"""Which figure is in force: that of the facts, or the one that the organisation sets instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, replace

from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.facts.tables import Limit
from igreg.model.span import Span, parse_span

_LENGTHS = ("days", "weeks", "months", "years")
"""Units of figures that are lengths of time. Hours are not among them: a clock that runs in hours needs a number."""
_MOST = {"percent": 100}
_MOST_ELSE = 10_000
_WHOLE = "working days"
"""The unit of figures of which no part can be counted."""
_LONGEST = Span(100, "year")
_COUNTED_FROM = dt.date(2000, 1, 1)


@dataclass(frozen=True)
class Figures:
    """The figures in force, by the keys of `facts/limits.yaml`; `own` are those that `igreg.toml` sets."""

    own: Mapping[str, float | Span] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    """The rows in force, of figures and of everything else."""
    effort: Mapping[str, float | Span] = field(default_factory=dict)
    """How long what falls due takes each time, by kind, as `igreg.toml` sets it under `[effort]`; a number is hours."""

    def in_nation(self, nation: str, day: dt.date) -> Figures:
        """The same without own rows that were written for another nation, or for a later time."""
        facts = self.facts.in_nation(nation, day)
        return self if facts is self.facts else replace(self, facts=facts)

    def number(self, key: str) -> float:
        """A figure that is a number, such as 72 hours or 95 percent."""
        given = self.own.get(key)
        return float(self.facts.limit(key).value) if given is None or isinstance(given, Span) else float(given)

    def span(self, key: str) -> Span:
        """A figure that is a length of time, such as 12 months."""
        given = self.own.get(key)
        if isinstance(given, Span):
            return given
        limit = self.facts.limit(key)
        return Span(int(limit.value), limit.unit.removesuffix("s"))


def is_length(limit: Limit) -> bool:
    """Whether a figure is a length of time; else it is a number."""
    return limit.unit in _LENGTHS


def own_figure(limit: Limit, value: object) -> float | Span:
    """What somebody wrote for a figure; raises ValueError that says what belongs there instead."""
    return _length(limit, value) if is_length(limit) else _number(limit, value)


def _length(limit: Limit, value: object) -> Span:
    if not isinstance(value, str):
        given = value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1000 else None
        raise ValueError(f"{_shown(value)} is not a length of time; write it as {_example(limit, given)}")
    try:
        found = parse_span(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is not {error}; for example {_example(limit)}") from None
    if found.longer_than(_LONGEST, _COUNTED_FROM):
        raise ValueError(f"{value!r} is longer than {_LONGEST}")
    return found


def _number(limit: Limit, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        given = value.partition(" ")[0] if isinstance(value, str) and value.endswith(limit.unit) else ""
        example = _example(limit, int(given) if given.isdecimal() and len(given) < 5 else None)
        raise ValueError(f"{_shown(value)} is not a number; write the {limit.unit} as {example}")
    most = _MOST.get(limit.unit, _MOST_ELSE)
    if not 0 <= value <= most:  # also when it is not a number that can be compared at all
        raise ValueError(f"{_shown(value)} is not between 0 and {most} {limit.unit}")
    if limit.unit == _WHOLE and value != int(value):
        raise ValueError(f"{_shown(value)} is no whole number of {limit.unit}")
    return value


def _example(limit: Limit, number: int | None = None) -> str:
    """How a figure is written in `igreg.toml`: with the number that was given where there is one, else the facts'."""
    value = limit.value if number is None else number
    return (
        f'{limit.key} = "{limit.model_copy(update={"value": value}).figure}"'
        if is_length(limit)
        else f"{limit.key} = {value:g}"
    )


def _shown(value: object) -> str:
    """A value as it may be shown in a message: never very long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > 10**12:
        return "so large a number"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}..."
