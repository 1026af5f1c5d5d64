"""Who held what over time, as CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.spans import Span
from igreg.analysis.timeline import Row, Timeline
from igreg.render.escape.csv import table

FIELDS = ("role", "title", "what", "staff", "name", "from", "until", "days", "assigned_by")


def timeline_csv(found: Timeline) -> str:
    """A line for each appointment, gap and absence; those of a role in the order of their days, absences last."""
    return table(FIELDS, (line for row in found.rows for line in _lines(found, row)))


def _lines(found: Timeline, row: Row) -> Iterator[tuple[object, ...]]:
    post = (row.role.id, row.role.title)
    name = found.register.title
    held: list[tuple[dt.date, tuple[object, ...]]] = []
    for bar in row.bars:
        holder = bar.appointment.holder
        own = Span(holder.from_, holder.until)
        words = (*post, holder.as_, holder.staff, name(holder.staff), *own, own.days, holder.assigned_by)
        held.append((bar.span.first or dt.date.min, words))
    for gap in row.gaps:
        held.append((gap.first or dt.date.min, (*post, "vacant", None, None, *gap, gap.days, None)))
    yield from (words for _, words in sorted(held, key=lambda one: one[0]))
    for away in row.absences:
        yield (*post, "absent", away.staff, name(away.staff), *away.span, away.span.days, None)
