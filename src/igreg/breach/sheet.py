"""The regulator's questions in their order, answered from the record, and what is still missing, hour by hour."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.incidents import came_to_nothing, first_notification, has_clock, people_are_settled
from igreg.breach.desk import Answer, Missing, Recipient, Step
from igreg.facts.notices import Question
from igreg.language.english import counted, day_or_minute, listed
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.staff import StaffMember
from igreg.model.span import Span

_LATELY = Span(24, "month")


def sheet(as_of: AsOf, incident: Incident, recipients: tuple[Recipient, ...]) -> tuple[Answer, ...]:
    """Every question of the regulator's form, with what the record says to it."""
    answers = _Answers(as_of, incident, recipients)
    return tuple(
        Answer(row.asks, row.article, tuple(answers.lines(row)), tuple(missing_of(incident, row)))
        for row in as_of.facts.table(Question).values()
        if row.sheet and answers.belongs(row)
    )


def steps(as_of: AsOf, incident: Incident) -> tuple[Step, ...]:
    """What is still missing, by the hour by which igreg would have it written down; without what may wait."""
    by_hour: dict[float, list[Missing]] = defaultdict(list)
    for row in _wanted(as_of, incident):
        for path in missing_of(incident, row) if row.hour is not None else ():
            by_hour[row.hour or 0].append(Missing(path, row.asks))
    clock, out = as_of.register.clock, []
    for hour in sorted(by_hour):
        by = clock.after_hours(incident.aware, hour) if incident.aware is not None else None
        past = by is not None and by < as_of.now
        out.append(Step(int(hour), by, past, tuple(by_hour[hour])))
    return tuple(out)


def may_wait(as_of: AsOf, incident: Incident) -> Iterator[str]:
    """What nobody has to know tonight."""
    for row in _wanted(as_of, incident):
        for path in missing_of(incident, row) if row.hour is None else ():
            yield f"{row.asks} (`{path}`)"


def _wanted(as_of: AsOf, incident: Incident) -> Iterator[Question]:
    """Of a near miss in which nothing was lost nobody asks how it was stopped: an answer would make it a breach."""
    clock, nothing = has_clock(incident), came_to_nothing(incident)
    rows = (row for row in as_of.facts.table(Question).values() if row.always or clock)
    return (row for row in rows if not (nothing and row.fields == ("contained",)))


def missing_of(incident: Incident, row: Question) -> Iterator[str]:
    """The paths of the fields of a question that hold nothing, and of what a part of one must have and has not."""
    for name in row.fields:
        value = getattr(incident, name)
        if name == "people_told":
            judged = incident.high_risk
            if not people_are_settled(incident) and not (judged is not None and judged.answer is False):
                yield name
        elif value is None or value == []:
            yield name
        elif isinstance(value, Part):
            (whole,) = fields_of(Incident)[name].parts
            for key, field in fields_of(whole).items():
                if field.needed and getattr(value, field.attribute) in (None, []):
                    yield f"{name}.{key}"


