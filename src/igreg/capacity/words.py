"""The words of the capacity plan, in whatever format it is read."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.capacity.levelling import Levelled
from igreg.capacity.plan import CapacityPlan, Cell, Line
from igreg.language.english import counted, listed, some_of

WORDS = {"over": "OVER", "nobody": "NOBODY", "unknown": "?", "idle": "-", "fits": ""}
"""What stands for a state beside a figure; what fits needs no word."""
HEADS = ("month", "owner", "title", "due", "overdue", "fixed", "demand", "supply", "load", "state")
WORK_HEADS = ("day", "what", "kind", "record", "title", "owner", "hours", "effort", "overdue", "again")
MOVE_HEADS = ("record", "kind", "title", "owner", "hours", "was", "day", "latest")
BY = {"record": "record", "settings": "igreg.toml", "default": "default"}
"""Who says how long something takes, as machines read it."""


def hours(number: float | None) -> str:
    """Hours with at most one decimal; `?` where nobody wrote them."""
    return "?" if number is None else f"{number:.1f}".removesuffix(".0")


def load(cell: Cell) -> str:
    """A load as it stands in a table: `85%`, `OVER 130%`, `NOBODY 6h`, `6h of ?`, `-`."""
    word = WORDS[cell.state]
    if cell.state == "unknown":
        return f"{hours(cell.demand)}h of {word}"
    if cell.load is None or cell.state == "idle":
        return f"{word} {hours(cell.demand)}h" if cell.state == "nobody" else word
    shown = f"{cell.load:.0f}%" if cell.state == "fits" or cell.load >= 100.5 else f"{cell.load:.1f}%"
    return f"{word} {shown}".strip()


def headline(plan: CapacityPlan) -> str:
    """What the plan comes to, in a sentence."""
    first, last = plan.months[0], plan.months[-1]
    span = first.called if len(plan.months) == 1 else f"{first.called} to {last.called}"
    demand = sum(cell.demand for cell in plan.totals)
    other = sum(plan.not_weighed)
    if other and not demand:
        return f"{span}: {_many(other)} of work, all of it of roles whose hours nobody wrote down."
    supply = sum(cell.supply or 0 for cell in plan.totals)
    more = f", and {_many(other)} of work of roles whose hours nobody wrote down" if other else ""
    return f"{span}: {_many(demand)} of work, {_many(supply)} of those who hold the roles{more}."


def _many(number: float) -> str:
    """Hours of a year, with their word and their thousands apart: `13,650.5 hours`."""
    shown = f"{number:,.1f}".removesuffix(".0")
    return f"{shown} hour" if shown == "1" else f"{shown} hours"


def short(plan: CapacityPlan) -> Iterator[str]:
    """A line for each month that cannot hold what falls into it, with whose work that is."""
    for month in plan.months:
        over = [(line, cell) for when, line, cell in plan.short if when == month]
        if over:
            yield f"{month.called}: " + "; ".join(_short(line, cell) for line, cell in over)


def _short(line: Line, cell: Cell) -> str:
    late = f", {hours(cell.overdue)} of them overdue" if cell.overdue else ""
    if cell.state == "nobody":
        there = "and nobody answers for it" if line.owner is None else "and nobody there with hours for it"
        return f"{line.title}, {counted(round(cell.demand, 1), 'hour')} of work{late}, {there}"
    return f"{line.title}, {hours(cell.demand)} of {_given(cell.supply)}{late}"


def _given(supply: float | None) -> str:
    """The hours that there are, with their word: `1 hour`, `7.5 hours`, `? hours`."""
    return "? hours" if supply is None else counted(round(supply, 1), "hour")


def remarks(plan: CapacityPlan) -> Iterator[str]:
    """What a reader should know of how it was reckoned."""
    if plan.without:
        yield f"What if: without {listed(plan.without.values())} from {plan.today} on."
    if plan.extra:
        more = (f"{counted(round(number, 1), 'hour')} a week more for {id}" for id, number in plan.extra.items())
        yield f"What if: {listed(more)}."
    unknown = [line.title for line in plan.lines if any(cell.state == "unknown" for cell in line.cells)]
    if unknown:
        yield (
            f"Hours not written down for {some_of(unknown)}: their work is in no load. "
            "Write hours_per_week into the role, or into its holder."
        )
    if plan.guessed:
        yield (
            f"{plan.guessed:.0f}% of the hours of what falls due rest on igreg's own guesses: write `effort` into "
            "records, or [effort] into igreg.toml."
        )
    if plan.listed_until is not None:
        yield f"Bank holidays after {plan.listed_until} are reckoned without proclamations, which are not known yet."


def levelled(found: Levelled) -> Iterator[str]:
    """What levelling comes to: the greatest monthly load of each line before and after."""
    after = {line.owner: line for line in found.after.lines}
    for line in found.before.lines:
        then = after.get(line.owner)
        if then is not None and then.cells != line.cells:
            yield f"{line.title}: fullest month {_most(line)} before, {_most(then)} after"


def _most(line: Line) -> str:
    """The greatest monthly load; in hours, where nobody wrote how many there are."""
    return f"{hours(max(cell.demand for cell in line.cells))} h" if line.most is None else f"{line.most:.0f}%"


def conclusion(found: Levelled) -> str:
    """How sure it is that no placement is better."""
    if not found.moves:
        return "No review moves: no other day within its limits makes a fullest month less full."
    if found.is_best:
        return "Every placement was looked at: none makes a fullest month less full."
    return "Too many placements to look at all of them: this is the best that was found."


def not_placed(found: Levelled) -> Iterator[str]:
    """The months that still cannot hold their work, and why."""
    for one in found.not_placed:
        said = f"{one.month.called}, {one.title}: {hours(one.demand)} of {_given(one.supply)}"
        yield f"{said}; what is in it stays: {one.why}"
