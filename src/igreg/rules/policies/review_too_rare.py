"""A record is reviewed less often than its kind allows."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.reviews import can_be_due
from igreg.facts import limits
from igreg.findings import Fault, Severity
from igreg.model.shared import Review
from igreg.rules._rule import Context, rule
from igreg.rules._words import every


@rule(
    "IG302",
    Severity.WARNING,
    "toolkit",
    "limits.review-policies",
    "limits.review-assets",
    "limits.review-notices",
    "limits.review-sharing-agreements",
    "limits.review-dpias",
)
def check(ctx: Context) -> Iterator[Fault]:
    for kind, records in ctx.register.kinds.items():
        if f"review-{kind}" not in limits():
            continue
        limit = ctx.span(f"review-{kind}")
        for record in records:
            review: Review | None = getattr(record, "review", None)
            if review is None or review.every is None or not can_be_due(record, ctx.today):
                continue
            if review.every.longer_than(limit, review.last or ctx.today):
                message = f"{every(review.every)} is too rare: {record.many} are reviewed at least {every(limit)}"
                yield record.fault(("review", "every"), message, f"write `every: {limit}` or less")
