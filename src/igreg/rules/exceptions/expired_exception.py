"""An exception past its end."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.deadlines import exception_ends
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, by_word, rule
from igreg.rules._words import long_day


@rule("IG901", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    for due in exception_ends.due.past(ctx):
        exception = due.record
        meant = by_word().get(exception.rule or "")
        what = f"{meant.name} ({meant.code})" if meant else exception.rule or "anything"
        message = f"the exception ended on {long_day(due.day)} and silences {what} no longer"
        yield exception.fault(
            due.path, message, "put the matter right, or have it accepted anew", subject=exception.record
        )
