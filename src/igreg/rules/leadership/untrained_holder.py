"""A holder without a valid record of a course that the role requires."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.course import Course
from igreg.model.kinds.role import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG211", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.register.of(Role):
        if role.requires is None:
            continue
        for held in ctx.tenure.holders(role):
            for course in role.requires.courses:
                if ctx.register.get(Course, course) is None:
                    continue
                staff = held.holder.staff or ""
                if ctx.training.is_trained(staff, course):
                    continue
                name, title = who(ctx.register, held.holder.staff), who(ctx.register, course)
                lapsed = ctx.training.ended(staff, course)
                state = f"one that lapsed on {long_day(lapsed)}" if lapsed else "no record of it"
                message = f"{role.called} requires the course {title}, and {name} has {state}"
                yield role.fault(
                    held.path, message, "book the course, or add the training record", subject=held.holder.staff
                )
