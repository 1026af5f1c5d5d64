"""A breach is graded as one to report, and it was decided not to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.incidents import concerning_people, dpo_advised
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, good_practice, rule


@rule("IG604", Severity.WARNING, "law", "limits.report-likelihood", "limits.report-impact", "limits.advice-score")
def check(ctx: Context) -> Iterator[Fault]:
    likelihood, impact = ctx.number("report-likelihood"), ctx.number("report-impact")
    for incident in concerning_people(ctx.register):
        if incident.decision is None or incident.decision.report is not False:
            continue
        if (incident.likelihood or 0) >= likelihood and (incident.impact or 0) >= impact:
            grade = f"likelihood {incident.likelihood}, impact {incident.impact}"
            message = f"graded for reporting ({grade}), and the decision is not to report"
            help = "look again at the grade or at the decision"
            severe = (incident.likelihood or 0) * (incident.impact or 0) >= ctx.number("advice-score")
            if severe and not dpo_advised(ctx.tenure, incident):
                message += "; nothing here says what the data protection officer advised"
                help = "ask the DPO now, and write the advice under `timeline:`, `by:` the DPO; or decide anew"
                fault = incident.fault(("decision", "report"), message, help)
                yield replace(fault, severity=Severity.ERROR)
            else:
                fault = incident.fault(("decision", "report"), message, help)
                yield fault if ctx.standing.in_england else good_practice(fault, ctx.standing.country)
