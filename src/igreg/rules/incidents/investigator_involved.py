"""Whoever investigates an incident was involved in it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG608", Severity.WARNING, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        if incident.lead is None or ctx.register.kind_of.get(incident.lead) == "bodies":
            continue  # nobody, or a body, whose own people are not in the register
        leads = {incident.lead, *ctx.tenure.members(incident.lead)}
        for party in incident.involved:
            both = leads & {party, *ctx.tenure.members(party)}
            if both:
                name = who(ctx.register, min(both, key=lambda id: (ctx.register.kind_of.get(id) != "staff", id)))
                post = next((p for p in (incident.lead, party) if ctx.register.kind_of.get(p) == "roles"), None)
                held = f", who holds {who(ctx.register, post)}," if post and post not in both else ""
                message = f"{name}{held} leads the investigation and was involved"
                yield incident.fault(("lead",), message, "let somebody else investigate")
                break
