"""The list as CSV."""

from __future__ import annotations

import csv
import io

from igreg.due.item import DueList
from igreg.render.due.phrases import detail
from igreg.render.escape.csv import cell

CSV_FIELDS = (
    *("due", "days", "hours", "what", "kind", "record", "title", "subject"),
    *("owner", "people", "escalates_to", "detail", "file", "line"),
)


def due_csv(due_list: DueList, *, people: bool) -> str:
    """A line for each item, CRLF as RFC 4180 asks; no cell can begin a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_FIELDS)
    for row in due_list.rows:
        item = row.item
        values = [
            item.due, row.days, item.hours, item.what, item.kind, item.record, item.title, item.subject, item.owner,
            ", ".join(row.people), row.escalates_to, detail(row, due_list, people=people), row.file, row.line,
        ]  # fmt: skip
        writer.writerow([cell(value) for value in values])
    return out.getvalue()
