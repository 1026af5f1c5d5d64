"""A holder without a valid record of a course that the role requires."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.competence import missing_courses
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG211", Severity.WARNING, "own", "ico-accountability", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for missing in missing_courses(ctx.tenure, ctx.training):
        role, staff = missing.held.role, missing.held.holder.staff
        name, title = who(ctx.register, staff), who(ctx.register, missing.course)
        state = f"one that lapsed on {long_day(missing.lapsed)}" if missing.lapsed else "no record of it"
        message = f"{role.called} requires the course {title}, and {name} has {state}"
        yield role.fault(missing.held.path, message, "book the course, or add the training record", subject=staff)
