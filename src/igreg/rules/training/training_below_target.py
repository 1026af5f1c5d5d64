"""Too few of a plan's audience have a valid record of a course."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.facts import category
from igreg.findings import Fault, Severity
from igreg.model.course import Course
from igreg.model.span import Span
from igreg.model.training_plan import TrainingPlan
from igreg.register.audience import Audiences
from igreg.register.training import TrainingLine
from igreg.register.validity import valid_on
from igreg.rules._rule import Context, rule


@rule("IG403", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    organisation = ctx.register.organisation
    strict = category(organisation.type, organisation.dspt_category) in (3, 4)
    window = ctx.span("training-window") if strict else None
    audiences = Audiences(ctx.tenure)
    for plan in ctx.register.of(TrainingPlan):
        people = audiences.people(plan.audience)
        for index, entry in enumerate(plan.courses):
            course = ctx.register.get(Course, entry.course)
            target = course.target if course is not None else None
            if target is None and strict:
                target = ctx.number("training-share")
            if target is None or entry.course is None:
                continue
            counted = [id for id in people if _counts(ctx, id, entry.within)]
            lines = ctx.register.training_by_course.get(entry.course, {})
            trained = sum(1 for id in counted if _trained(ctx, lines.get(id), window))
            if counted and trained * 100 < target * len(counted):
                share = f"{trained} of {len(counted)} ({trained * 100 / len(counted):.1f} %)"
                message = (
                    f"{share} have a valid record of {ctx.register.title(entry.course)}; the target is {target:g} %"
                )
                yield plan.fault(("courses", index), message, "book those without one", subject=entry.course)


def _counts(ctx: Context, id: str, within: Span | None) -> bool:
    """Whether a person counts yet: a starter only after `started` + `within` (fine print A69)."""
    started = ctx.tenure.employed[id].started
    return within is None or started is None or within.after(started) < ctx.today


def _trained(ctx: Context, line: TrainingLine | None, window: Span | None) -> bool:
    """Whether any of the person's records of the course is valid and, where that is asked, young enough."""
    return line is not None and any(
        valid_on(ctx.register, one, ctx.today)
        and (window is None or window.after(one.completed or ctx.today) >= ctx.today)
        for one in ctx.register.trainings(line)
    )
