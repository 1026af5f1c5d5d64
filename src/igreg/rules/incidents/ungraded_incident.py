"""An incident without a likelihood or an impact."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import breaches
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG605", Severity.WARNING, "toolkit", "notification-guide")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in breaches(ctx.register):
        missing = [name for name in ("likelihood", "impact") if incident.lacks(name)]
        if missing:
            message = f"the incident has no {listed((f'`{name}`' for name in missing), 'and no')}"
            yield incident.fault(
                (), message, "grade it: write `likelihood:` and `impact:`, each from 1 (least) to 5 (most)"
            )
