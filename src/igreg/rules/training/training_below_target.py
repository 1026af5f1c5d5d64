"""Too few of a plan's audience have a valid record of a course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.analysis.training_plans import shares
from igreg.facts import category, trains_by_share
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who

_NAMED = 3
"""How many of those without a valid record are named."""


@rule("IG403", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    organisation = ctx.register.organisation
    strict = trains_by_share(category(organisation.type, organisation.dspt_category))
    usual = ctx.number("training-share") if strict else None
    window = ctx.span("training-window") if strict else None
    for share in shares(ctx.audiences, ctx.training, usual, window):
        if not share.is_reached:
            words, course = _share(share.trained, len(share.due)), who(ctx.register, share.course.id)
            message = f"{words} a valid record of {course}; the target is {share.target:g} %"
            help = f"book {_names(ctx, share.without)}, or add the records that are missing"
            yield share.plan.fault(("courses", share.index), message, help, subject=share.course.id)


def _share(trained: int, of: int) -> str:
    """The share in words; rounded down, so that what is under the target is not shown as having reached it."""
    people = f"{counted(of, 'person', 'people')} ({trained * 1000 // of / 10:.1f} %)"
    return f"{trained} of {people} {'has' if of == 1 else 'have'}"


def _names(ctx: Context, without: Sequence[str]) -> str:
    """The first few by name, and how many others there are."""
    named = [who(ctx.register, id) for id in without[:_NAMED]]
    others = len(without) - len(named)
    return listed([*named, counted(others, "other")] if others else named)
