"""A request was answered late, and nothing says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.requests import COMPLAINT, LIMITS, acknowledged, figure
from igreg.findings import Fault, Severity
from igreg.model.kinds.requests import Request
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG621", Severity.WARNING, "law", *LIMITS)
def check(ctx: Context) -> Iterator[Fault]:
    for request in ctx.register.of(Request):
        limit = ctx.time_limits.of(request)
        if request.responded is None or request.outcome == "withdrawn" or limit is None or limit.day is None:
            continue
        done = acknowledged(request) if request.category == COMPLAINT else request.responded
        if done is None or done <= limit.day or not request.lacks("late_reason"):
            continue
        words = "acknowledged" if request.category == COMPLAINT else "answered"
        late = counted((done - limit.day).days, "day")
        message = f"{words} on {long_day(done)}, {late} after {long_day(limit.day)}, and nothing says why"
        fault = request.fault(("responded",), message, "say why under `late_reason:`")
        yield replace(fault, rests_on=(f"limits.{figure(request)}",))
