"""A breach is graded as one to report, and it was decided not to."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule


@rule("IG604", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    likelihood, impact = ctx.number("report-likelihood"), ctx.number("report-impact")
    for incident in current(ctx.register):
        if incident.decision is None or incident.decision.report is not False:
            continue
        if (incident.likelihood or 0) >= likelihood and (incident.impact or 0) >= impact:
            grade = f"likelihood {incident.likelihood}, impact {incident.impact}"
            message = f"graded for reporting ({grade}), and the decision is not to report"
            yield incident.fault(("decision", "report"), message, "look again at the grade or at the decision")
