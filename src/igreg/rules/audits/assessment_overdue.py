"""The deadline of a return is past, and it is not published."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import assessment
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG524", Severity.ERROR, "toolkit", "framework")
def check(ctx: Context) -> Iterator[Fault]:
    for due in assessment.due.past(ctx):
        ago = counted((ctx.today - due.day).days, "day")
        message = f"it was to be published by {long_day(due.day)}, {ago} ago, and is not"
        help = "publish it, and write `status: published` and `published:`; if it may be later, say by when in `due:`"
        yield due.record.fault((), message, help)
