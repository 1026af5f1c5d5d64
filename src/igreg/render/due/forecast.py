"""The year ahead: a bar and a number for each week and who has it, for people and for machines."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

from igreg.due.forecast import TOO_MANY, Forecast, Week
from igreg.due.item import DueList
from igreg.render.escape.csv import table
from igreg.render.escape.terminal import plain

BAR, NARROW = 16, 72
"""The longest bar; and the width below which owners stand under their week, not beside it."""


def forecast_text(found: Forecast, due_list: DueList, width: int, quiet: bool) -> str:
    """A line for each week, with every owner's share; a week that is too full says so in words."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("Week of", no_wrap=True)
    table.add_column("Due", justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column("Owners", overflow="fold")
    most = max((week.total for week in found.weeks), default=1)
    for week in found.weeks:
        bar = "#" * max(round(week.total * BAR / most), 1)
        owners = Text(_owners(week, due_list), overflow="fold")
        if width < NARROW:
            console.print(Text(f"{week.monday}  {week.total:>4}  {bar}"))
            console.print(Padding(owners, (0, 0, 0, 2)))
        else:
            table.add_row(str(week.monday), str(week.total), bar, owners)
    if table.row_count:
        console.print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    lines += [] if quiet else _remarks(found)
    return "".join(f"{line}\n" for line in lines)


def _owners(week: Week, due_list: DueList) -> str:
    full = "TOO FULL: " if week.full else ""
    return full + ", ".join(f"{plain(due_list.name(owner) or 'no owner')} {count}" for owner, count in week.owners)


def _remarks(found: Forecast) -> list[str]:
    out = [] if found.weeks else ["Nothing is due."]
    if any(week.full for week in found.weeks):
        usual = f"{found.usual:.1f}"
        out.append(f"Too full: over {TOO_MANY} x the usual {usual}.")
    if found.overdue:
        out.append(f"Not counted: {found.overdue} overdue.")
    return out


def forecast_csv(found: Forecast, due_list: DueList, width: int, quiet: bool) -> str:
    """A line for each week and owner."""
    rows = (
        (week.monday, owner, count, week.total, "yes" if week.full else "no")
        for week in found.weeks
        for owner, count in week.owners
    )
    return table(("week", "owner", "count", "total", "full"), rows)


def forecast_json(found: Forecast, due_list: DueList, width: int, quiet: bool) -> str:
    """One JSON object: the weeks with their counts by owner, null for what has none."""
    weeks = [
        {
            "week": week.monday.isoformat(),
            "total": week.total,
            "full": week.full,
            "owners": [{"owner": owner, "count": count} for owner, count in week.owners],
        }
        for week in found.weeks
    ]
    value: dict[str, Any] = {"version": 1, "today": due_list.today.isoformat(), "weeks": weeks}
    value["overdue"] = found.overdue
    if due_list.incomplete:
        value["incomplete"] = list(due_list.incomplete)
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


RENDERERS: dict[str, Callable[[Forecast, DueList, int, bool], str]] = {
    "table": forecast_text,
    "csv": forecast_csv,
    "json": forecast_json,
}
