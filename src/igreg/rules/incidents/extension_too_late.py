"""Whoever asked was told of an extension after the first limit was over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.requests import INFORMATION_RIGHTS, SUBJECT_RIGHTS
from igreg.findings import Fault, Severity
from igreg.model.kinds.requests import Request
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG622", Severity.ERROR, "law", "limits.subject-request", "limits.information-request")
def check(ctx: Context) -> Iterator[Fault]:
    for request in ctx.register.of(Request):
        told = request.extended.told if request.extended is not None else None
        if (
            told is None
            or request.outcome == "withdrawn"
            or request.category not in SUBJECT_RIGHTS | INFORMATION_RIGHTS
        ):
            continue
        limit = ctx.time_limits.of(request)
        if limit is None or limit.unextended is None or told <= limit.unextended:
            continue
        message = f"told of the extension on {long_day(told)}, after the first limit of {long_day(limit.unextended)}"
        if ctx.time_limits.can_extend(request):
            help = "more time counts only where it was told before; say under `late_reason:` why it was late"
        else:
            help = "in Scotland the law knows no more time for freedom of information"
        first = "information-request" if request.category in INFORMATION_RIGHTS else "subject-request"
        yield replace(request.fault(("extended", "told"), message, help), rests_on=(f"limits.{first}",))
