"""Set up the desk for one incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from igreg.analysis.as_of import AsOf
from igreg.analysis.incidents import came_to_nothing, has_clock
from igreg.analysis.recipients import Recipients
from igreg.breach.desk import Desk, Recipient, Remark
from igreg.breach.inside import inside
from igreg.breach.outside import outside
from igreg.breach.sheet import may_wait, sheet, steps
from igreg.facts.notices import Question
from igreg.model.kinds.incidents import Incident
from igreg.rules._rule import Context, by_word

RULES = ("IG108", "IG604", "IG606", "IG614", "IG615", "IG616")
"""The rules whose findings stand on the desk: the clocks and the grade hang on them (rulings E63, E66)."""
PHASES = "What is not known yet follows in phases, without undue further delay (UK GDPR, Article 33(4))"


def set_up(as_of: AsOf, incident: Incident) -> Desk:
    """Everything that whoever is on call has to know of an incident, as at a moment."""
    register, aware = as_of.register, incident.aware
    ours = register.organisation
    recipients = outside(as_of, incident)
    asked = incident.status != "withdrawn"
    reported = asked and has_clock(incident)
    return Desk(
        now=as_of.now,
        organisation=ours.name or "",
        incident=incident.id or "",
        title=incident.title or "",
        status=incident.status,
        zone=ours.timezone,
        aware=register.clock.local(aware) if aware is not None else None,
        aware_is_a_day=aware is not None and not isinstance(aware, dt.datetime),
        minutes=register.clock.minutes_between(aware, as_of.now) if aware is not None else None,
        clock=_no_clock(incident),
        remarks=tuple(_remarks(as_of, incident)),
        ring=inside(as_of, incident),
        recipients=recipients,
        steps=steps(as_of, incident) if asked else (),
        may_wait=tuple(_may_wait(as_of, incident, recipients)) if asked else (),
        sheet=sheet(as_of, incident, recipients) if reported else (),
        sheet_source=next((row.edition or "" for row in as_of.facts.table(Question).values() if row.sheet), ""),
        incomplete=register.unread,
    )


def _no_clock(incident: Incident) -> str:
    """Why no hours of data protection run (ruling E60)."""
    if incident.status == "withdrawn":
        return "The incident was withdrawn: nobody need be told."
    if not incident.personal_data:
        return "No personal data was concerned, says the record: no clock of data protection runs."
    if came_to_nothing(incident) and not has_clock(incident):
        return "A near miss in which nothing was lost, says the record: no clock of data protection runs."
    return ""


def _remarks(as_of: AsOf, incident: Incident) -> Iterator[Remark]:
    context = Context(as_of.register, as_of.now, as_of.figures)
    for code in RULES:
        rule = by_word()[code]
        for fault in rule.check(context):
            if fault.record == incident.id:
                yield Remark(code, rule.name, fault.message)


def _may_wait(as_of: AsOf, incident: Incident, recipients: tuple[Recipient, ...]) -> Iterator[str]:
    if has_clock(incident):
        yield PHASES
    yield from may_wait(as_of, incident)
    known = {row.to for row in recipients}
    for duty in Recipients(as_of).of(incident):
        if duty.notice.duty == "police" and not known & {duty.notice.to, *duty.parties}:
            yield f"{duty.notice.name}: {duty.notice.says}"
