"""Counts by rule, owner and unit, as three short lists."""

from __future__ import annotations

from igreg.check.statistics import Statistics
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain


def statistics_text(found: Statistics, style: Style) -> str:
    """Three lists: the largest count first."""
    out = []
    for title, rows in (("By rule", found.rules), ("By owner", found.owners), ("By unit", found.units)):
        if rows:
            out.append(style.bold(title))
            width = max(cells(plain(name)) for name, _ in rows)
            out += [f"  {plain(name)}{' ' * (width - cells(plain(name)))}  {count:>5}" for name, count in rows]
            out.append("")
    return "\n".join(out) + "\n" if out else ""
