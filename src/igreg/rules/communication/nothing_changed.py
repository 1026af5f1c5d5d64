"""Something was heard, and the record says neither what changed for it nor why nothing did."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds.engagements import Engagement
from igreg.rules._rule import Context, rule


@rule("IG722", Severity.INFO, "own", "practice")
def check(ctx: Context) -> Iterator[Fault]:
    for one in ctx.register.of(Engagement):
        ahead = one.date is None or one.date > ctx.today
        if not ahead and one.heard and one.lacks("changed") and one.lacks("notes"):
            message = "something was heard, and nothing says what changed for it"
            yield one.fault(("heard",), message, "write it under `changed:`, or under `notes:` why nothing changes")
