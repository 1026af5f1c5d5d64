"""No training plan for all staff has a course about one of the areas."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.course import Course
from igreg.model.kinds.training_plan import TrainingPlan
from igreg.rules._rule import Context, rule


@rule("IG402", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    taught: set[str] = set()
    for plan in ctx.register.of(TrainingPlan):
        if "all-staff" in plan.audience:
            for entry in plan.courses:
                course = ctx.register.get(Course, entry.course)
                taught.update(course.areas if course is not None else ())
    for area, title in ctx.register.areas.items():
        if area not in taught:
            message = f"no course for all staff is about {title}"
            help = f"add `areas: [{area}]` to a course of the plan for `all-staff`"
            yield ctx.register.organisation.fault((), message, help, subject=area)
