"""A record is reviewed less often than its kind allows."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.reviews import can_be_due
from igreg.findings import Fault, Severity
from igreg.model.shared import Review
from igreg.rules._rule import Context, rule

_KINDS = {
    "policies": "policies",
    "assets": "information assets",
    "notices": "notices",
    "sharing-agreements": "sharing agreements",
    "dpias": "DPIAs",
}


@rule("IG302", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    for kind in _KINDS:
        limit = ctx.span(f"review-{kind}")
        for record in ctx.register.kinds.get(kind, ()):
            review: Review | None = getattr(record, "review", None)
            if review is None or review.every is None or not can_be_due(record, ctx.today):
                continue
            if review.every.longer_than(limit, review.last or ctx.today):
                message = f"every {review.every} is too rare: {_KINDS[kind]} are reviewed at least every {limit}"
                yield record.fault(("review", "every"), message, f"write `every: {limit}` or less")
