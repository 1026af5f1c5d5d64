"""Nobody leads the investigation of an incident."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG607", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        if incident.lacks("lead"):
            yield incident.fault((), "nobody leads the investigation", "add `lead:` with a role or a person")
