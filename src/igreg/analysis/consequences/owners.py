"""Policies, risks, assets and incidents for which nobody answers any more (ruling H21).

From today on only: whether a record asked for an owner on a day that is past, the register does not say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence, People
from igreg.analysis.consequences.runs import Run, days_of, edges, runs
from igreg.analysis.consequences.words import When
from igreg.analysis.ownership import has_to_be_cared_for, named_owner
from igreg.analysis.tenure import Tenure
from igreg.model.base import Record
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.incidents import Incident
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.risks import Risk
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register

OWNED: tuple[type[Record], ...] = (Policy, Risk, Asset, Incident)
"""The kinds of which each record has to have somebody who answers for it."""
_PARTIES = ("roles", "staff", "groups", "units")
"""Who can be named as an owner; with one of them broken, nothing is said."""

Owner = str | None


def of_owners(compared: Compared) -> Iterator[Consequence]:
    """Every record that has an owner before and none after, while it has to have one."""
    if not compared.lost.isdisjoint(_PARTIES):
        return
    answering = _Answering(compared)
    for kind in OWNED:
        if not compared.touches(kind.kind, *_PARTIES):
            continue
        for id, (old, new) in compared.pairs(kind).items():
            if old is None or new is None:
                continue
            owners = named_owner(compared.before.register, old), named_owner(compared.after.register, new)
            for run in answering.lost(*owners):
                yield from _ownerless(compared, id, new, run)


class _Answering:
    """Who answers, by whoever is named: many records name the same."""

    def __init__(self, compared: Compared) -> None:
        self.compared = compared
        self.lost = cache(self._lost)
        self.first = compared.first

    def _lost(self, was: Owner, now: Owner) -> tuple[Run[People], ...]:
        """The days on which the first owner was somebody and the second is nobody."""
        registers = self.compared.registers
        parties = tuple(register.by_id.get(id or "") for register, id in zip(registers, (was, now), strict=True))
        if (self.compared.now(was) if was else was) == now and parties[0] == parties[1]:
            return ()

        def ask(day: dt.date) -> tuple[People, People]:
            old, new = (_people(register, id, day) for register, id in zip(registers, (was, now), strict=True))
            return self.compared.people_now(old), tuple(sorted(new))

        days = [self.first, *(day for party in parties if party for day in _days(party) if day > self.first)]
        return tuple(run for run in runs(days, ask) if run.before and not run.after)


def _people(register: Register, owner: Owner, day: dt.date) -> Iterable[str]:
    """Who is meant by an owner on a day: a deputy is none, nor a person who has left."""
    tenure = Tenure(register, day)
    person = register.by_id.get(owner or "")
    if isinstance(person, StaffMember):
        return (person.id,) if person.id and tenure.is_employed(person) else ()
    return tenure.people(owner)


def _days(party: Record) -> Iterator[dt.date]:
    return edges(party.started, party.left) if isinstance(party, StaffMember) else days_of(party)


def _ownerless(compared: Compared, id: str, record: Record, run: Run[People]) -> Iterator[Consequence]:
    if not has_to_be_cared_for(record, run.on):
        return
    when = When(run.on, run.until, compared.today, compared.first)
    called = f"{record.one.split(' ', 1)[-1]} {compared.title(id)}"
    said = f"nobody answers for the {called}; it was {compared.names(run.before)}"
    yield Consequence("ownerless", id, run.before, (), run.on, run.until, when.tell(said))
