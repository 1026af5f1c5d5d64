"""An area with no policy in force."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.areas import areas_with_policy
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG307", Severity.WARNING, "own", "mission", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    covered = areas_with_policy(ctx.register, ctx.today)
    for area, title in ctx.register.areas.items():
        if area not in covered:
            message = f"no policy in force is about {title}"
            yield ctx.register.organisation.fault((), message, f"add `areas: [{area}]` to a policy", subject=area)
