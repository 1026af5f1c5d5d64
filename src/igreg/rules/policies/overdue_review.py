"""A record is past the day on which its review is due."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.calendar import review_due
from igreg.findings import Fault, Severity
from igreg.model.shared import Review
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, long_day


@rule("IG301", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for record in ctx.register.reviewed:
        due = review_due(record, ctx.today)
        if due is None or due >= ctx.today:
            continue
        review: Review = record.review  # type: ignore[attr-defined]
        last = f"last reviewed on {long_day(review.last)}" if review.last else "never reviewed"
        message = f"the review was due on {long_day(due)}, {counted((ctx.today - due).days, 'day')} ago; {last}"
        yield record.fault(("review",), message, "review it, and write the day under `last:`")
