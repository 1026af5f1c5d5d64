"""An answer to a framework is older than it may be, or from before its edition opened."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.rules._returns import called, fault_at
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG521", Severity.WARNING, "toolkit", "framework")
def check(ctx: Context) -> Iterator[Fault]:
    for one in ctx.returns:
        if one.assessment is None or not one.is_open:
            continue
        for item in one.asked:
            given, last = one.of(item), one.stale_since(item)
            if given is None or last is None or given.answer.on is None:
                continue
            on = long_day(given.answer.on)
            if one.pack.opens is not None and given.answer.on < one.pack.opens:
                why = f"before the edition opened on {long_day(one.pack.opens)}"
            else:
                why = f"and counts for {item.max_age}, to {long_day(last)}"
            message = f"{called(item)} was answered on {on}, {why}"
            help = f"look at it again: igreg answer {one.assessment.id} {item.id} --by WHO"
            yield fault_at(one, item, message, help)
