"""A course that is in no plan and that no role requires."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.training_plans import wanted_courses
from igreg.findings import Fault, Severity
from igreg.model.kinds.courses import Course
from igreg.rules._rule import Context, rule


@rule("IG404", Severity.INFO, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    wanted = wanted_courses(ctx.tenure)
    for course in ctx.register.of(Course):
        if course.id is not None and course.id not in wanted:
            message = f"{course.called} is in no training plan, and no role requires it"
            yield course.fault((), message, "add it to a plan, or take it out")
