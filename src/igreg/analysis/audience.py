"""Who is in an audience on a day (ruling A68), and which parties are all staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from igreg.analysis.tenure import Tenure
from igreg.analysis.units import children_of, with_all_below
from igreg.dataclass import dataclass
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.once import once_for_each


@dataclass(frozen=True)
class Audiences:
    """Answers, for one day, which of our staff a party means: the employed, but for those whom another body lends."""

    tenure: Tenure

    def people(self, parties: Iterable[str]) -> set[str]:
        """Those of our staff who are in a list of parties. Bodies and audiences outside have nobody in them."""
        out: set[str] = set()
        for party in parties:
            out |= self.of(party)
        return out

    def counted(self, parties: Iterable[str]) -> set[str]:
        """Those of them who count in a share of people trained (ruling B16)."""
        return self.people(parties) & self.tenure.counted

    @cached_property
    def by_start(self) -> Mapping[dt.date | None, Sequence[str]]:
        """Those of our staff who started on each day: far fewer days than people."""
        out: dict[dt.date | None, list[str]] = {}
        for id, person in self.tenure.ours.items():
            out.setdefault(person.started, []).append(id)
        return out

    @cached_property
    def by_worker(self) -> Mapping[str, frozenset[str]]:
        """Those of our staff who work here in each capacity."""
        out: dict[str, list[str]] = {}
        for id, person in self.tenure.ours.items():
            out.setdefault(person.works_as, []).append(id)
        return {worker: frozenset(ids) for worker, ids in out.items()}

    def are_all_staff(self, parties: Iterable[str]) -> bool:
        """Whether the parties that one record names are all staff: by that name, or by units that hold everybody.

        Units count with those below them (ruling B25). Where nobody is employed, units hold nobody.
        """
        parties = list(parties)
        if "all-staff" in parties:
            return True
        units = frozenset(party for party in parties if self.tenure.register.kind_of.get(party) == "units")
        return bool(units) and bool(self.tenure.ours) and self._hold_everybody(units)

    @once_for_each
    def _hold_everybody(self, units: frozenset[str]) -> bool:
        """Whether everybody works in one of some units or below; many records name the same."""
        all_units = {below for unit in units for below in self.below(unit)}
        return all(person.unit in all_units for person in self.tenure.ours.values())

    def of(self, party: str) -> set[str]:
        """Those of our staff whom one party means."""
        ours = self.tenure.ours
        if party == "all-staff":
            return set(ours)
        kind = self.tenure.register.kind_of.get(party)
        if kind == "staff":
            return {party} & ours.keys()
        if kind == "roles":
            return set(self.tenure.people(party, deputies=True)) & ours.keys()
        if kind == "units":
            return {person for unit in self.below(party) for person in self.by_unit.get(unit, ())}
        if kind == "groups":
            return self._group(party) & ours.keys()
        return set()

    def _group(self, id: str) -> set[str]:
        group = self.tenure.register.get(Group, id)
        if group is None or id in self.tenure.there.gone:
            return set()
        out: set[str] = set()
        for member in group.sitting:
            if self.tenure.register.get(Role, member) is not None:
                out |= set(self.tenure.people(member, deputies=True))
            else:
                out.add(member)
        return out

    def below(self, unit: str) -> set[str]:
        """A unit and all units below it, as on the day; of one that is not there, none (ruling B13)."""
        if unit in self.tenure.there.gone:
            return set()
        return with_all_below(unit, self._children)

    @cached_property
    def _children(self) -> Mapping[str, Sequence[str]]:
        return children_of(self.tenure.there.units)

    @cached_property
    def by_unit(self) -> Mapping[str, Sequence[str]]:
        """Those of our staff who work in each unit of the day."""
        out: dict[str, list[str]] = {}
        for id, person in self.tenure.ours.items():
            unit = self.tenure.unit_of(person)
            if unit:
                out.setdefault(unit, []).append(id)
        return out
