"""A request is past its limit and not answered, or a complaint is not acknowledged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.requests import LIMITS, acknowledged
from igreg.deadlines import request
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG620", Severity.ERROR, "law", *LIMITS, "limits.complaint-answered")
def check(ctx: Context) -> Iterator[Fault]:
    for due in request.due.past(ctx):
        if due.step == "review" or (due.step == "complaint" and acknowledged(due.record) is None):
            continue
        ago = counted((ctx.today - due.day).days, "day")
        if due.step == "complaint":
            received = due.record.received
            message = f"the complaint of {long_day(received)} is not answered" if received else "not answered"
            help = "answer it, and write `responded:`; the law says without undue delay"
            span = ctx.span("complaint-answered")
            fault = due.record.fault((), message, f"{help}, and that it is told after {span} is igreg's own figure")
            yield replace(fault, severity=Severity.INFO, rests_on=due.rests_on)
            continue
        if due.step == "acknowledgement":
            message = f"the complaint was to be acknowledged by {long_day(due.day)}, {ago} ago"
            help = "acknowledge it, and write `acknowledged:`"
        else:
            message = f"the answer was due on {long_day(due.day)}, {ago} ago"
            help = "answer it, write `responded:` and say in `late_reason:` why it was late"
        fault = due.record.fault((), "; ".join([message, *request.unsure(due.limit)]), help)
        yield replace(fault, rests_on=due.rests_on)
