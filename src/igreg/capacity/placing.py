"""Where to put what can be moved so that the fullest month is least full: exact on small cases, always the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from igreg.dataclass import dataclass

MOST_TRIED = 20_000
"""So many part-way placements of one line are looked at; where that is not enough, the best found is taken."""
MOST_STEPS = 4
"""Each thing is moved so often, on average, before that."""
MOST_THINGS = 40
"""Of more than so many things not every placement can be looked at, and none is."""

Cost = tuple[float, float, int, int]
"""What is to be least, in this order: work in months without any hours, the greatest load, how many things move, and
by how many months."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to place a thing: how many minutes it puts into each month, and how many months it moves."""

    minutes: Mapping[int, int]
    moves: int


Things = Sequence[Sequence[Option]]
"""For each thing the ways to place it; the first is to leave it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The option taken of each thing, and whether none is better."""

    taken: tuple[int, ...]
    is_best: bool
    tried: int
    """How many part-way placements were looked at."""


def place(base: Sequence[int], hours: Sequence[float], things: Things, most: int = MOST_TRIED) -> Placed:
    """Choose an option for each thing. `base` are minutes that stay where they are, `hours` those that there are.

    The first option of each is to leave it; it is taken where moving it makes the fullest month no emptier. At most
    `most` part-way placements are looked at.
    """
    taken = _undone(base, hours, things, _improved(base, hours, things))
    if len(things) > MOST_THINGS:
        return Placed(tuple(taken), False, 0)
    search = _Search(base, hours, things, taken, most)
    search.run()
    return Placed(tuple(search.best), search.tried < most, search.tried)


def cost_of(base: Sequence[int], hours: Sequence[float], things: Things, taken: Sequence[int]) -> Cost:
    """What a placement comes to."""
    loads = _loads(base, things, taken)
    return (*_pressure(loads, hours), *_moved(things, taken))


def _pressure(loads: Sequence[int], hours: Sequence[float]) -> tuple[float, float]:
    nowhere, peak = 0.0, 0.0
    for minutes, there in zip(loads, hours, strict=True):
        if there > 0:
            peak = max(peak, minutes / there)
        else:
            nowhere += minutes
    return nowhere, round(peak, 9)


def _loads(base: Sequence[int], things: Things, taken: Sequence[int]) -> list[int]:
    loads = list(base)
    for options, choice in zip(things, taken, strict=True):
        for month, minutes in options[choice].minutes.items():
            loads[month] += minutes
    return loads


def _moved(things: Things, taken: Sequence[int]) -> tuple[int, int]:
    steps = [options[choice].moves for options, choice in zip(things, taken, strict=True)]
    return sum(1 for choice in taken if choice), sum(steps)


def _improved(base: Sequence[int], hours: Sequence[float], things: Things) -> list[int]:
    """A good placement: out of the fullest month, one thing at a time, to where it is least full after.

    Things that can be placed alike and are placed alike are looked at once; there may be thousands of them.
    """
    taken = [0] * len(things)
    loads = _loads(base, things, taken)
    alike = _alike(things)
    for _ in range(MOST_STEPS * len(things)):
        fullest = _fullest(loads, hours)
        peak = max((_ratio(loads[month], hours[month]) for month in fullest), default=0)
        best, step = peak - 1e-9, None
        for key, those in alike.items():
            options, at = things[those[-1]], key[1]
            now = options[at].minutes
            if fullest & now.keys():
                for choice, option in enumerate(options):
                    after = _fullest_of(option, now, loads, hours) if choice != at else peak
                    if after < best:
                        best, step = after, (key, choice)
        if step is None:
            break
        (number, at), choice = step
        thing = alike[number, at].pop()
        if not alike[number, at]:
            del alike[number, at]
        alike.setdefault((number, choice), []).append(thing)
        loads = _swapped(loads, things[thing][at], things[thing][choice])
        taken[thing] = choice
    return taken


