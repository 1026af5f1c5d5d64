"""How a risk moved: what is known of it as a value, and the words for it at the lengths that papers have room for."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from igreg.analysis.risks import movement, score
from igreg.dataclass import dataclass
from igreg.language.english import long_day
from igreg.model.kinds.risks import Risk
from igreg.report.asked import Asked

Way = Literal[
    "new",
    "up",
    "down",
    "same",
    "first scored",
    "no longer scored",
    "never scored",
    "reviewed: unchanged",
    "reviewed: changed",
    "reviewed: not said",
    "not reviewed",
    "never reviewed",
]
"""The first seven are told against a score that was committed before; the others by what its last review says."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How one risk moved."""

    way: Way
    day: dt.date | None
    """The day that it is held against, or of its last review."""
    before: int | None = None
    """What it came to on that day, by what was committed."""


def moved(asked: Asked, risk: Risk) -> Moved:
    """How it moved: against what was committed before, where the history tells, else by its last review."""
    earlier = asked.earlier
    if earlier is None or earlier.register is None:
        return _reviewed(risk, asked.period.first, asked.today)
    then, now = earlier.risk(risk, asked.register), score(risk)
    if then is None:
        return Moved("new", earlier.day)
    return Moved(_way(score(then), now), earlier.day, score(then))


def _way(before: int | None, now: int | None) -> Way:
    if now is None:
        return "never scored" if before is None else "no longer scored"
    if before is None:
        return "first scored"
    return "same" if now == before else "up" if now > before else "down"


def _reviewed(risk: Risk, first: dt.date, last: dt.date) -> Moved:
    """How it moved from a day on, as far as its last review says."""
    ways: dict[str, Way] = {
        "unchanged": "reviewed: unchanged",
        "changed": "reviewed: changed",
        "unknown": "reviewed: not said",
        "not reviewed": "not reviewed",
        "never reviewed": "never reviewed",
    }
    return Moved(ways[movement(risk, first, last)], risk.review.last if risk.review is not None else None)


def in_full(of: Moved) -> str:
    """In words, with all that is known: for a paper on risks."""
    return _words(of)[0]


def in_short(of: Moved) -> str:
    """In as few words as can be, with the day: for a table of the highest."""
    return _words(of)[1]


def beside_a_figure(of: Moved) -> str:
    """In two or three words where the day of a review need not stand: beside a figure."""
    return _words(of)[2]


def _words(of: Moved) -> tuple[str, str, str]:
    day = long_day(of.day) if of.day is not None else ""
    unknown = "how it moved is not known"
    match of.way:
        case "reviewed: unchanged":
            return f"unchanged when reviewed on {day}", f"unchanged, reviewed {day}", "unchanged"
        case "reviewed: changed":
            return f"changed when reviewed on {day}; from what is not kept", f"changed, reviewed {day}", "changed"
        case "reviewed: not said":
            said = f"not known: the review of {day} does not say"
            return said, said, unknown
        case "not reviewed":
            said = f"not known: last reviewed on {day}"
            return said, said, unknown
        case "never reviewed":
            said = "not known: never reviewed"
            return said, said, unknown
        case "new":
            said = f"new since {day}"
        case "same":
            said = f"unchanged since {day}"
        case "first scored":
            said = f"no score on {day}"
        case "no longer scored":
            said = f"no score now; was {of.before} on {day}"
        case "never scored":
            said = f"no score now; no score on {day}"
        case "up" | "down":
            said = f"{of.way} from {of.before} on {day}"
    return said, said, said
