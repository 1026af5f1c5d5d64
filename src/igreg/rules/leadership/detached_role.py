"""A role that does not reach the organisation's top by `accountable_to`."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.accountability import above, is_broken, is_ring
from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Role
from igreg.rules._rule import Context, rule
from igreg.rules._words import who


@rule("IG209", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    top = ctx.register.organisation.top
    if top is None or is_broken(ctx.register, [top]):
        return
    for role in ctx.register.of(Role):
        if role.id == top or top in (line := above(ctx.register, role.id)):
            continue
        if is_broken(ctx.register, line):
            continue
        message = f"{role.called} does not reach {who(ctx.register, top)}: {_stops(ctx, line)}"
        yield role.fault(("accountable_to",) if role.accountable_to else (), message, "say who it answers to")


def _stops(ctx: Context, line: list[str]) -> str:
    """Where the line of accountability stops short of the top."""
    if not line:
        return "it has no `accountable_to`"
    return (
        "its line leads back to itself"
        if is_ring(ctx.register, line)
        else f"its line ends at {who(ctx.register, line[-1])}"
    )