class _Answers:
    """What the record says to each question; a question without a method of its own is answered by its fields."""

    def __init__(self, as_of: AsOf, incident: Incident, recipients: tuple[Recipient, ...]) -> None:
        self.as_of, self.incident, self.recipients = as_of, incident, recipients
        self.register = as_of.register
        self.own: Mapping[str, Callable[[], Iterator[str]]] = {
            "found-out": self._found_out,
            "trained": self._trained,
            "prevention": self._prevention,
            "measures": self._measures,
            "likely": self._likely,
            "told": self._told,
            "others": self._others,
            "late": self._late,
            "contact": self._contact,
            "organisation": self._organisation,
        }

    def belongs(self, row: Question) -> bool:
        """Whether a question is asked at all: why it is late only of what is late."""
        return row.key != "late" or any(one.state == "overdue" for one in self._regulator()) or bool(list(self._late()))

    def lines(self, row: Question) -> Iterator[str]:
        """The answer, line by line; nothing where the record has none."""
        own = self.own.get(row.key)
        if own is not None:
            yield from own()
            return
        for name in row.fields:
            text = self._said(name, getattr(self.incident, name))
            if text:
                yield text

    def _said(self, name: str, value: Any) -> str:
        several = {"likelihood", "impact", "people_affected", "vulnerable_group", "breach_type", "effects"}
        if value is None or value == []:
            return ""
        text = self._plain(value)
        return f"{name.replace('_', ' ')}: {text}" if name in several else text

    def _plain(self, value: Any) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, dt.datetime):
            return self._when(value)
        if isinstance(value, dt.date):
            return f"{day_or_minute(value)}; nobody noted the hour"
        return ", ".join(value) if isinstance(value, list) else str(value)

    def _when(self, at: dt.datetime) -> str:
        return f"{self.register.clock.local(at):%Y-%m-%d %H:%M}"

    def _found_out(self) -> Iterator[str]:
        if self.incident.reported_by is not None:
            yield f"Reported by {self.register.title(self.incident.reported_by)}"
        for entry in self.incident.timeline:
            by = f" ({self.register.title(entry.by)})" if entry.by else ""
            at = f"{self._when(entry.at)} " if entry.at is not None else ""
            yield f"{at}{entry.what or ''}{by}"

    def _likely(self) -> Iterator[str]:
        for name in ("likelihood", "impact"):
            if (value := getattr(self.incident, name)) is not None:
                yield f"{name}: {value} of 5"
        judged = self.incident.high_risk
        if judged is not None and judged.answer is not None:
            by = f", says {self.register.title(judged.by)}" if judged.by else ""
            reason = f": {judged.reason}" if judged.reason else ""
            yield f"the risk to people is {'high' if judged.answer else 'not high'}{by}{reason}"

    def _trained(self) -> Iterator[str]:
        """Nobody by name: how many of those involved have a training record of the last two years."""
        people = {staff for party in self.incident.involved for staff in self.as_of.tenure.members(party)}
        known = [staff for staff in people if self.register.get(StaffMember, staff) is not None]
        if not known:
            yield "The record names nobody as involved (`involved`)"
            return
        lately = [
            line.staff
            for line in self.register.training
            if line.staff in people and line.completed is not None and _LATELY.after(line.completed) >= self.as_of.today
        ]
        yield f"{len(set(lately))} of {counted(len(known), 'person', 'people')} involved, in the last two years"

    def _prevention(self) -> Iterator[str]:
        for words, ids in (
            ("Policies not kept to", self.incident.policies_breached),
            ("Assets concerned", self.incident.assets),
        ):
            if ids:
                yield f"{words}: {listed(self.register.title(id) for id in ids)}"
        if self.incident.root_cause is not None:
            yield self.incident.root_cause

    def _measures(self) -> Iterator[str]:
        contained = self.incident.contained
        if contained is not None:
            at = f"{self._when(contained.at)} " if contained.at is not None else ""
            yield f"Contained: {at}{contained.how or ''}"
        if self.incident.measures is not None:
            yield self.incident.measures
        for action in self.incident.actions:
            state = f"done {action.done}" if action.done else f"due {action.due}" if action.due else "open"
            yield f"{action.what or action.id} ({state})"

    def _told(self) -> Iterator[str]:
        for one in self.recipients:
            if one.to == "people":
                if one.at is not None:
                    yield f"Told {self._when(one.at)}. {one.how}"
                elif one.state == "not-needed":
                    yield one.remark or (one.decision.reason if one.decision and one.decision.reason else "Not needed")

    def _others(self) -> Iterator[str]:
        regulator = self.register.organisation.breach_report_to
        for one in self.recipients:
            if one.to in ("people", regulator) or (one.at is None and one.state != "done" and one.decision is None):
                continue
            reference = f", {one.reference}" if one.reference else ""
            if one.state == "done":
                yield f"{one.name}: told {self._when(one.at) if one.at else ''}{reference}"
            elif one.decision is not None:
                decided = "to be told" if one.decision.report else "not told"
                yield f"{one.name}: {decided}" + (f", {one.decision.reason}" if one.decision.reason else "")

    def _late(self) -> Iterator[str]:
        found = first_notification(self.register, self.incident)
        if found is not None and found[1].late_reason is not None:
            yield found[1].late_reason

    def _contact(self) -> Iterator[str]:
        posts = self.as_of.tenure.roles_with.get("dpo", ())
        for role in posts:
            names = [*map(self.as_of.tenure.called, self.as_of.tenure.people(role.id))]
            reach = role.public_contact or f"no `public_contact` on the role {role.id}"
            yield f"{role.called}: {listed(names) if names else 'vacant'}; {reach}"
        if not posts:
            yield "No post has the function dpo: name whoever answers"

    def _organisation(self) -> Iterator[str]:
        ours = self.register.organisation
        codes = [f"ODS code {ours.ods_code}" if ours.ods_code else ""]
        if ours.ico_registration is not None and ours.ico_registration.number:
            codes.append(f"registered with the regulator as {ours.ico_registration.number}")
        yield ", ".join(part for part in (ours.name or "", ours.type or "", *codes) if part)

    def _regulator(self) -> list[Recipient]:
        return [one for one in self.recipients if one.to == self.register.organisation.breach_report_to]
