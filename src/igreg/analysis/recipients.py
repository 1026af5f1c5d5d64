"""Who may have to be told of an incident, as the facts have it, and what was decided and done about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from igreg.analysis.as_of import AsOf
from igreg.analysis.incidents import came_to_nothing, first_notification, is_breach
from igreg.dataclass import dataclass
from igreg.facts.notices import Notice
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.incidents import Decision, Incident, Notification


@dataclass(frozen=True, slots=True)
class Duty:
    """One row of the facts that applies to an incident, and the parties of the register that it may mean."""

    notice: Notice
    parties: tuple[str, ...]
    """Of several one is enough."""
    named: tuple[str, ...]
    """Those of them that the register names outright, by `acts_as` or by an id, and not by a category alone."""
    decisions: tuple[tuple[str, Decision], ...]
    notifications: tuple[tuple[str, Notification], ...]

    @property
    def is_settled(self) -> bool:
        """Whether somebody has decided on it, or told one of them."""
        return bool(self.decisions or self.notifications)


@dataclass(frozen=True)
class Recipients:
    """Who has to be told, asked of one register as at a moment."""

    as_of: AsOf

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Every row of the facts in force, the organisation's own among them."""
        return tuple(self.as_of.facts.table(Notice).values())

    def of(self, incident: Incident) -> Iterator[Duty]:
        """Every duty that applies to an incident or, where its record leaves something open, may apply."""
        for notice in self._here:
            if _of_the_incident(notice, incident):
                yield self._duty(notice, incident)

    @cached_property
    def _here(self) -> tuple[Notice, ...]:
        """The rows of the facts that apply to the organisation, whatever happens in it."""
        nation = self.as_of.register.organisation.nation
        return tuple(notice for notice in self.notices if notice.in_nation(nation) and self._of_us(notice))

    def must(self, incident: Incident) -> Iterator[Duty]:
        """Those that surely apply, by what is written down, and on which somebody has to decide (ruling B47)."""
        for notice in self._here if incident.status != "withdrawn" else ():
            if notice.must and _is_certain(notice, incident) and _of_the_incident(notice, incident):
                yield self._duty(notice, incident)

    @cached_property
    def bodies(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each word of `acts_as`, the bodies that may be meant, and those that are named outright (ruling B47)."""
        out: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        for word in {notice.acts_as for notice in self.notices if notice.acts_as}:
            parties, named = [], []
            for body in self.as_of.register.of(Body):
                outright = word in body.acts_as or (not body.acts_as and body.id == word)
                if body.id and (outright or (not body.acts_as and body.category == word)):
                    parties.append(body.id)
                    named += [body.id] if outright else []
            out[word] = tuple(parties), tuple(named)
        return out

    def _of_us(self, notice: Notice) -> bool:
        ours = self.as_of.register.organisation
        if notice.types and (ours.type or "other") not in notice.types:
            return False
        if notice.nhs_contract and self.as_of.standing.nhs_contract not in notice.nhs_contract:
            return False
        return not notice.essential_service or ours.essential_service is True

    def _duty(self, notice: Notice, incident: Incident) -> Duty:
        register = self.as_of.register
        if notice.duty == "regulator":
            to = register.organisation.breach_report_to
            first = first_notification(register, incident)
            decided = ((to, incident.decision),) if incident.decision is not None else ()
            return Duty(notice, (to,), (to,), decided, ((to, first[1]),) if first else ())
        parties, named = self.bodies[notice.acts_as] if notice.acts_as else ((), ())
        meant = set(parties) | ({notice.to} if notice.to not in register.by_id else set())
        decisions = tuple((one.to, one) for one in incident.decisions if one.to in meant)
        notifications = tuple((one.to, one) for one in incident.notifications if one.to in meant)
        return Duty(notice, parties, named, decisions, notifications)


def _of_the_incident(notice: Notice, incident: Incident) -> bool:
    """What it says of the incident; whether that was withdrawn is for whoever asks."""
    decided = incident.decision is not None and incident.decision.report is True
    if notice.personal_data and not (incident.personal_data and (decided or not came_to_nothing(incident))):
        return False
    if notice.essential_service and came_to_nothing(incident):
        return False
    if notice.effects and incident.effects and not set(notice.effects) & set(incident.effects):
        return False
    if notice.likelihood is not None and (incident.likelihood or notice.likelihood) < notice.likelihood:
        return False
    if notice.impact is not None and (incident.impact or notice.impact) < notice.impact:
        return False
    return decided or not notice.reported


def _is_certain(notice: Notice, incident: Incident) -> bool:
    if notice.personal_data and not is_breach(incident):
        return False
    if notice.effects and not set(notice.effects) & set(incident.effects):
        return False
    if notice.likelihood is not None and incident.likelihood is None:
        return False
    return notice.impact is None or incident.impact is not None
