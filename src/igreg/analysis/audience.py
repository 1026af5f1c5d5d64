"""Who is in an audience on a day (ruling A68)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from igreg.model.kinds.roles import Role
from igreg.model.kinds.units import Unit


@dataclass(frozen=True)
class Audiences:
    """Answers, for one day, which employed people a party means."""

    tenure: Tenure

    def people(self, parties: Iterable[str]) -> set[str]:
        """The employed people in a list of parties. Bodies and audiences outside have nobody in them."""
        out: set[str] = set()
        for party in parties:
            out |= self.of(party)
        return out

    def of(self, party: str) -> set[str]:
        """The employed people that one party means."""
        employed = self.tenure.employed
        if party == "all-staff":
            return set(employed)
        kind = self.tenure.register.kind_of.get(party)
        if kind == "staff":
            return {party} & employed.keys()
        if kind == "roles":
            return set(self.tenure.people(party, deputies=True)) & employed.keys()
        if kind == "units":
            return {person for unit in self.below(party) for person in self.by_unit.get(unit, ())}
        if kind == "groups":
            return self._group(party) & employed.keys()
        return set()

    def _group(self, id: str) -> set[str]:
        group = self.tenure.register.get(Group, id)
        if group is None:
            return set()
        out: set[str] = set()
        for member in group.sitting:
            if self.tenure.register.get(Role, member) is not None:
                out |= set(self.tenure.people(member, deputies=True))
            else:
                out.add(member)
        return out

    def below(self, unit: str) -> set[str]:
        """A unit and all units below it."""
        out, left = {unit}, [unit]
        while left:
            for child in self._children.get(left.pop(), ()):
                if child not in out:
                    out.add(child)
                    left.append(child)
        return out

    @cached_property
    def _children(self) -> Mapping[str, list[str]]:
        out: dict[str, list[str]] = {}
        for unit in self.tenure.register.of(Unit):
            if unit.parent and unit.id:
                out.setdefault(unit.parent, []).append(unit.id)
        return out

    @cached_property
    def by_unit(self) -> Mapping[str, list[str]]:
        """The employed people of each unit."""
        out: dict[str, list[str]] = {}
        for id, person in self.tenure.employed.items():
            if person.unit:
                out.setdefault(person.unit, []).append(id)
        return out
