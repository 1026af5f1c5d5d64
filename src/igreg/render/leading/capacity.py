"""The capacity plan for people: tables in a terminal, and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.capacity.levelling import Levelled
from igreg.capacity.plan import CapacityPlan, Work
from igreg.capacity.words import (
    BY,
    conclusion,
    headline,
    hours,
    levelled,
    load,
    not_placed,
    remarks,
    short,
)
from igreg.render.escape.markdown import md
from igreg.render.escape.terminal import cells, folded, plain

WIDEST = 32
"""A role's title takes at most so many cells of a table."""
NARROW = 72
"""Below so many columns each role stands above its months."""
GAP = "  "


def capacity_text(plan: CapacityPlan, found: Levelled | None, width: int, *, works: bool, quiet: bool = False) -> str:
    """The plan as it fits a terminal; with `works`, what falls due in each month."""
    lines = [*folded(headline(plan), width), ""]
    lines += _stack(plan, width) if width < NARROW else _tables(plan, width)
    lines += _listed("Months that cannot hold it", short(plan), width)
    if works:
        lines += _listed("What falls due", (_work(work) for work in plan.works), width)
    if found is not None:
        lines += _levelled(found, width)
    if not quiet:
        said = [line for remark in remarks(plan) for line in folded(plain(remark), width)]
        lines += ["", *said] if said else []
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _tables(plan: CapacityPlan, width: int) -> Iterator[str]:
    """Roles down, months across; as many months as fit beside each other."""
    rows = [(plain(line.title), [load(cell) for cell in line.cells]) for line in plan.busy]
    rows.append(("All, of hours known", [load(cell) for cell in plan.totals]))
    first = min(max(cells(title) for title, _ in rows), WIDEST)
    each = max(7, *(cells(text) for _, texts in rows for text in texts))
    count = max((width - first) // (each + len(GAP)), 1)
    for begin in range(0, len(plan.months), count):
        months = plan.months[begin : begin + count]
        if begin:
            yield ""
        yield GAP.join([" " * first, *(f"{month.key:>{each}}" for month in months)])
        for title, texts in rows:
            named = folded(title, first) if cells(title) > first else [title]
            for number, part in enumerate(_cut(named, first)):
                shown = [f"{text:>{each}}" for text in texts[begin : begin + count]] if not number else []
                yield GAP.join([part + " " * (first - cells(part)), *shown])


def _cut(lines: Sequence[str], width: int) -> list[str]:
    """Lines of which none is wider: a long word is cut."""
    out: list[str] = []
    for line in lines:
        while cells(line) > width:
            size = width
            while cells(line[:size]) > width:
                size -= 1
            out.append(line[:size])
            line = line[size:]
        out.append(line)
    return out


def _stack(plan: CapacityPlan, width: int) -> Iterator[str]:
    """One role below the other, its months indented."""
    for line in plan.busy:
        yield from folded(plain(line.title), width)
        for month, cell in zip(plan.months, line.cells, strict=True):
            if cell.state != "idle":
                yield f"  {month.key}  {load(cell)}, {hours(cell.demand)} of {hours(cell.supply)} hours"
        yield ""


def _listed(head: str, texts: Iterator[str], width: int) -> list[str]:
    lines = [line for text in texts for line in folded(plain(text), width, first="  ", then="    ")]
    return ["", f"{head}:", *lines] if lines else []


def _work(work: Work) -> str:
    state = " OVERDUE" if work.overdue else ""
    guess = " (guess)" if work.by == "default" else ""
    again = ", again" if work.again else ""
    name = (
        f"{work.record} {work.title}" if work.record and work.title != work.record else work.title or work.record or ""
    )
    return f"{work.day}{state}  {work.what}{again}: {name}, {hours(work.hours)} h{guess}"


def _levelled(found: Levelled, width: int) -> list[str]:
    moves = (
        f"{one.record} {one.title or ''}: {one.was} to {one.day} (at the latest {one.latest}), {hours(one.hours)} h"
        for one in found.moves
    )
    lines = _listed("Reviews to move", moves, width)
    lines += _listed("Before and after", levelled(found), width)
    lines += ["", *folded(conclusion(found), width)]
    if found.moves:
        lines += ["", "After:", *(_stack(found.after, width) if width < NARROW else _tables(found.after, width))]
    return lines + _listed("Not placed", not_placed(found), width)


def capacity_markdown(plan: CapacityPlan, found: Levelled | None, *, works: bool) -> str:
    """The same as Markdown: hours and load by role and month."""
    out = ["# Capacity", "", md(headline(plan)), "", *_grid(plan), ""]
    out += _section("Months that cannot hold it", short(plan))
    if works:
        out += ["## What falls due", "", *_works(plan), ""]
    if found is not None:
        out += ["## Levelled", "", md(conclusion(found)), ""]
        if found.moves:
            out += ["| Record | What | Due | To | At the latest | Hours |", "| --- | --- | --- | --- | --- | ---: |"]
            for one in found.moves:
                days = f"{one.was} | {one.day} | {one.latest}"
                out.append(f"| {md(one.record)} | {md(one.title or '')} | {days} | {hours(one.hours)} |")
            out += ["", "### After", "", *_grid(found.after), ""]
        out += _section("Before and after", levelled(found), level=3)
        out += _section("Not placed", not_placed(found), level=3)
    out += _section("How it was reckoned", remarks(plan))
    return "\n".join(out).rstrip("\n") + "\n"


def _grid(plan: CapacityPlan) -> Iterator[str]:
    yield f"| Role | {' | '.join(month.key for month in plan.months)} |"
    yield f"| --- |{' ---: |' * len(plan.months)}"
    for title, row in [*((line.title, line.cells) for line in plan.busy), ("All, of hours known", plan.totals)]:
        shown = (f"{md(load(cell))} ({hours(cell.demand)} of {hours(cell.supply)} h)" for cell in row)
        yield f"| {md(title)} | {' | '.join(shown)} |"


def _works(plan: CapacityPlan) -> Iterator[str]:
    yield "| Day | What | Record | Hours | By |"
    yield "| --- | --- | --- | ---: | --- |"
    for work in plan.works:
        day = f"**{work.day} overdue**" if work.overdue else str(work.day)
        about = md(" ".join(dict.fromkeys(filter(None, (work.record, work.title)))))
        yield f"| {day} | {work.what} | {about} | {hours(work.hours)} | {BY[work.by]} |"


def _section(head: str, texts: Iterator[str], level: int = 2) -> list[str]:
    lines = [f"- {md(text)}" for text in texts]
    return [f"{'#' * level} {head}", "", *lines, ""] if lines else []
