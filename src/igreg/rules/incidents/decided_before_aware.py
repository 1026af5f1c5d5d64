"""Something was decided or told before the organisation knew of the incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.incidents import current
from igreg.findings import Fault, KeyPath, Severity
from igreg.model.kinds.incidents import Incident
from igreg.rules._rule import Context, rule
from igreg.rules._words import day_or_minute


@rule("IG616", Severity.ERROR, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    for incident in current(ctx.register):
        for path, what, at in _acts(incident):
            if incident.aware is not None and at is not None and ctx.register.clock.is_before(at, incident.aware):
                message = f"{what} {day_or_minute(at)}, before the organisation knew ({day_or_minute(incident.aware)})"
                yield incident.fault(path, message, "correct one of the two: nobody decides on what nobody knows of")


def _acts(incident: Incident) -> Iterator[tuple[KeyPath, str, dt.datetime | None]]:
    """What can only come after the organisation knew (ruling B46): its key, its word and its moment."""
    if incident.decision is not None:
        yield ("decision", "at"), "decided", incident.decision.at
    for index, decision in enumerate(incident.decisions):
        yield ("decisions", index, "at"), "decided", decision.at
    for index, notification in enumerate(incident.notifications):
        yield ("notifications", index, "at"), "notified", notification.at
    if incident.high_risk is not None:
        yield ("high_risk", "at"), "the risk was judged", incident.high_risk.at
    if incident.people_told is not None:
        yield ("people_told", "at"), "those concerned were told", incident.people_told.at
