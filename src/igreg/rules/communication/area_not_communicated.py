"""Nothing was sent to all staff about an area in the last twelve months."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.areas import areas_told
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG710", Severity.WARNING, "own", "limits.area-communication")
def check(ctx: Context) -> Iterator[Fault]:
    back = ctx.span("area-communication")
    known = areas_told(ctx.audiences, back)
    for area, title in ctx.register.areas.items():
        if area not in known:
            message = f"nothing was sent to all staff about {title} in the last {back}"
            help = f"send something, and record it under communications with `areas: [{area}]`"
            yield ctx.register.organisation.fault((), message, help, subject=area)
