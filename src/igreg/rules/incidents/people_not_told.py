"""The risk to those concerned is high, and they have not been told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.incidents import breaches, is_high_risk, people_are_settled
from igreg.findings import Fault, Severity
from igreg.model.kinds.incidents import Incident
from igreg.rules._rule import Context, rule
from igreg.rules._words import counted, elapsed


@rule("IG614", Severity.ERROR, "law", "limits.people-told", "limits.high-risk-likelihood", "limits.high-risk-impact")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in breaches(ctx.register):
        if incident.contained is not None or not is_high_risk(incident, ctx.figures) or people_are_settled(incident):
            continue
        why = _why(incident)
        since = _judged(incident)
        passed = ctx.register.clock.minutes_between(since, ctx.now) if since is not None else 0
        hours = ctx.number("people-told")
        if passed > hours * 60:
            message = f"{why}, and {elapsed(passed)} after that was decided those concerned have not been told"
        elif incident.status == "closed":
            message = f"{why}, and the incident is closed while those concerned have not been told"
        else:
            continue
        help = "tell them, and write `people_told:` with `at` and `how`, or with `not_told_reason`"
        law = f"UK GDPR, Article 34, says without undue delay; {counted(hours, 'hour')} are igreg's own figure"
        yield incident.fault((), message, f"{help}. {law}")


def _judged(incident: Incident) -> dt.datetime | None:
    """Since when it is known: the decision, else the judgement of the risk (ruling B44)."""
    for part in (incident.decision, incident.high_risk):
        if part is not None and part.at is not None:
            return part.at
    return None


def _why(incident: Incident) -> str:
    if incident.high_risk is not None and incident.high_risk.answer:
        return "the risk to those concerned was judged to be high"
    return f"graded as a high risk to those concerned (likelihood {incident.likelihood}, impact {incident.impact})"
