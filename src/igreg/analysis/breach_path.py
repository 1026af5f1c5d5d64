"""Who must be told of a breach, and how quickly a report from staff gets there (ruling A86)."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.analysis.flows import Way
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass
from igreg.model.values import AUDIENCES


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who must be told: a function with all roles that have it, or whoever breaches are reported to."""

    subject: str
    """The function, or the id of whoever breaches are reported to."""
    ids: tuple[str, ...]
    """The parties of whom one is enough."""

    def quickest(self, ways: Mapping[str, Way]) -> Way | None:
        """The quickest way to any of them, or nothing where none is reached."""
        return min((ways[id] for id in self.ids if id in ways), key=lambda way: way.hours, default=None)


def addressees(tenure: Tenure) -> tuple[Addressee, ...]:
    """Everybody who must be told, so far as the register has them: DPO, SIRO, and whom breaches are reported to.

    An audience is not in the register, and yet is one to whom breaches can be reported.
    """
    out = []
    for function in ("dpo", "siro"):
        ids = tuple(role.id for role in tenure.roles_with.get(function, ()) if role.id)
        if ids:
            out.append(Addressee(function, ids))
    to = tenure.register.organisation.breach_report_to
    known = to in tenure.register.kind_of and to not in tenure.there.gone
    if (known or to in AUDIENCES) and (to,) not in [one.ids for one in out]:
        out.append(Addressee(to, (to,)))
    return tuple(out)


def must_be_told(tenure: Tenure) -> tuple[str, ...]:
    """The ids of everybody who must be told, each once."""
    return tuple(dict.fromkeys(id for one in addressees(tenure) for id in one.ids))
