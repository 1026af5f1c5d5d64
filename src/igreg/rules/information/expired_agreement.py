"""A sharing agreement past its end."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import agreement_ends
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG806", Severity.WARNING, "own", "ico-sharing-code")
def check(ctx: Context) -> Iterator[Fault]:
    for due in agreement_ends.due.past(ctx):
        message = f"the agreement ended on {long_day(due.day)}"
        yield due.record.fault(due.path, message, "renew it, or stop sharing and take the record out")
