"""Nothing was sent to all staff about an area in the last twelve months."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.communication import Communication
from igreg.rules._rule import Context, rule


@rule("IG710", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    back = ctx.span("area-communication")
    told: set[str] = set()
    for sent in ctx.register.of(Communication):
        if "all-staff" in sent.to and sent.date is not None and sent.date <= ctx.today <= back.after(sent.date):
            told.update(sent.areas)
    for area, title in ctx.register.areas.items():
        if area not in told:
            message = f"nothing was sent to all staff about {title} in the last {back}"
            help = f"send something, and record it under communications with `areas: [{area}]`"
            yield ctx.register.organisation.fault((), message, help, subject=area)
