"""The list as CSV."""

from __future__ import annotations

from igreg.due.item import DueList, Row
from igreg.render.due.phrases import detail
from igreg.render.escape.csv import table

CSV_FIELDS = (
    *("due", "days", "hours", "what", "kind", "record", "title", "subject"),
    *("owner", "people", "escalates_to", "detail", "file", "line", "covering_for"),
)


def due_csv(due_list: DueList, *, people: bool) -> str:
    """A line for each item."""
    return table(CSV_FIELDS, (_values(row, detail(row, due_list, people=people)) for row in due_list.rows))


def _values(row: Row, why: str) -> tuple[object, ...]:
    item = row.item
    return (
        *(item.due, row.days, item.hours, item.what, item.kind, item.record, item.title, item.subject, item.owner),
        *(", ".join(row.people), row.escalates_to, why, row.file, row.line, row.covering_for),
    )
