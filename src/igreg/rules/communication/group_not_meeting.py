"""A group has not met for longer than it should, and no meeting is planned."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.meetings import by_group, last_held
from igreg.findings import Fault, Severity
from igreg.model.kinds.group import Group
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG702", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    meetings = by_group(ctx.register)
    for group in ctx.register.of(Group):
        if group.meets_every is None:
            continue
        own = meetings.get(group.id or "", [])
        if any(m.status == "planned" and m.date is not None and m.date >= ctx.today for m in own):
            continue
        last = last_held(own, ctx.today)
        if last is not None and group.meets_every.after(last) >= ctx.today:
            continue
        since = f"it last met on {long_day(last)}" if last else "no meeting is on record"
        message = f"{group.called} meets every {group.meets_every}; {since}, and none is planned"
        yield group.fault((), message, "plan a meeting: a record in meetings with `status: planned`")
