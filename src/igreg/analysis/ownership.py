"""Who answers for what, and which units it belongs to: one answer for statistics, the due list and its messages."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cached_property

from igreg.analysis.audience import Audiences
from igreg.analysis.in_force import has_ended
from igreg.analysis.tenure import Tenure
from igreg.analysis.units import children_of, with_all_below
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record, noun
from igreg.model.kinds.bodies import Body
from igreg.model.kinds.courses import Course
from igreg.model.kinds.groups import Group
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.training_plans import TrainingPlan
from igreg.model.kinds.units import Unit
from igreg.model.marks import Done, Involved, Owner
from igreg.model.shared import Action
from igreg.model.values import AUDIENCES
from igreg.model.walk import plan
from igreg.register.register import Register


@dataclass(frozen=True)
class Owners:
    """Who answers for what, as on a day (rulings A102, B18, B74)."""

    tenure: Tenure

    def of(self, record: Record, path: KeyPath = ()) -> str | None:
        """The id of whoever answers for a place in a record: the action's owner there, else the record's.

        Where a record names nobody: for a course it is the owner of a plan with it, for an incident the data
        protection officer, and for all else, and in the last resort, whoever answers for the organisation. Nothing
        only where nobody holds any role.
        """
        action = _action_around(record, path)
        if action is not None and action.owner:
            return action.owner
        return named_owner(self.tenure.register, record) or self._by_kind(record) or self.of_the_organisation

    def besides(self, record: Record, owner: str | None) -> str | None:
        """Who else answers for a record where its owner cannot: the next one whom it names and who is there."""
        named = (id for id in _answering(self.tenure.register, record) if id != owner)
        return next((id for id in named if self.tenure.members(id)), None)

    def of_training(self, course: Course, people: Collection[str]) -> str | None:
        """Who answers for the training of some people in a course: the owner of the first plan that has both."""
        plans = self._plans.get(course.id or "", ())
        named = (owner for owner, audience in plans if not audience.isdisjoint(people))
        return next(named, None) or self.of(course)

    @cached_property
    def of_the_organisation(self) -> str | None:
        """Who answers for what the organisation itself owes: the IG lead, held rather than vacant.

        Without such a role it is who leads on information governance, then the top, then the first role held.
        """
        register, tenure = self.tenure.register, self.tenure
        leads = tenure.roles_with.get("ig-lead", ())
        top = register.by_id.get(register.organisation.top or "")
        chairs = [register.get(Role, id) for id in top.chairs] if isinstance(top, Group) else []
        others = (*tenure.leads.get("governance", ()), top, *chairs, *register.of(Role))
        held = [role for role in (*leads, *others) if isinstance(role, Role) and tenure.is_held(role)]
        first = held[0] if held else None
        if leads and first not in leads:
            return leads[0].id
        return first.id if first is not None else None

    def units(self, record: Record, path: KeyPath = ()) -> tuple[str, ...]:
        """The units that a place in a record belongs to: those it names, else that of whoever answers for it."""
        return own_units(record) or self.units_of_owner(self.of(record, path))

    def below(self, unit: str) -> frozenset[str]:
        """A unit and all units below it, those that are over or still to begin too: what names one still belongs there.

        Whose people they are is another question, and of the day: see `Audiences.below`.
        """
        return frozenset(with_all_below(unit, children_of(self.tenure.register.of(Unit))))

    def units_of_owner(self, owner: str | None) -> tuple[str, ...]:
        """The unit of a role or person that answers for something; none where it is over (ruling B13)."""
        found = self.tenure.register.get(Role, owner) or self.tenure.register.get(StaffMember, owner)
        unit = found.unit if found is not None else None
        return (unit,) if unit and unit not in self.tenure.there.gone else ()

    def _by_kind(self, record: Record) -> str | None:
        if isinstance(record, Course):
            return next((owner for owner, _ in self._plans.get(record.id or "", ())), None)
        if isinstance(record, Incident):
            officers = self.tenure.roles_with.get("dpo", ())
            return next((role.id for role in officers if self.tenure.is_held(role)), None)
        return None

    @cached_property
    def _plans(self) -> Mapping[str, Sequence[tuple[str, Set[str]]]]:
        """For each course the plans with it that have an owner: the owner, and the people it is for."""
        out: dict[str, list[tuple[str, set[str]]]] = {}
        audiences = Audiences(self.tenure)
        for found in self.tenure.register.of(TrainingPlan):
            owner = named_owner(self.tenure.register, found)
            people = audiences.people(found.audience) if owner else set()
            for course in dict.fromkeys(entry.course for entry in found.courses if entry.course and owner):
                out.setdefault(course, []).append((owner or "", people))
        return out


def named_owner(register: Register, record: Record) -> str | None:
    """The id of whoever a record itself says answers for it: the first owner that one of its fields names.

    A group or unit answers through whoever answers for it. Nobody outside, be it a body or the public, answers for
    what is in our register.
    """
    return next(_answering(register, record), None)


def _named(record: Record) -> Iterator[str]:
    """What the fields that name an owner hold: those marked as first, then in the model's order."""
    for attribute, many in _owner_fields(type(record)):
        value = getattr(record, attribute)
        yield from value if many else (value,) if value else ()


