"""No flow reaches all staff."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.participation import Participation
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG706", Severity.WARNING, "own", "mission", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    if not Participation(ctx.tenure).are_all_told():
        message = "no flow reaches all staff"
        help = "add a flow with `to: [all-staff]`, such as a bulletin"
        yield ctx.register.organisation.fault((), message, help, subject="all-staff")
