"""A breach report does not reach those who must know, or takes longer than 72 hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igreg.analysis.breach_path import Addressee
from igreg.analysis.breach_start import ALL_STAFF
from igreg.analysis.breach_times import BreachTimes
from igreg.analysis.flows import Step, quickest_ways
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who

_NAMED = 3
"""How many of those who have no way are named."""


@rule("IG708", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    limit = ctx.number("breach-notice")
    found = BreachTimes(ctx.audiences)
    for one in found.addressees:
        times = found.times(one)
        stuck = [start for start, time in times.items() if time is None]
        slow = {start: time for start, time in times.items() if time is not None and time > limit}
        if stuck:
            message = f"no incident flows lead from {_named(ctx, stuck)} to {_names(ctx, one)}"
            onwards = "`all-staff`" if stuck[0] == ALL_STAFF else "there"
            help = f"add flows with `trigger: incident` from {onwards} onwards"
            yield ctx.register.organisation.fault((), message, help, subject=one.subject)
        if slow:
            slowest = max(slow, key=lambda start: slow[start])
            way = _way(ctx, found.steps, found.starts[slowest], one)
            takes = f"takes {counted(slow[slowest], 'hour')}, more than {limit:g}"
            message = f"the quickest way to {_names(ctx, one)} {takes}: {way}"
            help = "shorten `within` of a step, or add a more direct flow"
            yield ctx.register.organisation.fault((), message, help, subject=one.subject)


def _names(ctx: Context, one: Addressee) -> str:
    return listed((who(ctx.register, id) for id in one.ids), "or")


def _called(ctx: Context, start: str) -> str:
    return "all staff" if start == ALL_STAFF else who(ctx.register, start)


def _named(ctx: Context, starts: list[str]) -> str:
    """The first few of those who have no way, and how many others there are."""
    named = [_called(ctx, start) for start in starts[:_NAMED]]
    others = len(starts) - len(named)
    return listed([*named, counted(others, "other")] if others else named, "or")


def _way(ctx: Context, steps: Mapping[str, Sequence[Step]], start: tuple[str, ...], one: Addressee) -> str:
    """The steps of the quickest way, by name."""
    best = one.quickest(quickest_ways(steps, *start))
    ends = [step.end for step in best.steps] if best is not None else []
    first = "all staff" if start[0] == ALL_STAFF else ctx.register.title(start[0])
    return " > ".join([first, *(ctx.register.title(end) for end in ends)])
