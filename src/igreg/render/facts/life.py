"""The life of a fact in words: where it can be read, of when it is, who looked when, and what has come since."""

from __future__ import annotations

import datetime as dt

from igreg.facts.life import Fact, Source
from igreg.facts.tables import sources
from igreg.language.english import long_day

UNKNOWN = "not known"


def sourced(row: Fact | Source) -> str:
    """What a row is called by whoever reads of it: the source and the place in it."""
    return row.source if isinstance(row, Fact) else row.called


def life(row: Fact | Source) -> str:
    """Everything that is known of a row's life, as one line; what is not known is said."""
    parts = [f"edition {row.edition}" if row.edition else "no edition", row.nations, since(row), looked(row)]
    if isinstance(row, Fact):
        parts.append(f"{row.confidence} confidence")
    parts.append(hand(row))
    return "; ".join(parts)


def since(row: Fact | Source) -> str:
    """Since when and until when it is in force."""
    began = f"in force from {long_day(row.in_force_from)}" if row.in_force_from else f"in force from: {UNKNOWN}"
    return f"{began}, last day {long_day(row.until)}" if row.until else began


def looked(row: Fact | Source) -> str:
    """When somebody last looked at it."""
    return f"last looked at on {long_day(row.checked)}" if row.checked else f"last looked at: {UNKNOWN}"


def hand(row: Fact | Source) -> str:
    """Whether it was read at first hand, and how else."""
    read = "read at first hand" if row.first_hand else "not read at first hand"
    how = _source(row)
    return f"{read}: {how.read_as}" if how is not None and how.read_as else read


def out_of_date(row: Fact | Source, today: dt.date | None = None) -> str | None:
    """What has come since; that its last day is past, where nothing newer is known; else nothing."""
    source = _source(row)
    if source is not None and source.out_of_date:
        return source.out_of_date
    if today is not None and row.ended(today) and row.until is not None:
        return f"its last day was {long_day(row.until)}"
    return None


def _source(row: Fact | Source) -> Source | None:
    """The source whose life a row has."""
    if isinstance(row, Source):
        return row
    return sources()[row.rests_on] if row.rests_on else None
