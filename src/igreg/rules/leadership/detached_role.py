"""A role that does not reach the organisation's top by `accountable_to`."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.accountability import is_broken, is_ring, line_ends
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import not_there, who


@rule("IG209", Severity.WARNING, "own", "mission")
def check(ctx: Context) -> Iterator[Fault]:
    top = ctx.register.organisation.top
    if top is None or is_broken(ctx.register, [top]) or top in ctx.tenure.there.gone:
        return
    roles = [role for role in ctx.tenure.there.roles if role.id != top]
    ends = line_ends(ctx.tenure, (role.id for role in roles if role.id), top)
    for role in roles:
        end = ends.get(role.id or "", role.id or "")
        upper = getattr(ctx.register.by_id.get(role.id or ""), "accountable_to", None)
        if end == top:
            continue
        line = [end] if upper is not None and upper != role.id else []
        if is_broken(ctx.register, line):
            continue
        message = f"{role.called} does not reach {who(ctx.register, top)}: {_stops(ctx, line)}"
        yield role.fault(("accountable_to",) if role.accountable_to else (), message, "say who it answers to")


def _stops(ctx: Context, end: list[str]) -> str:
    """Where the line of accountability stops short of the top."""
    if not end:
        return "it has no `accountable_to`"
    gone = ctx.tenure.there.gone.get(end[-1])
    if gone is not None:
        return f"its line ends at {who(ctx.register, end[-1])}, which {not_there(gone, ctx.today)}"
    if is_ring(ctx.register, end):
        return "its line leads back to itself"
    return f"its line ends at {who(ctx.register, end[-1])}"
