"""A role that does not reach the organisation's top by `accountable_to`."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.accountability import is_broken, is_ring, line_of_day
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import not_there, who


@rule("IG209", Severity.WARNING, "own", "mission")
def check(ctx: Context) -> Iterator[Fault]:
    top = ctx.register.organisation.top
    if top is None or is_broken(ctx.register, [top]) or top in ctx.tenure.there.gone:
        return
    for role in ctx.tenure.there.roles:
        if role.id == top or top in (line := line_of_day(ctx.tenure, role.id)):
            continue
        if is_broken(ctx.register, line):
            continue
        message = f"{role.called} does not reach {who(ctx.register, top)}: {_stops(ctx, line)}"
        yield role.fault(("accountable_to",) if role.accountable_to else (), message, "say who it answers to")


def _stops(ctx: Context, line: list[str]) -> str:
    """Where the line of accountability stops short of the top."""
    if not line:
        return "it has no `accountable_to`"
    gone = ctx.tenure.there.gone.get(line[-1])
    if gone is not None:
        return f"its line ends at {who(ctx.register, line[-1])}, which {not_there(gone, ctx.today)}"
    return (
        "its line leads back to itself"
        if is_ring(ctx.register, line)
        else f"its line ends at {who(ctx.register, line[-1])}"
    )
