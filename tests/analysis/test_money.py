"""What has gone of a budget, exactly, and when its year begins."""

from __future__ import annotations

from decimal import Decimal

import pytest

from igreg.analysis.money import first_day, gone_by_area, gone_in_all, is_approved, of_year, overspent, planned, total
from igreg.model.kinds.budgets import Budget
from tests.analysis.registers import day, register

YEARS = [
    pytest.param("2026-27", "04-01", "2026-04-01", id="a short second year"),
    pytest.param("2026/27", "04-01", "2026-04-01", id="a stroke"),
    pytest.param("2026-2027", "07-15", "2026-07-15", id="both years in full"),
    pytest.param("2026", "01-01", "2026-01-01", id="one year"),
    pytest.param("1999-00", "04-01", "1999-04-01", id="the turn of the century"),
    pytest.param("2026-28", "04-01", None, id="years that do not follow each other"),
    pytest.param("2026-2026", "04-01", None, id="the same year twice"),
    pytest.param("2026/2027", "04-01", None, id="a form of its own"),
    pytest.param("FY27", "04-01", None, id="another text"),
    pytest.param("0000-01", "04-01", None, id="no year of ours"),
    pytest.param("9999", "04-01", None, id="beyond all days"),
    pytest.param(None, "04-01", None, id="nothing"),
]


@pytest.mark.parametrize(("year", "starts", "day"), YEARS)
def test_a_year_begins(year: str | None, starts: str, day: str | None) -> None:
    found = first_day(year, starts)
    assert (found.isoformat() if found else None) == day


def test_sums_are_exact() -> None:
    assert total([Decimal("0.1")] * 3) == Decimal("0.3")
    large = Decimal("999999999999999999999999.999999")
    assert total([large, Decimal("0.000001"), None]) == Decimal("1000000000000000000000000")


LINES = [
    pytest.param("{what: a, planned: 0.3, committed: 0.1, spent: 0.2}", "0.3", "0.3", [], id="all of it"),
    pytest.param("{what: a, planned: 0.3, committed: 0.1, spent: 0.21}", "0.3", "0.31", ["a"], id="a penny more"),
    pytest.param(
        "{what: a, planned: 1, spent: 2}, {what: b, planned: 9}", "10", "2", ["a"], id="a line, and not the whole"
    ),
    pytest.param("{what: a, spent: 2}", None, "2", [], id="nobody said what was planned"),
    pytest.param("", "0", "0", [], id="no lines"),
]


@pytest.mark.parametrize(("lines", "in_all", "went", "over"), LINES)
def test_what_has_gone(lines: str, in_all: str | None, went: str, over: list[str]) -> None:
    made = register(budgets=f"- {{id: b, title: B, year: 2026-27, owner: r, lines: [{lines}]}}")
    (budget,) = made.of(Budget)
    found = planned(budget)
    assert (str(found) if found is not None else None, str(gone_in_all(budget))) == (in_all, went)
    assert [line.what for line in overspent(budget)] == over


@pytest.mark.parametrize(
    ("today", "ids"),
    [
        ("2026-03-31", ["last"]),
        ("2026-04-01", ["this"]),
        ("2027-03-31", ["this"]),
        ("2027-04-01", ["leap"]),
        ("2028-02-29", ["leap"]),
        ("2028-04-01", []),
    ],
)
def test_the_budgets_of_a_year(today: str, ids: list[str]) -> None:
    made = register(
        budgets="""
- {id: last, title: L, year: 2025-26, owner: o}
- {id: this, title: T, year: 2026-27, owner: o}
- {id: leap, title: A year with 29 February, year: 2027-28, owner: o}
- {id: unread, title: U, year: whenever, owner: o}
"""
    )
    assert [one.id for one in of_year(made.of(Budget), day(today), "04-01")] == ids


def test_what_has_gone_for_each_area() -> None:
    made = register(
        budgets="""
- id: one
  title: One
  year: 2026-27
  owner: o
  areas: [security]
  lines: [{what: A, planned: 1, spent: 0.10, committed: 0.20, area: risk}, {what: B, planned: 1, spent: 0.05}]
- {id: two, title: Two, year: 2026-27, owner: o, areas: [risk, security], lines: [{what: C, planned: 1, spent: 7}]}
- {id: three, title: Three, year: 2026-27, owner: o, currency: EUR, areas: [risk], lines: [{what: D, planned: 1, spent: 2}]}
"""
    )
    assert gone_by_area(made.of(Budget)) == {
        ("risk", "GBP"): Decimal("0.30"),
        ("security", "GBP"): Decimal("0.05"),
        (None, "GBP"): Decimal(7),
        ("risk", "EUR"): Decimal(2),
    }


@pytest.mark.parametrize(
    ("approval", "approved"),
    [
        ("", False),
        (", approved_by: boss", False),
        (", approved_on: 2026-03-01", False),
        (", approved_by: boss, approved_on: 2026-11-24", True),
        (", approved_by: boss, approved_on: 2026-11-25", False),
    ],
)
def test_a_budget_is_approved_by_somebody_on_a_day_that_is_not_ahead(approval: str, approved: bool) -> None:
    (budget,) = register(budgets=f"- {{id: B, title: B, year: 2026-27{approval}}}").of(Budget)
    assert is_approved(budget, day("2026-11-24")) is approved
