"""The list as Markdown, and as CSV."""

from __future__ import annotations

import csv
import io

from igreg.due.item import DueList
from igreg.render.due.phrases import about, detail, groups, summary, when, who
from igreg.render.escape.markdown import code, md
from igreg.render.escape.terminal import plain

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV_FIELDS = (
    *("due", "days", "hours", "what", "kind", "record", "title", "subject"),
    *("owner", "people", "escalates_to", "detail", "file", "line"),
)


def due_markdown(due_list: DueList, *, by: str | None, people: bool) -> str:
    """Tables for a pull request or an issue."""
    out = [f"# Due, as on {due_list.today}", "", summary(due_list), ""]
    for heading, rows in groups(due_list, by):
        if heading:
            out += [f"## {md(heading)}", ""]
        if not rows:
            continue
        out += ["| Due | When | What | About | Why | Who | Where |", "| --- | --- | --- | --- | --- | --- | --- |"]
        for row in rows:
            cells = [
                str(row.item.due),
                f"**{when(row)}**" if row.overdue else when(row),
                row.item.what,
                md(about(row, due_list)),
                md(detail(row, due_list, people=people)),
                md(who(row, due_list)),
                code(f"{row.file}:{row.line}"),
            ]
            out.append(f"| {' | '.join(cells)} |")
        out.append("")
    return "\n".join(out)


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


def cell(value: object) -> object:
    """A value that a spreadsheet takes as text, never as a formula."""
    if isinstance(value, str):
        text = plain(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    return "" if value is None else value
