"""The quickest ways of a breach report, from everywhere it begins to everybody who must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from igreg.analysis.audience import Audiences
from igreg.analysis.breach_path import must_be_told
from igreg.analysis.breach_start import beginnings, dead_ends, parties_of
from igreg.analysis.flows import Step, Way, incident_steps, quickest_ways
from igreg.analysis.tenure import Tenure
from igreg.dataclass import dataclass

Routes = dict[str, dict[str, Way]]
"""From each beginning, the way to each who must be told and is reached."""


@dataclass(frozen=True)
class BreachRoutes:
    """The ways of a day, by day, out of hours and with somebody away."""

    tenure: Tenure
    without: frozenset[str] = frozenset()
    """Who is away all the time."""

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Who must be told: as the rule breach-path-too-slow asks."""
        return must_be_told(self.tenure)

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """Where a report begins: where that rule has it begin (ruling B26)."""
        return beginnings(Audiences(self.tenure), self._steps)

    @cached_property
    def ends(self) -> Mapping[str, Sequence[str]]:
        """Who is told and passes nothing on, and by whom they are told."""
        return dead_ends(self.tenure, self._steps, self.targets)

    def routes(self, *, out_of_hours: bool = False, without: Iterable[str] = ()) -> Routes:
        """From each beginning the quickest way to each target that is reached; who is away begins nothing."""
        gone = frozenset(self.without | set(without))
        tenure = self.tenure
        steps = incident_steps(tenure.register, tenure.day, out_of_hours=out_of_hours, without=gone)
        out: Routes = {}
        for start in self.starts:
            is_post = tenure.register.kind_of.get(start) in ("roles", "staff")
            if not gone or not is_post or start in steps:
                found = quickest_ways(steps, *parties_of(tenure, start))
                out[start] = {target: found[target] for target in self.targets if target in found}
        return out

    @cached_property
    def _steps(self) -> Mapping[str, Sequence[Step]]:
        """Every step that a report can take, with everybody there."""
        return incident_steps(self.tenure.register, self.tenure.day)


def slowest(routes: Routes, target: str) -> tuple[str, Way] | None:
    """From where a target is told last, and the way; nothing where it is not told from everywhere."""
    ways = [(start, found[target]) for start, found in routes.items() if target in found]
    return max(ways, key=lambda pair: pair[1].hours) if ways and len(ways) == len(routes) else None


def all_ways(routes: Routes) -> Iterator[Way]:
    """Every way, from everywhere."""
    return (way for found in routes.values() for way in found.values())


def each_step(routes: Routes) -> list[Step]:
    """Every step of some ways, once."""
    found: dict[Key, Step] = {}
    for way in all_ways(routes):
        for step in way.steps:
            found.setdefault(key(step), step)
    return list(found.values())


def hours_until(routes: Routes) -> Mapping[Key, float]:
    """The hours that have passed at most when each step is done, wherever the report began."""
    found: dict[Key, float] = {}
    for way in all_ways(routes):
        here: dict[Key, float] = {}
        for step, hours in zip(way.steps, accumulate(step.hours for step in way.steps), strict=True):
            here.setdefault(key(step), hours)
        for one, hours in here.items():
            found[one] = max(found.get(one, hours), hours)
    return found


Key = tuple[str, str, int]
"""What tells a step from all others: from whom, to whom, and by which flow."""


def key(step: Step) -> Key:
    """The key of a step."""
    return step.start, step.end, id(step.flow)
