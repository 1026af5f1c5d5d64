"""How many are trained, in sentences: for the list in a terminal and in Markdown."""

from __future__ import annotations

from igreg.due.shares import ShareRow
from igreg.language.english import counted, workers

HEADING = "Shares of people trained"


def share_lines(rows: tuple[ShareRow, ...] | None) -> list[str]:
    """A line for each share; rounded down, so that what is under a target is not shown as having reached it."""
    return [_line(row) for row in rows or ()]


def percent(row: ShareRow) -> str:
    """The share in a hundred, to one decimal."""
    return f"{row.percent:.1f}"


def _line(row: ShareRow) -> str:
    people = f"{counted(row.counted, 'person', 'people')} ({percent(row)} %)"
    plan = f"{row.plan} {row.plan_title}" if row.plan else row.plan_title
    yours = f"; {row.yours}" if row.yours else ""
    trained = f"{row.trained} of {people} trained, {_target(row)}{_workers(row)}{yours}"
    return f"{plan}: {row.course} {row.course_title}: {trained}"


def _target(row: ShareRow) -> str:
    if row.target is None:
        return "no target"
    within = f" within {row.window}" if row.window else ""
    return f"target {row.target:g} %{within}: {'reached' if row.reached else 'not reached'}"


def _workers(row: ShareRow) -> str:
    """The share of each sort of worker, where there are several."""
    if len(row.workers) < 2:
        return ""
    parts = (f"{trained} of {workers(of, worker)}" for worker, (trained, of) in row.workers.items())
    return f"; {', '.join(parts)}"
