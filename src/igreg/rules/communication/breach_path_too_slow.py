"""A breach report from staff does not reach those who must know, or takes longer than 72 hours."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.breach_path import addressees
from igreg.analysis.flows import incident_steps, quickest_ways
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who


@rule("IG708", Severity.ERROR, "law", "limits.breach-notice")
def check(ctx: Context) -> Iterator[Fault]:
    register, hours = ctx.register, ctx.number("breach-notice")
    ways = quickest_ways(incident_steps(register, ctx.today))
    for one in addressees(ctx.tenure):
        best = one.quickest(ways)
        names = listed((who(register, id) for id in one.ids), "or")
        if best is None:
            message = f"no incident flows lead from all staff to {names}"
            help = "add flows with `trigger: incident` from `all-staff` onwards"
        elif best.hours > hours:
            steps = " > ".join(["all staff", *(register.title(step.end) for step in best.steps)])
            message = f"the quickest way to {names} takes {counted(best.hours, 'hour')}, more than {hours:g}: {steps}"
            help = "shorten `within` of a step, or add a more direct flow"
        else:
            continue
        yield register.organisation.fault((), message, help, subject=one.subject)
