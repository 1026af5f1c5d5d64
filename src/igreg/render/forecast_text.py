"""The year ahead as lines: a bar and a number for each week, and the owners with most."""

from __future__ import annotations

from igreg.due.forecast import Week
from igreg.render.plain import plain


def forecast_text(weeks: tuple[Week, ...], width: int) -> str:
    """A line for each week; a week that is too full says so in words."""
    if not weeks:
        return "Nothing is due.\n"
    most = max(week.total for week in weeks)
    room = max(min(30, width - 50), 8)
    out = []
    for week in weeks:
        bar = "#" * max(round(week.total * room / most), 1)
        full = " TOO FULL" if week.full else ""
        named = ", ".join(f"{plain(owner)} {count}" for owner, count in week.owners[:3])
        out.append(f"{week.monday}  {week.total:>4}  {bar:<{room}}{full}  {named}")
    return "\n".join(out) + "\n"
