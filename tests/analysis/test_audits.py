"""Which audits are to come, which were performed, and what they tested."""

from __future__ import annotations

import pytest

from igreg.analysis.audits import is_planned, policies_tested, was_performed
from igreg.model.kinds.audits import Audit
from igreg.model.span import Span
from tests.analysis.registers import day, register

DAY = day("2026-11-22")
CASES = [
    pytest.param("planned: 2026-12-01", True, False, True, id="planned"),
    pytest.param("planned: 2020-01-01", True, False, True, id="planned for long ago and not performed"),
    pytest.param("status: planned", True, False, True, id="planned without a day"),
    pytest.param("status: cancelled, planned: 2026-12-01", False, False, False, id="cancelled"),
    pytest.param("performed: 2026-11-22", False, True, True, id="performed today"),
    pytest.param("performed: 2026-11-23", False, False, False, id="performed tomorrow"),
    pytest.param("performed: 2026-11-01, status: cancelled", False, False, False, id="performed and cancelled"),
    pytest.param("performed: 2025-11-22", False, True, True, id="a year ago to the day"),
    pytest.param("performed: 2025-11-21", False, True, False, id="over a year ago"),
]


@pytest.mark.parametrize(("fields", "planned", "performed", "tests"), CASES)
def test_audits(fields: str, planned: bool, performed: bool, tests: bool) -> None:
    made = register(audits=f"- {{id: a, title: A, policies: [p], {fields}}}")
    (audit,) = made.of(Audit)
    assert is_planned(audit) is planned
    assert was_performed(audit, DAY) is performed
    assert policies_tested(made, DAY, Span(12, "month")) == ({"p"} if tests else set())
