"""The words of the capacity plan."""

from __future__ import annotations

import pytest

from igreg.capacity.plan import CapacityPlan, Cell, Line, Month
from igreg.capacity.words import short
from tests.analysis.registers import day


@pytest.mark.parametrize(("supply", "told"), [(1, "3 of 1 hour"), (0.4, "3 of 0.4 hours"), (2, "3 of 2 hours")])
def test_the_hours_that_there_are_agree_with_their_number(supply: float, told: str) -> None:
    month = Month(day("2026-03-01"), day("2026-03-31"))
    line = Line("lead", "Lead", "role", (Cell(due=3, fixed=0, overdue=0, supply=supply),))
    plan = CapacityPlan(month.first, (month,), (line,), (), {}, {}, None)
    assert list(short(plan)) == [f"March 2026: Lead, {told}"]
