"""Too few of a plan's audience have a valid record of a course."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.audience import Audiences
from igreg.analysis.training_validity import valid_record
from igreg.facts import category, trains_by_share
from igreg.findings import Fault, Severity
from igreg.model.kinds.course import Course
from igreg.model.kinds.training_plan import TrainingPlan
from igreg.model.span import Span
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who

_NAMED = 3
"""How many of those without a valid record are named."""


@rule("IG403", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    organisation = ctx.register.organisation
    strict = trains_by_share(category(organisation.type, organisation.dspt_category))
    window = ctx.span("training-window") if strict else None
    audiences = Audiences(ctx.tenure)
    for plan in ctx.register.of(TrainingPlan):
        people = sorted(audiences.people(plan.audience))
        for index, entry in enumerate(plan.courses):
            course = ctx.register.get(Course, entry.course)
            if course is None or course.id is None:
                continue
            target = course.target if course.target is not None or not strict else ctx.number("training-share")
            if target is None:
                continue
            due = [id for id in people if _counts(ctx, id, entry.within)]
            without = [id for id in due if not _trained(ctx, id, course.id, window)]
            if due and (len(due) - len(without)) * 100 < target * len(due):
                share = _share(len(due) - len(without), len(due))
                message = f"{share} a valid record of {who(ctx.register, course.id)}; the target is {target:g} %"
                help = f"book {_names(ctx, without)}, or add the records that are missing"
                yield plan.fault(("courses", index), message, help, subject=course.id)


def _counts(ctx: Context, id: str, within: Span | None) -> bool:
    """Whether a person counts yet: a starter only after `started` + `within` (fine print A69)."""
    started = ctx.tenure.employed[id].started
    return within is None or started is None or within.after(started) < ctx.today


def _trained(ctx: Context, staff: str, course: str, window: Span | None) -> bool:
    line = valid_record(ctx.register, staff, course, ctx.today)
    if line is None or line.completed is None:
        return False
    return window is None or window.after(line.completed) >= ctx.today


def _share(trained: int, of: int) -> str:
    """The share in words; rounded down, so that what is under the target is not shown as having reached it."""
    people = f"{counted(of, 'person', 'people')} ({trained * 1000 // of / 10:.1f} %)"
    return f"{trained} of {people} {'has' if of == 1 else 'have'}"


def _names(ctx: Context, without: list[str]) -> str:
    """The first few by name, and how many others there are."""
    named = [who(ctx.register, id) for id in without[:_NAMED]]
    others = len(without) - len(named)
    return listed([*named, counted(others, "other")] if others else named)
