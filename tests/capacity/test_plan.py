"""The sums of a plan, and what of it is shown: by month, and by whoever has any work."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.capacity.build import months_from
from igreg.capacity.plan import CapacityPlan, Cell, Line, Month, Work

DAY = dt.date(2026, 11, 24)
IDLE, FIXED = Cell(0, 0, 0, 40), Cell(0, 8, 0, 40)
BUSY, OVER, NOBODY, UNKNOWN = Cell(10, 0, 4, 40), Cell(50, 0, 0, 40), Cell(5, 0, 5, 0), Cell(7, 1, 0, None)


def plan(*rows: tuple[Cell, Cell], works: tuple[Work, ...] = ()) -> CapacityPlan:
    lines = tuple(Line(f"r{at}", f"R{at}", "role", cells) for at, cells in enumerate(rows))
    return CapacityPlan(DAY, months_from(DAY, 2), lines, works, {}, {}, None)


@pytest.mark.parametrize(
    ("cells", "busy"),
    [
        ((IDLE, IDLE), False),
        ((Cell(0, 0, 0, None), Cell(0, 0, 0, 0)), False),
        ((IDLE, BUSY), True),
        ((FIXED, IDLE), True),
        ((BUSY, OVER), True),
        ((NOBODY, IDLE), True),
        ((UNKNOWN, UNKNOWN), True),
    ],
)
def test_a_line_is_busy_that_has_work_in_any_month(cells: tuple[Cell, Cell], busy: bool) -> None:
    assert [line.owner for line in plan(cells, (BUSY, BUSY)).busy] == (["r0", "r1"] if busy else ["r1"])


@pytest.mark.parametrize(
    ("rows", "totals", "not_weighed"),
    [
        ([], (Cell(0, 0, 0, None), Cell(0, 0, 0, None)), (0, 0)),
        ([(BUSY, IDLE)], (BUSY, IDLE), (0, 0)),
        ([(BUSY, OVER), (FIXED, NOBODY)], (Cell(10, 8, 4, 80), Cell(55, 0, 5, 40)), (0, 0)),
        ([(BUSY, UNKNOWN), (UNKNOWN, UNKNOWN)], (BUSY, Cell(0, 0, 0, None)), (8, 16)),
    ],
)
def test_all_lines_together(
    rows: list[tuple[Cell, Cell]], totals: tuple[Cell, Cell], not_weighed: tuple[float, float]
) -> None:
    found = plan(*rows)
    assert found.totals == totals
    assert found.not_weighed == not_weighed


def test_what_is_short_is_told_month_by_month() -> None:
    found = plan((OVER, NOBODY), (BUSY, OVER), (UNKNOWN, IDLE))
    assert [(month.key, line.owner, cell) for month, line, cell in found.short] == [
        ("2026-11", "r0", OVER),
        ("2026-12", "r0", NOBODY),
        ("2026-12", "r1", OVER),
    ]


@pytest.mark.parametrize(
    ("cells", "most"),
    [((IDLE, IDLE), 0), ((BUSY, OVER), 125), ((NOBODY, UNKNOWN), None), ((NOBODY, BUSY), 25)],
)
def test_the_greatest_load_of_a_line(cells: tuple[Cell, Cell], most: float | None) -> None:
    assert Line("r", "R", "role", cells).most == most


@pytest.mark.parametrize(
    ("bys", "guessed"),
    [((), 0), (("record",), 0), (("default",), 100), (("default", "settings", "record", "record"), 25)],
)
def test_how_much_rests_on_guesses(bys: tuple[str, ...], guessed: float) -> None:
    works = tuple(Work(DAY, "review", "risks", "R", "r", "r0", 2, by) for by in bys)  # type: ignore[arg-type]
    assert plan((BUSY, BUSY), works=works).guessed == guessed


@pytest.mark.parametrize(
    ("day", "index"), [("2026-11-24", 0), ("2026-11-30", 0), ("2026-12-01", 1), ("2027-01-01", 2), ("2027-11-01", 12)]
)
def test_in_which_month_a_day_lies(day: str, index: int) -> None:
    assert plan().index_of(dt.date.fromisoformat(day)) == index


def test_a_month_has_a_name_for_machines_and_one_for_people() -> None:
    month = Month(dt.date(2026, 3, 16), dt.date(2026, 3, 31))
    assert (month.key, month.called) == ("2026-03", "March 2026")
