"""Those who took part three months ago were not told what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import told_back
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG721", Severity.WARNING, "own", "limits.told-back")
def check(ctx: Context) -> Iterator[Fault]:
    for due in told_back.due.past(ctx):
        day = due.record.date
        message = f"those who took part on {long_day(day)} were not told what came of it" if day else ""
        help = f"tell them, and write the day under `told_back:`; it was due by {long_day(due.day)}"
        yield due.record.fault((), message, help)
