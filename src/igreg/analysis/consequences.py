"""What a change of a register comes to: leads, deputies and posts lost and gained, and what nobody answers for then.

Two states are compared day by day, from a day on; each longest run of days with the same before and after is one
consequence (ruling H18).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from igreg.analysis.ownership import has_to_be_cared_for, named_owner
from igreg.analysis.tenure import Tenure
from igreg.language.english import listed, long_day
from igreg.model.base import Record
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.risks import Risk
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register

DAY = dt.timedelta(days=1)
ORDER = (
    *("lead-lost", "role-vacant", "ownerless", "lead-changed", "deputy-lost", "role-changed"),
    *("role-filled", "lead-gained", "deputy-gained"),
)
"""The gravest first."""
OWNED: tuple[type[Record], ...] = (Policy, Risk, Asset, Incident)
"""The kinds of which each record has to have somebody who answers for it."""
People = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that the change brings: what, for which area, role or record, and from when until when."""

    what: str
    subject: str
    before: People
    """The staff ids of those who held it, deputised, or answered for it."""
    after: People
    on: dt.date
    until: dt.date | None
    text: str


def consequences(before: Register, after: Register, today: dt.date) -> list[Consequence]:
    """What comes of a change from today on, the gravest first."""
    found = list(_Compared(before, after, today).all())
    return sorted(found, key=lambda one: (ORDER.index(one.what), one.subject, one.on))


@dataclass(frozen=True)
class _Compared:
    before: Register
    after: Register
    today: dt.date

    def all(self) -> Iterator[Consequence]:
        if not self.changed and not self._owners_changed:
            return
        areas = dict.fromkeys([*self.before.areas, *self.after.areas])
        for area in areas:
            yield from self._runs(area, partial(_leads, area=area), _lead_word)
            yield from self._runs(area, partial(_deputies, area=area), _deputy_word)
        for id in self.changed:
            yield from self._of_role(id)
        yield from self._ownerless()

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """The ids of roles that are not what they were."""
        was = {one.id: one for one in self.before.of(Role) if one.id}
        now = {one.id: one for one in self.after.of(Role) if one.id}
        return tuple(id for id in dict.fromkeys([*was, *now]) if was.get(id) != now.get(id))

    @cached_property
    def _owners_changed(self) -> bool:
        return any(
            named_owner(self.before, one) != named_owner(self.after, other)
            for kind in OWNED
            for one in self.before.of(kind)
            if (other := self.after.get(kind, one.identity)) is not None
        )

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """The days from which something may be otherwise: today, and where a post or an appointment begins or ends."""
        out = {self.today}
        for register in (self.before, self.after):
            for id in self.changed:
                role = register.get(Role, id)
                if role is None:
                    continue
                out |= {day for day in (role.start, *(one.from_ for one in role.holders)) if day}
                out |= {
                    day + DAY for day in (role.end, *(one.until for one in role.holders)) if day and day < dt.date.max
                }
        return tuple(sorted(day for day in out if day >= self.today))

    @cached_property
    def tenures(self) -> Mapping[dt.date, tuple[Tenure, Tenure]]:
        return {day: (Tenure(self.before, day), Tenure(self.after, day)) for day in self.days}

    def _runs(
        self, subject: str, ask: Callable[[Tenure], People | None], word: Callable[[People, People], str | None]
    ) -> Iterator[Consequence]:
        """The runs of days in which an answer differs and a word stands for that."""
        run: tuple[str, People, People, dt.date] | None = None
        for day in self.days:
            was, now = (ask(one) for one in self.tenures[day])
            what = word(was, now) if was is not None and now is not None and was != now else None
            if run is not None and (what, was, now) != run[:3]:
                yield self._consequence(subject, run, day - DAY)
                run = None
            if what is not None and run is None:
                run = (what, was or (), now or (), day)
        if run is not None:
            yield self._consequence(subject, run, None)

    def _consequence(
        self, subject: str, run: tuple[str, People, People, dt.date], until: dt.date | None
    ) -> Consequence:
        what, was, now, on = run
        return Consequence(what, subject, was, now, on, until, self._text(what, subject, was, now, on, until))

    def _text(self, what: str, subject: str, was: People, now: People, on: dt.date, until: dt.date | None) -> str:
        days = f"from {long_day(on)}" + (f" until {long_day(until)}" if until else "")
        old, new = (listed(map(register.title, ids)) for register, ids in ((self.before, was), (self.after, now)))
        title = self.after.title(subject) if subject in self.after.by_id else self.before.title(subject)
        called = self.after.areas.get(subject) or self.before.areas.get(subject) or title
        return (
            f"{days}: "
            + {
                "lead-lost": f"nobody leads {called}; it was {old}",
                "lead-changed": self._lead_changed(called, was, now),
                "lead-gained": f"{new} {'leads' if len(now) == 1 else 'lead'} {called}, which had no lead",
                "deputy-lost": f"nobody deputises for {called}; it was {old}",
                "deputy-gained": f"{new} {'deputises' if len(now) == 1 else 'deputise'} for {called}",
                "role-vacant": f"nobody holds {called}; it was {old}",
                "role-filled": f"{new} {'holds' if len(now) == 1 else 'hold'} {called}, which was vacant",
                "role-changed": f"{new} {'holds' if len(now) == 1 else 'hold'} {called} in place of {old}",
                "ownerless": f"nobody answers for {called}" + (f"; it was {old}" if was else ""),
            }[what]
        )

    def _lead_changed(self, called: str, was: People, now: People) -> str:
        """Who comes to lead an area, beside or in place of whom; or who leads it no more."""
        come = listed(self.after.title(one) for one in now if one not in was)
        gone = listed(self.before.title(one) for one in was if one not in now)
        if not come:
            return f"{gone} no longer {'leads' if len(was) - len(now) == 1 else 'lead'} {called}"
        verb = "leads" if len(set(now) - set(was)) == 1 else "lead"
        return f"{come} {verb} {called} {f'in place of {gone}' if gone else 'too'}"

    def _of_role(self, id: str) -> Iterator[Consequence]:
        """A role that is there in both states: held or not, by whom, and with a deputy where it leads no area."""
        leads = any(one is not None and one.areas for one in (self.before.get(Role, id), self.after.get(Role, id)))
        yield from self._runs(id, partial(_holders, id=id), _role_word(leads))
        if not leads:
            yield from self._runs(id, partial(_deputies_of, id=id), _deputy_word)

    def _ownerless(self) -> Iterator[Consequence]:
        for kind in OWNED:
            for record in self.after.of(kind):
                if record.identity and self.before.get(kind, record.identity) is not None:
                    yield from self._runs(record.identity, partial(_answers, id=record.identity), _owner_word)


