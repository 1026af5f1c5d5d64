"""A record, or its document, changed after its last review was written down."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.since_review import SinceReview, changed_since_review
from igreg.findings import Fault, Severity
from igreg.model.said import shown
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed, long_day

_MOST = 3


@rule("IG310", Severity.INFO, "own", "practice", only_named=True)
def check(ctx: Context) -> Iterator[Fault]:
    for record, last, since in changed_since_review(ctx, ctx.since_review):
        message = f"{_what(since)} changed {_when(since)}, after the review of {long_day(last)} was written down"
        help = "look at what changed, and write the day under `last:`"
        yield record.fault(("review",), message, help)


def _what(since: SinceReview) -> str:
    """The fields and documents that changed, each once, and a few of them by name."""
    keys = dict.fromkeys(f"`{path[0]}`" for one in since.changed for path in one.fields)
    papers = dict.fromkeys(shown(one.document, 200) for one in since.changed if one.document is not None)
    names = [*keys, *papers]
    more = len(names) - _MOST
    return listed([*names[:_MOST], f"{more} more"] if more > 0 else names)


def _when(since: SinceReview) -> str:
    """The day of the last change, or that it is not committed yet."""
    last = since.changed[-1].commit
    if last.rev is None:
        return "here, not committed yet"
    return f"on {long_day(last.date)}" if last.date is not None else "in a commit without a day"
