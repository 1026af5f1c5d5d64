"""Two states of a small register, judged on one day, for tests of what they come to."""

from __future__ import annotations

import datetime as dt

from igreg.check.config import Config
from igreg.diff.compare import compare
from igreg.diff.difference import Difference, Side, StateOf
from igreg.register.register import Register
from igreg.rules._rule import Context

TODAY = dt.date(2026, 11, 24)


def side(register: Register, config: Config | None = None, rev: str | None = None) -> Side:
    """A state as at the end of the day."""
    settings = config or Config()
    now = dt.datetime.combine(TODAY, dt.time(23, 59, 59), register.clock.zone)
    figures = settings.figures.in_nation(register.organisation.nation, now.date())
    return Side(StateOf(rev, TODAY, None), Context(register, now, figures), settings)


def difference(before: Register, after: Register, was: Config | None = None, now: Config | None = None) -> Difference:
    """What two registers come to."""
    return compare(side(before, was, "a" * 40), side(after, now))
