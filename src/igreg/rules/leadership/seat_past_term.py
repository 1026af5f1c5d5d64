"""An elected seat is past its term, or the day of the next election is over."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import election
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG227", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for due in election.due.past(ctx):
        if due.last is None:
            message = f"the next election was to be on {long_day(due.day)}"
            yield due.record.fault(due.path, message, "write the day of the one after it, and who was elected")
        else:
            seat = due.subject or "a seat"
            message = f"the term of {seat!r} was over on {long_day(due.day)}: last elected on {long_day(due.last)}"
            help = "hold the election, and write its day under `last_election`"
            yield due.record.fault(due.path, message, help, subject=due.subject)