def _alike(things: Things) -> dict[tuple[int, int], list[int]]:
    """The things by the ways in which they can be placed, numbered, and the option taken; the first one last."""
    numbers: dict[tuple[frozenset[tuple[int, int]], ...], int] = {}
    out: dict[tuple[int, int], list[int]] = {}
    for thing, options in enumerate(things):
        ways = tuple(frozenset(option.minutes.items()) for option in options)
        out.setdefault((numbers.setdefault(ways, len(numbers)), 0), []).append(thing)
    return {key: those[::-1] for key, those in out.items()}


def _fullest_of(option: Option, now: Mapping[int, int], loads: Sequence[int], hours: Sequence[float]) -> float:
    """How full the fullest month is in which a thing would be."""
    most = 0.0
    for month, minutes in option.minutes.items():
        there = hours[month]
        load = loads[month] + minutes - now.get(month, 0)
        most = max(most, load / there if there > 0 else 1e12 * load)
    return most


def _ratio(minutes: int, hours: float) -> float:
    """How full a month is; one with work and without hours is fuller than any."""
    return minutes / hours if hours > 0 else 1e12 * minutes


def _undone(base: Sequence[int], hours: Sequence[float], things: Things, taken: list[int]) -> list[int]:
    """The same without moves that were not needed."""
    loads = _loads(base, things, taken)
    allowed = _pressure(loads, hours)
    for number, options in enumerate(things):
        if taken[number]:
            after = _swapped(loads, options[taken[number]], options[0])
            if _pressure(after, hours) <= allowed:
                taken[number], loads = 0, after
    return taken


def _swapped(loads: Sequence[int], before: Option, after: Option) -> list[int]:
    out = list(loads)
    for month, minutes in before.minutes.items():
        out[month] -= minutes
    for month, minutes in after.minutes.items():
        out[month] += minutes
    return out


def _fullest(loads: Sequence[int], hours: Sequence[float]) -> set[int]:
    """The months without hours that have work, if any; else those that are as full as any."""
    nowhere = {month for month, there in enumerate(hours) if there <= 0 and loads[month]}
    if nowhere:
        return nowhere
    ratios = [minutes / there if there > 0 else 0.0 for minutes, there in zip(loads, hours, strict=True)]
    peak = max(ratios, default=0)
    return {month for month, ratio in enumerate(ratios) if loads[month] and ratio >= peak - 1e-9}


class _Search:
    """Every placement, but for those that begin worse than the best one ends."""

    def __init__(
        self,
        base: Sequence[int],
        hours: Sequence[float],
        things: Things,
        known: list[int],
        most: int,
    ) -> None:
        self.base, self.hours, self.things = base, hours, things
        self.best, self.cost = known, cost_of(base, hours, things, known)
        self.tried, self.most = 0, most
        self.order = sorted(range(len(things)), key=lambda n: -max(things[n][0].minutes.values(), default=0))
        self.seen: dict[tuple[int, tuple[int, ...]], tuple[int, int]] = {}
        self.taken = [0] * len(things)

    def run(self) -> None:
        """Search; afterwards `best` is the best placement, if `tried` is less than the most."""
        self._step(0, list(self.base), 0, 0)

    def _step(self, depth: int, loads: list[int], moved: int, steps: int) -> None:
        if self.tried >= self.most:
            return
        self.tried += 1
        cost = (*_pressure(loads, self.hours), moved, steps)
        if cost >= self.cost:
            return
        if depth == len(self.order):
            self.best, self.cost = list(self.taken), cost
            return
        key = (depth, tuple(loads))
        known = self.seen.get(key)
        if known is not None and known <= (moved, steps):
            return
        self.seen[key] = (moved, steps)
        number = self.order[depth]
        for choice, option in enumerate(self.things[number]):
            after = list(loads)
            for month, minutes in option.minutes.items():
                after[month] += minutes
            self.taken[number] = choice
            self._step(depth + 1, after, moved + (choice > 0), steps + option.moves)
        self.taken[number] = 0
