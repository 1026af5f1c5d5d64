"""The list as Markdown."""

from __future__ import annotations

from igreg.due.item import DueList
from igreg.render.due.phrases import about, counts, detail, groups, not_complete, when, who
from igreg.render.due.shares import HEADING, share_lines
from igreg.render.escape.markdown import code, md, prose


def due_markdown(due_list: DueList, *, by: str | None, people: bool) -> str:
    """Tables for a pull request or an issue."""
    out = [f"# Due, as on {due_list.today}", "", " ".join(_summary(due_list)), ""]
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
    shares = share_lines(due_list.shares)
    if shares:
        out += [f"## {HEADING}", "", *(f"- {md(line)}" for line in shares), ""]
    return "\n".join(out)


def _summary(due_list: DueList) -> list[str]:
    """The counts, and which files are missing: a name of one is text, and never obeyed."""
    return [counts(due_list), *([prose(not_complete(due_list))] if due_list.incomplete else [])]
