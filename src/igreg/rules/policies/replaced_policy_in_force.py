"""A policy and the one that replaces it are both in force."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.in_force import in_force
from igreg.findings import Fault, Severity
from igreg.model.kinds.policies import Policy
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG309", Severity.WARNING, "own", "iso-9001", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for newer in ctx.register.of(Policy):
        if not newer.replaces or not in_force(newer, ctx.today):
            continue
        for id in newer.replaces:
            older = ctx.register.get(Policy, id)
            if older is not None and older is not newer and in_force(older, ctx.today):
                message = f"{who(ctx.register, newer.id)} replaces this policy, and both are in force"
                yield older.fault((), message, "write `status: withdrawn` here", subject=newer.id)