def _leads(tenure: Tenure, area: str) -> People:
    return tuple(sorted({staff for role in tenure.leads.get(area, ()) for staff in tenure.people(role.id)}))


def _deputies(tenure: Tenure, area: str) -> People:
    found = [one for role in tenure.leads.get(area, ()) for one in tenure.deputies(role)]
    return tuple(sorted({one.holder.staff for one in found if one.holder.staff}))


def _holders(tenure: Tenure, id: str) -> People | None:
    """Who holds a role; nothing where it is not there."""
    role = tenure.register.get(Role, id)
    return None if role is None or id in tenure.there.gone else tuple(sorted(tenure.people(id)))


def _deputies_of(tenure: Tenure, id: str) -> People | None:
    role = tenure.register.get(Role, id)
    if role is None or id in tenure.there.gone:
        return None
    return tuple(sorted({one.holder.staff for one in tenure.deputies(role) if one.holder.staff}))


def _answers(tenure: Tenure, id: str) -> People | None:
    """Who answers for a record; nothing where nobody has to any more (ruling H21)."""
    record = tenure.register.by_id[id]
    if not has_to_be_cared_for(record, tenure.day):
        return None
    owner = named_owner(tenure.register, record)
    people: Iterable[str] = tenure.members(owner)
    if owner and isinstance(tenure.register.by_id.get(owner), StaffMember):
        people = [one for one in people if one in tenure.employed]
    return tuple(sorted(people))


def _lead_word(was: People, now: People) -> str | None:
    return "lead-lost" if not now else "lead-changed" if was else "lead-gained"


def _deputy_word(was: People, now: People) -> str | None:
    return "deputy-lost" if not now else None if was else "deputy-gained"


def _role_word(leads: bool) -> Callable[[People, People], str | None]:
    """The words for a role; who takes over one that leads an area is told of the area."""
    return lambda was, now: (
        "role-vacant" if not now else "role-filled" if not was else None if leads else "role-changed"
    )


def _owner_word(was: People, now: People) -> str | None:
    return "ownerless" if was and not now else None
