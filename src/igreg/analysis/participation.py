"""Who takes part in communication: which flows lead to a party, and which start from it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import field
from functools import cached_property

from igreg.analysis.audience import Audiences
from igreg.analysis.existence import Existing
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.kinds.flows import Flow
from igreg.model.kinds.roles import Role


@dataclass(slots=True)
class Flows:
    """The flows of one party."""

    coming: list[Flow] = field(default_factory=list)
    """Those that lead to it."""
    going: list[Flow] = field(default_factory=list)
    """Those that start from it."""


def flows_by_party(there: Existing) -> Mapping[str, Flows]:
    """For each party of the day its flows; a two-way flow leads to both its ends and starts from both."""
    out: dict[str, Flows] = {}
    for flow in there.flows:
        ends = dict.fromkeys(there.told(flow))
        for party in ends:
            out.setdefault(party, Flows()).coming.append(flow)
        if flow.from_:
            out.setdefault(flow.from_, Flows()).going.append(flow)
        if flow.two_way:
            for party in ends:
                out[party].going.append(flow)
            if flow.from_:
                out[flow.from_].coming.append(flow)
    return out


@dataclass(frozen=True)
class Participation:
    """Answers, for one day, whom flows reach and who is heard."""

    tenure: Tenure

    @cached_property
    def flows(self) -> Mapping[str, Flows]:
        """The flows of each party."""
        return flows_by_party(self.tenure.there)

    def is_told(self, party: str) -> bool:
        """Whether any flow leads to a party."""
        return party in self.flows and bool(self.flows[party].coming)

    def are_all_told(self) -> bool:
        """Whether any one flow leads to all staff, by that name or to units that hold everybody (ruling B25)."""
        audiences = Audiences(self.tenure)
        return any(
            audiences.are_all_staff(flow.to) or (flow.two_way and audiences.are_all_staff([flow.from_ or ""]))
            for flow in self.tenure.there.flows
        )

    def tells(self, party: str) -> bool:
        """Whether any flow starts from a party."""
        return party in self.flows and bool(self.flows[party].going)

    def parties_of(self, role: Role) -> set[str]:
        """The parties as which a role takes part: itself, its holders, and the groups that it or they sit in."""
        names = {role.id or "", *self.tenure.people(role.id)}
        return names | {group for name in names for group in self._groups.get(name, ())}

    @cached_property
    def _groups(self) -> Mapping[str, Set[str]]:
        """The groups in which each role or person sits."""
        out: dict[str, set[str]] = {}
        for group in self.tenure.there.groups:
            for member in group.sitting:
                out.setdefault(member, set()).add(group.id or "")
        return out
