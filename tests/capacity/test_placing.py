"""Placing: against every placement there is, at the edges of what there is to place, and always the same."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest

from igreg.capacity.placing import MOST_THINGS, Option, Things, cost_of, place


def once(home: int, minutes: int, months: Sequence[int]) -> list[Option]:
    """Something that falls due once, in its month or in one of some others, the nearest first."""
    others = sorted((month for month in months if month != home), key=lambda month: abs(month - home))
    return [Option({month: minutes}, abs(month - home)) for month in (home, *others)]


def best(base: Sequence[int], hours: Sequence[float], things: Things) -> tuple[float, float, int, int]:
    """What the best of all placements comes to, by looking at each."""
    every = itertools.product(*(range(len(options)) for options in things))
    return min(cost_of(base, hours, things, taken) for taken in every)


def case(seed: int) -> tuple[list[int], list[float], list[list[Option]]]:
    chance = random.Random(seed)
    months = chance.randint(1, 4)
    base = [chance.choice([0, 0, 30, 60, 240]) for _ in range(months)]
    hours = [chance.choice([0.0, 300.0, 600.0, 600.0]) for _ in range(months)]
    things = []
    for _ in range(chance.randint(0, 5)):
        home, minutes = chance.randrange(months), chance.choice([30, 60, 60, 90, 240])
        last = chance.randrange(home, months)
        options = once(home, minutes, range(last + 1))
        if chance.random() < 0.3:  # it comes again, wherever it is put
            options = [Option({**one.minutes, months - 1: minutes * 2}, one.moves) for one in options]
        things.append(options)
    return base, hours, things


@pytest.mark.parametrize("seed", range(150))
def test_no_placement_is_better(seed: int) -> None:
    base, hours, things = case(seed)
    found = place(base, hours, things)
    assert found.is_best
    assert cost_of(base, hours, things, found.taken) == best(base, hours, things)
    assert place(base, hours, things) == found


def test_what_need_not_move_stays() -> None:
    things = [once(0, 60, (0, 1)), once(0, 60, (0, 1)), once(1, 60, (0, 1))]
    assert sum(place([0, 0], [600, 600], things[:2]).taken) == 1
    assert place([0, 120], [600, 600], things[:2]).taken == (0, 0)
    assert place([0, 0], [600, 600], things[2:]).taken == (0,)
    assert place([0, 0], [600, 600], []).taken == ()


def test_a_month_without_hours_is_emptied_first() -> None:
    things = [once(1, 60, (0, 1)), once(0, 60, (0, 1))]
    assert place([0, 0], [60, 0], things).taken == (1, 0)


def test_with_too_many_things_the_best_that_was_found_is_taken_and_said_to_be_no_more() -> None:
    things = [once(3, 60, range(4)) for _ in range(MOST_THINGS + 1)]
    found = place([0] * 4, [600.0] * 4, things)
    assert not found.is_best
    loads = [
        sum(options[choice].minutes.get(month, 0) for options, choice in zip(things, found.taken, strict=True))
        for month in range(4)
    ]
    assert max(loads) - min(loads) <= 60


def many(*things: list[Option]) -> list[list[Option]]:
    """So many that not every placement is looked at: those given, and small ones that stand between two months."""
    return [*things, *(once(2, 1, (2, 3)) for _ in range(MOST_THINGS))]


@pytest.mark.parametrize(
    ("base", "hours", "things", "moves"),
    [
        ([0, 0, 0, 0], [600.0] * 4, [once(0, 600, (0, 1)), once(0, 600, (0, 1))], 1),
        ([0, 600, 0, 0], [600.0] * 4, [once(0, 600, (0, 1))], 0),
        ([0, 540, 0, 0], [600.0] * 4, [once(0, 600, (0, 1))], 0),
        ([900, 0, 0, 0], [600.0] * 4, [once(1, 600, (1, 2))], 0),
        ([30, 0, 0, 0], [60.0, 0.0, 60.0, 60.0], [once(1, 10, (0, 1)), once(1, 10, (0, 1))], 2),
        ([600, 0, 0, 0], [60.0, 0.0, 60.0, 60.0], [once(1, 10, (0, 1))], 1),
        ([600, 5, 0, 0], [60.0, 0.0, 60.0, 60.0], [once(1, 10, (0, 1))], 1),
        ([0, 0, 0, 0], [0.0, 0.0, 60.0, 60.0], [once(1, 10, (0, 1))], 0),
    ],
)
def test_of_too_many_those_in_the_fullest_month_move_and_those_without_hours_first(
    base: list[int], hours: list[float], things: list[list[Option]], moves: int
) -> None:
    found = place(base, hours, many(*things))
    assert not found.is_best
    assert sum(1 for choice in found.taken[: len(things)] if choice) == moves
    assert found.taken[len(things) :] == (0,) * MOST_THINGS


def test_where_the_search_ends_early_it_is_no_worse_than_before_and_says_so() -> None:
    base, hours, things = [0] * 4, [600.0] * 4, [once(3, minutes, range(4)) for minutes in (50, 60, 70, 80, 90, 95)]
    found = place(base, hours, things, most=3)
    assert not found.is_best
    assert cost_of(base, hours, things, found.taken) < cost_of(base, hours, things, [0] * 6)
