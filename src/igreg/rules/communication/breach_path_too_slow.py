"""A breach report from staff does not reach those who must know, or takes longer than 72 hours."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.flows import incident_steps, quickest
from igreg.findings import Fault, Severity
from igreg.model.values import AUDIENCES
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, listed, who


@rule("IG708", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    register, hours = ctx.register, ctx.number("breach-notice")
    ways = quickest(incident_steps(register, ctx.today))
    for subject, ids in _wanted(ctx).items():
        found = [ways[id] for id in ids if id in ways]
        best = min(found, key=lambda way: way.hours, default=None)
        names = listed((who(register, id) for id in ids), "or")
        if best is None:
            message = f"no incident flows lead from all staff to {names}"
            help = "add flows with `trigger: incident` from `all-staff` onwards"
        elif best.hours > hours:
            steps = " > ".join(["all staff", *(register.title(step.end) for step in best.steps)])
            message = f"the quickest way to {names} takes {counted(best.hours, 'hour')}, more than {hours:g}: {steps}"
            help = "shorten `within` of a step, or add a more direct flow"
        else:
            continue
        yield register.organisation.fault((), message, help, subject=subject)


def _wanted(ctx: Context) -> dict[str, list[str]]:
    """Whom a report must reach, so far as they are in the register: DPO, SIRO and the regulator (ruling A86)."""
    out: dict[str, list[str]] = {}
    for function in ("dpo", "siro"):
        ids = [role.id for role in ctx.tenure.roles_with.get(function, ()) if role.id]
        if ids:
            out[function] = ids
    to = ctx.register.organisation.breach_report_to
    if to in ctx.register.kind_of or to in AUDIENCES:
        out[to] = [to]
    return out
