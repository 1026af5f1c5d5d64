"""A role that nobody holds now."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.vacancy import vacancy
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day, who


@rule("IG203", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for role in ctx.tenure.there.roles:
        if ctx.tenure.is_held(role):
            continue
        found = vacancy(role, ctx.today)
        last, soon = found.last, found.next
        since = f"; {who(ctx.register, last.staff)} held it until {long_day(last.until)}" if last and last.until else ""
        begins = f"; {who(ctx.register, soon.staff)} begins on {long_day(soon.from_)}" if soon and soon.from_ else ""
        deputies = ctx.tenure.deputising(role)
        stand_in = f"; {who(ctx.register, deputies[0].holder.staff)} deputises" if deputies else ""
        help = "add a holder, `as: acting` if need be; where the post is no more, write the last day of it under `end:`"
        yield role.fault((), f"nobody holds {role.called}{since}{begins}{stand_in}", help)