def _answering(register: Register, record: Record) -> Iterator[str]:
    """Everybody whom a record names as one who answers for it, the first before those after."""
    for id in _named(record):
        named = register.by_id.get(id)
        if named is record or not isinstance(named, Group | Unit):
            within = [id]
        else:
            within = [below for below in _named(named) if not isinstance(register.by_id.get(below), Group | Unit)]
        yield from (
            found for found in within if found not in AUDIENCES and not isinstance(register.by_id.get(found), Body)
        )


def own_units(record: Record) -> tuple[str, ...]:
    """The unit that a record is, or those that it names."""
    if record.kind == "units":
        return (record.identity,) if record.identity else ()
    one: str | None = getattr(record, "unit", None)
    several: list[str] = getattr(record, "units", None) or []
    return (one,) if one else tuple(dict.fromkeys(several))


def _action_around(record: Part, path: KeyPath) -> Action | None:
    """The action in which a key path of a record ends, if it does."""
    here: object = record
    for key in path:
        if isinstance(here, Action):
            return here
        if isinstance(here, Part):
            field = fields_of(type(here)).get(str(key))
            here = getattr(here, field.attribute) if field is not None else None
        elif isinstance(here, list) and isinstance(key, int) and key < len(here):
            here = here[key]
        else:
            return None
    return here if isinstance(here, Action) else None


def has_to_be_cared_for(record: Record, day: dt.date) -> bool:
    """Whether somebody still has to care for a record on a day: it is neither settled, done with nor at its end."""
    status = record.standing
    if status in record.settled or status in record.void or has_ended(record, day):
        return False
    return not is_done(record, day)


def is_done(part: Part, day: dt.date) -> bool:
    """Whether something in it is marked as done by a day."""
    done = (getattr(part, attribute) for attribute, _, _, _ in plan(type(part), Done).here)
    return any(when is not None and when <= day for when in done)


def parts_in(record: Record, day: dt.date) -> Iterator[tuple[str, str]]:
    """Everybody who has a part in a record on a day, and the words for it, in the order of its fields.

    What is over or done in it by then is passed over.
    """
    for id, mark in _involved(record, day):
        yield id, mark.words or f"answers for the {noun(type(record))}"


def _involved(part: Part, day: dt.date) -> Iterator[tuple[str, Involved]]:
    way = plan(type(part), Involved)
    for attribute, _, mark, many in way.here:
        found = getattr(part, attribute)
        yield from ((id, mark) for id in (found if many else (found,)) if id)
    for attribute, _, _, many in way.parts:
        below = getattr(part, attribute)
        for item in (below if many else (below,)) if below else ():
            if not has_ended(item, day) and not is_done(item, day):
                yield from _involved(item, day)


@functools.cache
def owner_keys(model: type[Record]) -> frozenset[str]:
    """The keys of the fields that name who answers for a record."""
    return frozenset(key for _, key, _, _ in plan(model, Owner).here)


def leads_of_its_own(unit: Unit) -> bool:
    """Whether a unit is of a sort that is led where it is: a site, practice, service or mutual."""
    return unit.category in ("site", "practice", "service", "mutual")


@functools.cache
def _owner_fields(model: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields that name an owner and whether each is a list: those marked as first, then in the model's order."""
    here = sorted(plan(model, Owner).here, key=lambda field: not field[2].first)
    return tuple((attribute, many) for attribute, _, _, many in here)
