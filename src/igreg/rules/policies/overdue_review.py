"""A record is past the day on which its review is due."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from igreg.deadlines import decision_review, review
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG301", Severity.WARNING, "own", "practice", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for due in chain(review.due.past(ctx), decision_review.due.past(ctx)):
        last = f"last reviewed on {long_day(due.last)}" if due.last else "never reviewed"
        message = f"the review was due on {long_day(due.day)}, {counted((ctx.today - due.day).days, 'day')} ago; {last}"
        yield due.record.fault(("review",), message, "review it, and write the day under `last:`")
