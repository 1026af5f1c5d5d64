"""No flow reaches all staff."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.flow import Flow
from igreg.rules._rule import Context, rule


@rule("IG706", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    flows = ctx.register.of(Flow)
    if not any("all-staff" in flow.to or (flow.two_way and flow.from_ == "all-staff") for flow in flows):
        message = "no flow reaches all staff"
        help = "add a flow with `to: [all-staff]`, such as a bulletin"
        yield ctx.register.organisation.fault((), message, help, subject="all-staff")
