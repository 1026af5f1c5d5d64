"""Who outside must be told of an incident, by when, and how that stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from igreg.analysis.as_of import AsOf
from igreg.analysis.contracts import we_tell
from igreg.analysis.incidents import has_clock, is_high_risk
from igreg.analysis.recipients import Duty, Recipients
from igreg.breach.desk import Decided, Recipient, State
from igreg.facts.life import NATIONS
from igreg.facts.notices import Notice
from igreg.facts.own import your_own
from igreg.language.english import long_day
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.incidents import Decision, HighRisk, Incident, Notification
from igreg.model.values import AUDIENCES

Notified = tuple[tuple[str, Notification], ...]
_OURS = ("roles", "groups", "units", "staff")


def outside(as_of: AsOf, incident: Incident) -> tuple[Recipient, ...]:
    """Everybody outside, in the order of the facts; then those whom the record names beside them.

    Of a withdrawn incident nobody need be told (ruling E60).
    """
    one = _Outside(as_of, incident)
    by_contract = list(one.by_contract())
    bound = {row.to for row in by_contract}
    found = [
        row
        for duty in Recipients(as_of).of(incident)
        for row in one.rows(duty)
        if duty.notice.duty != "commissioner" or row.to not in bound  # what the law asks stands beside any contract
    ]
    found += by_contract
    found += one.others({row.to for row in found})
    if incident.status == "withdrawn":
        found = [replace(row, state="not-needed", hours=None, remark="the incident was withdrawn") for row in found]
    return tuple(found)


class _Outside:
    def __init__(self, as_of: AsOf, incident: Incident) -> None:
        self.as_of, self.incident = as_of, incident
        self.register, self.clock = as_of.register, as_of.register.clock

    def rows(self, duty: Duty) -> Iterator[Recipient]:
        """A row for each party that a duty means, or one for whoever that may be."""
        if duty.notice.duty == "people":
            yield self._people(duty.notice)
            return
        decided, told = dict(duty.decisions), _first(duty.notifications, self.clock.instant)
        for to in self._meant(duty, {*decided, *told}) or (duty.notice.to,):
            if to == duty.notice.to and duty.notice.duty == "police" and not {*decided, *told, *duty.named}:
                continue  # a question, and nobody in the register to ask it of: it waits
            yield self._row(duty.notice, to, decided.get(to), told.get(to))

    @staticmethod
    def _meant(duty: Duty, settled: set[str]) -> tuple[str, ...]:
        """Commissioners have a contract each; of others, who was told or decided on, or whom the register names."""
        if duty.notice.duty == "commissioner":
            return duty.parties
        found = tuple(to for to in duty.parties if to in settled) or duty.named or duty.parties
        return found if len(found) == 1 or settled or duty.named else ()

    def _row(self, notice: Notice, to: str, decision: Decision | None, told: Notification | None) -> Recipient:
        hours, due = self._hours(notice), None
        left = None
        if hours is not None and self.incident.aware is not None:
            due = self.clock.after_hours(self.incident.aware, hours)
            left = self.clock.hours_left(self.incident.aware, hours, self.as_of.now)
        state = self._state(notice, decision, told, left)
        body = self.register.get(Body, to)
        return Recipient(
            to=to,
            name=self._name(notice, to),
            question=notice.question,
            state=state,
            due=due,
            hours=None if state in ("done", "not-needed") else left,
            how=_how(notice, body),
            why=self._why(notice),
            source=notice.source,
            edition=notice.edition or "",
            confidence=notice.confidence,
            decision=self._decided(decision),
            at=self.clock.local(told.at) if told is not None and told.at is not None else None,
            reference=told.reference if told is not None else None,
            remark=self._remark(notice, decision, state),
        )

    def _why(self, notice: Notice) -> str:
        """What law or contract says, and within what; the organisation's own hours beside it, with their source."""
        yours = your_own(self.as_of.facts, (f"limits.{notice.limit}",)) if notice.limit is not None else ""
        return f"{notice.says}: {notice.within}" + (f"; {self._hours(notice):g} hours: {yours}" if yours else "")

    def _hours(self, notice: Notice) -> float | None:
        return self.as_of.number(notice.limit) if notice.limit is not None else notice.hours

    def _state(self, notice: Notice, decision: Decision | None, told: Notification | None, left: int | None) -> State:
        if told is not None:
            return "done"
        if decision is not None and decision.report is False:
            return "not-needed"
        decided = decision is not None and decision.report is True
        if not decided and (notice.asks or (notice.duty == "regulator" and self._under_the_line())):
            return "undecided"
        return "overdue" if left is not None and left < 0 else "open"

    def _under_the_line(self) -> bool:
        """Whether it is graded, and below what is reported."""
        likelihood, impact = self.incident.likelihood, self.incident.impact
        if likelihood is None or impact is None:
            return False
        return likelihood < self.as_of.number("report-likelihood") or impact < self.as_of.number("report-impact")

    def _remark(self, notice: Notice, decision: Decision | None, state: State) -> str:
        if notice.duty != "regulator":
            return ""
        graded = f"likelihood {self.incident.likelihood}, impact {self.incident.impact}"
        if state == "not-needed" and decision is not None and self._is_graded_for_reporting():
            return f"the decision is against the grade ({graded}), which says to report: look at it again"
        if state == "undecided":
            return f"graded below what is reported ({graded}), but somebody has to decide so"
        return ""

    def _is_graded_for_reporting(self) -> bool:
        graded = self.incident.likelihood is not None and self.incident.impact is not None
        return graded and not self._under_the_line()

    def _name(self, notice: Notice, to: str) -> str:
        """The register's own name; else the facts', with the day on which they were read (ruling E68)."""
        if to in self.register.by_id:
            return self.register.title(to)
        if notice.duty == "regulator" and to not in (notice.to, *AUDIENCES):
            return to
        if notice.duty == "regulator" and to == notice.to and notice.checked:
            return f"{notice.name}, as the facts had it on {long_day(notice.checked)}"
        if to in AUDIENCES:
            return to.replace("-", " ").capitalize()
        return notice.name if notice.name and to == notice.to else to

    def _people(self, notice: Notice) -> Recipient:
        """Those concerned (UK GDPR, Article 34): they have no hours by law, so none are shown."""
        told, judged = self.incident.people_told, self.incident.high_risk
        at = told.at if told is not None else None
        reason = told.not_told_reason if told is not None else None
        state: State = "undecided"
        if at is not None:
            state = "done"
        elif reason is not None or (judged is not None and judged.answer is False):
            state = "not-needed"
        elif is_high_risk(self.incident, self.as_of.figures):
            state = "open"
        remark = f"not told: {reason}" if reason and at is None else ""
        if state == "open" and self.incident.contained is not None:
            remark = "it is contained: if that takes the high risk away, write so under `people_told.not_told_reason`"
        return Recipient(
            to=notice.to,
            name=notice.name,
            question="",
            state=state,
            due=None,
            hours=None,
            how=(told.how if told is not None and told.how else notice.how),
            why=self._why(notice),
            source=notice.source,
            edition=notice.edition or "",
            confidence=notice.confidence,
            decision=self._decided(judged),
            at=self.clock.local(at) if at is not None else None,
            reference=None,
            remark=remark,
        )

    def _decided(self, decision: Decision | HighRisk | None) -> Decided | None:
        if decision is None:
            return None
        report = decision.answer if isinstance(decision, HighRisk) else decision.report
        at = self.clock.local(decision.at) if decision.at is not None else None
        return Decided(report, decision.by, self.register.title(decision.by), at, decision.reason)

    def by_contract(self) -> Iterator[Recipient]:
        """Whom a contract in force makes us tell while the incident is open; its own hours count (ruling E67)."""
        if self.incident.status != "open" or not has_clock(self.incident):
            return
        day = self.as_of.today
        decided = {one.to: one for one in self.incident.decisions if one.to}
        told = _first(tuple((one.to, one) for one in self.incident.notifications if one.to), self.clock.instant)
        for to, within, contract in we_tell(self.register, day):
            says = {
                "duty": "contract",
                "to": to,
                "says": f"the contract {contract.called} has you tell them of a breach",
                "within": f"within {within} of becoming aware",
                "how": "As the contract says, to the contact that it names",
                "hours": within.hours_from(day),
                "source": f"Contract {contract.id}" if contract.id else "Contract",
            }
            yield self._row(_NAMED.model_copy(update=says), to, decided.get(to), told.get(to))

    def others(self, known: set[str]) -> Iterator[Recipient]:
        """Whom else the record names outside: a decision or a notification of which the facts say nothing."""
        decided = {one.to: one for one in self.incident.decisions if one.to}
        told = _first(tuple((one.to, one) for one in self.incident.notifications if one.to), self.clock.instant)
        for to in dict.fromkeys([*decided, *told]):
            if to in known or self.register.kind_of.get(to) in _OURS:
                continue
            decision = decided.get(to)
            notice = _NAMED.model_copy(update={"to": to})
            row = self._row(notice, to, decision, told.get(to))
            yield replace(row, how=row.how if self.register.get(Body, to) else "")


def _how(notice: Notice, body: Body | None) -> str:
    """How they are told: the way that the facts know, and the contact that the register has for them beside it."""
    contact = body.contact if body is not None else None
    if contact and notice.how:
        return f"{notice.how}. Contact in the register: {contact}"
    return contact or notice.how


def _first(notifications: Notified, instant: Callable[[dt.date], dt.datetime]) -> dict[str, Notification]:
    """The first notification to each, by the clock; those without a moment last."""
    out: dict[str, Notification] = {}
    for to, one in notifications:
        known = out.get(to)
        if known is None or (one.at is not None and (known.at is None or instant(one.at) < instant(known.at))):
            out[to] = one
    return out


_NAMED = Notice(
    key="named",
    duty="named",
    to="named",
    name="",
    says="the record of the incident names them",
    within="no limit is known",
    how="",
    source="The record of the incident",
    url=None,
    checked=None,
    edition=None,
    nation=NATIONS,
    in_force_from=None,
    until=None,
    confidence="high",
    first_hand=True,
)
