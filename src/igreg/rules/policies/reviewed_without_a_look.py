"""A review says that something was changed, and nothing was."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.since_review import reviewed_without_a_look
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG311", Severity.INFO, "own", "practice", only_named=True)
def check(ctx: Context) -> Iterator[Fault]:
    for record, last, since in reviewed_without_a_look(ctx, ctx.since_review):
        before = f" of {long_day(since.as_before)}" if since.as_before is not None else ""
        message = (
            f"the review of {long_day(last)} has the outcome `changed`, but neither the record nor a document of it "
            f"has changed since the review before it{before}"
        )
        yield record.fault(("review",), message, "write `outcome: unchanged`, or commit what was changed")
