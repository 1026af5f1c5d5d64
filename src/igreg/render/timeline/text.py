"""Who held what over time, for people: a block for each role, a line for each time in it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.render.escape.terminal import cells, folded, plain
from igreg.wording.time_entry import Entry
from igreg.wording.timeline import TimeChart, TimeRow

_BESIDE = 90
"""On a terminal of so many characters the days stand beside what is said of them, on a narrower one before it."""


def timeline_text(chart: TimeChart, width: int) -> str:
    """The whole of it, as wide as the terminal."""
    graph = chart.graph
    out = folded(plain(f"{graph.title}: {graph.subtitle}"), width)
    for remark in graph.remarks:
        out += ["", *folded(plain(remark), width)]
    for row in chart.rows:
        out += ["", *_row(row, width)]
    return "".join(f"{line}\n" for line in out)


def _row(row: TimeRow, width: int) -> Iterator[str]:
    id = f" ({row.id})" if row.id != row.title else ""
    never = [row.never.lower()[:1] + row.never[1:]] if row.never else []
    yield from folded(plain("; ".join((f"{row.title}{id}", *row.lines, *never))), width, then="  ")
    widest = max((cells(entry.when) for entry in row.entries), default=0)
    for entry in row.entries:
        first = f"  {entry.when}{' ' * (widest - cells(entry.when))}  "
        if width >= _BESIDE and cells(first) <= width // 2:
            yield from folded(plain(_said(entry)), width, first, " " * cells(first))
        else:
            yield from folded(plain(f"{entry.when}: {_said(entry)}"), width, "  ", "      ")


def _said(entry: Entry) -> str:
    by = f"by {entry.by}" if entry.by else ""
    return "; ".join(word for word in (entry.said, by, entry.note) if word)
