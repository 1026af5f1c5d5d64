"""To which days reviews move: the fullest month, with what comes again by it, and the days on which people work."""

from __future__ import annotations

import pytest

from igreg.capacity.build import Ask
from igreg.capacity.levelling import level
from igreg.facts.figures import Figures
from tests.capacity.test_capacity import asked, policy


def actions(*days: str) -> str:
    """Actions of ten hours each, which do not move."""
    each = (f"{{id: X{at}, what: x, owner: lead, due: 2026-{day}}}" for at, day in enumerate(days))
    return f"- {{id: R, title: r, owner: lead, actions: [{', '.join(each)}]}}\n" if days else ""


TEN = Figures(effort={"action": 10.0})


@pytest.mark.parametrize(
    ("review", "busy", "moves"),
    [
        ("every: 12 months, last: 2025-04-20", ["04-01"], ["03-20"]),
        ("every: 12 months, last: 2025-04-20", [], []),
        ("every: 12 months, last: 2025-04-20", ["04-01", "05-01", "05-01"], []),
        ("every: 2 months, last: 2026-02-20", ["04-01"], ["03-20"]),
        ("every: 2 months, last: 2026-02-20", ["04-01", "04-01", "05-01"], ["03-20"]),
        ("every: 12 months, last: 2025-04-20", ["04-01", "05-01"], ["03-20"]),
        ("every: 2 months, last: 2026-02-20", ["04-01", "05-01"], []),
        ("every: 1 month, last: 2026-03-20", ["04-01"], []),
    ],
)
def test_what_comes_again_by_a_move_counts_in_its_month_to_the_last(
    review: str, busy: list[str], moves: list[str]
) -> None:
    """Moved to March, what comes every two months comes again in May, the last of three."""
    as_of = asked(figures=TEN, policies=policy("P", review, "effort: 10 hours, "), risks=actions(*busy))
    found = level(as_of, Ask(months=3))
    assert [f"{one.day:%m-%d}" for one in found.moves] == moves
    assert found.is_best


@pytest.mark.parametrize(
    ("day", "moves"),
    [
        ("04-20", ["2026-03-20"]),
        ("04-21", ["2026-03-20"]),
        ("04-22", ["2026-03-20"]),
        ("04-23", ["2026-03-23"]),
    ],
)
def test_it_goes_to_the_working_day_at_or_before_the_same_day(day: str, moves: list[str]) -> None:
    """The 21st and 22nd of March 2026 are a Saturday and a Sunday."""
    review = f"every: 12 months, last: 2025-{day}"
    as_of = asked(figures=TEN, policies=policy("P", review, "effort: 10 hours, "), risks=actions("04-01"))
    assert [one.day.isoformat() for one in level(as_of, Ask(months=3)).moves] == moves


@pytest.mark.parametrize(
    ("today", "day", "moves"),
    [
        ("2026-03-16", "04-02", ["2026-03-17"]),
        ("2026-03-20", "04-02", ["2026-03-23"]),
        ("2026-03-30", "04-20", ["2026-03-31"]),
        ("2026-03-31", "04-20", []),
    ],
)
def test_a_day_that_has_gone_by_is_the_next_one_on_which_people_work(today: str, day: str, moves: list[str]) -> None:
    review = f"every: 12 months, last: 2025-{day}"
    figures = Figures(effort={"action": 60.0})
    as_of = asked(today, figures, policies=policy("P", review, "effort: 1 hour, "), risks=actions("04-01"))
    assert [one.day.isoformat() for one in level(as_of, Ask(months=2)).moves] == moves
