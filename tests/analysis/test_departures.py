"""Which exceptions count on a day."""

from __future__ import annotations

from igreg.analysis.departures import departures_in_force
from tests.analysis.registers import day, register


def test_until_its_last_day() -> None:
    made = register(
        exceptions="""
- {id: today, rule: vacant-role, record: r, reason: R, approved_by: b, until: 2026-11-29}
- {id: ended, rule: vacant-role, record: r, reason: R, approved_by: b, until: 2026-11-28}
- {id: no-end, rule: vacant-role, record: r, reason: R, approved_by: b}
- {id: no-rule, record: r, reason: R, approved_by: b, until: 2027-11-28}
"""
    )
    assert [one.id for one in departures_in_force(made, day("2026-11-29"))] == ["today"]
