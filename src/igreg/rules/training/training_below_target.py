"""Too few of a plan's audience have a valid record of a course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igreg.analysis.training_plans import Share, by_worker
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who, workers

_NAMED = 3
"""How many of those without a valid record are named."""


@rule("IG403", Severity.ERROR, "toolkit", "limits.training-share", "limits.training-window", "lists.share-categories")
def check(ctx: Context) -> Iterator[Fault]:
    for share in ctx.shares:
        if share.target is None or share.is_reached:
            continue
        words, course = _share(share.trained, len(share.due)), who(ctx.register, share.course.id)
        message = f"{words} a valid record of {course}; the target is {share.target:g} %{_workers(ctx, share)}"
        help = f"book {_names(ctx, share.without)}, or add the records that are missing"
        fault = share.plan.fault(("courses", share.index), message, help, subject=share.course.id)
        fault = replace(fault, rests_on=share.rests_on)
        yield fault if share.window is not None else replace(fault, severity=Severity.WARNING)


def _workers(ctx: Context, share: Share) -> str:
    """The share of each sort of worker, where there are several."""
    found = by_worker(ctx.audiences, share)
    parts = [f"{trained} of {workers(of, worker)}" for worker, (trained, of) in found.items()]
    return f" ({', '.join(parts)})" if len(parts) > 1 else ""


def _share(trained: int, of: int) -> str:
    """The share in words; rounded down, so that what is under the target is not shown as having reached it."""
    people = f"{counted(of, 'person', 'people')} ({trained * 1000 // of / 10:.1f} %)"
    return f"{trained} of {people} {'has' if of == 1 else 'have'}"


def _names(ctx: Context, without: Sequence[str]) -> str:
    """The first few by name, and how many others there are."""
    named = [who(ctx.register, id) for id in without[:_NAMED]]
    others = len(without) - len(named)
    return listed([*named, counted(others, "other")] if others else named)
