"""No training plan for all staff has a course about one of the areas."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.areas import areas_taught
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG402", Severity.WARNING, "own", "mission", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    known = areas_taught(ctx.audiences)
    for area, title in ctx.register.areas.items():
        if area not in known:
            message = f"no course for all staff is about {title}"
            help = f"add `areas: [{area}]` to a course of the plan for `all-staff`"
            yield ctx.register.organisation.fault((), message, help, subject=area)
