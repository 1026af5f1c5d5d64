"""An audit that was performed and has neither sample, rating nor report."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.audits import was_performed
from igreg.findings import Fault, Severity
from igreg.model.kinds.audits import Audit
from igreg.rules._rule import Context, rule
from igreg.rules._words import long_day


@rule("IG505", Severity.WARNING, "toolkit", "dspt-v8")
def check(ctx: Context) -> Iterator[Fault]:
    for audit in ctx.register.of(Audit):
        if was_performed(audit, ctx.today) and all(map(audit.lacks, ("sample", "rating", "report"))):
            day = long_day(audit.performed or ctx.today)
            message = f"performed on {day}, and nothing says what came of it"
            yield audit.fault((), message, "add `sample:`, `rating:` or `report:`")
