"""How long a report of a breach takes to each who must be told, from everywhere it begins (rulings A86, B26)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from igreg.analysis.audience import Audiences
from igreg.analysis.breach_path import Addressee, addressees
from igreg.analysis.breach_start import beginnings, hours_to, parties_of
from igreg.analysis.flows import Step, incident_steps
from igreg.dataclass import dataclass


@dataclass(frozen=True)
class BreachTimes:
    """The hours of the quickest ways of one day, with everybody there."""

    audiences: Audiences

    @cached_property
    def steps(self) -> Mapping[str, Sequence[Step]]:
        """Every step that a report can take."""
        tenure = self.audiences.tenure
        return incident_steps(tenure.register, tenure.day)

    @cached_property
    def starts(self) -> Mapping[str, tuple[str, ...]]:
        """Where a report begins, and as whom each goes on."""
        return {start: parties_of(self.audiences.tenure, start) for start in beginnings(self.audiences, self.steps)}

    @cached_property
    def addressees(self) -> tuple[Addressee, ...]:
        """Who must be told."""
        return addressees(self.audiences.tenure)

    def times(self, one: Addressee) -> Mapping[str, float | None]:
        """From each beginning the hours of the quickest way; nothing where there is no way."""
        hours = hours_to(self.steps, one.ids)
        return {
            start: min((hours[id] for id in as_whom if id in hours), default=None)
            for start, as_whom in self.starts.items()
        }
