"""What each area has."""

from __future__ import annotations

import pytest

from igreg.analysis.areas import areas_taught, areas_told, areas_with_policy, last_audits
from igreg.analysis.audience import Audiences
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.audits import Audit
from igreg.model.span import Span
from tests.analysis.registers import day, register

DAY = day("2026-11-22")


@pytest.mark.parametrize(
    ("fields", "has"),
    [
        ("status: in-force", True),
        ("status: draft", False),
        ("status: in-force, in_force_from: 2026-11-23", False),
    ],
)
def test_policies(fields: str, has: bool) -> None:
    made = register(policies=f"- {{id: p, title: P, areas: [governance], {fields}}}")
    assert areas_with_policy(made, DAY) == ({"governance"} if has else set())


@pytest.mark.parametrize(("audience", "has"), [("all-staff", True), ("unit-a", False)])
def test_courses(audience: str, has: bool) -> None:
    made = register(
        courses="- {id: ig, title: IG, areas: [governance]}",
        training_plans=f"- {{id: p, title: P, audience: [{audience}], courses: [{{course: ig}}, {{course: unheard-of}}]}}",
    )
    assert areas_taught(Audiences(Tenure(made, DAY))) == ({"governance"} if has else set())


@pytest.mark.parametrize(
    ("fields", "has"),
    [
        pytest.param("to: [all-staff], date: 2026-11-22", True, id="today"),
        pytest.param("to: [all-staff], date: 2026-11-23", False, id="tomorrow"),
        pytest.param("to: [all-staff], date: 2025-11-22", True, id="a year ago to the day"),
        pytest.param("to: [all-staff], date: 2025-11-21", False, id="over a year ago"),
        pytest.param("to: [public], date: 2026-11-22", False, id="to others"),
        pytest.param("to: [all-staff]", False, id="no day"),
    ],
)
def test_what_was_sent(fields: str, has: bool) -> None:
    made = register(communications=f"- {{id: c, title: C, areas: [governance], {fields}}}")
    assert areas_told(Audiences(Tenure(made, DAY)), Span(12, "month")) == ({"governance"} if has else set())


def test_last_audits() -> None:
    audits = """
- {id: a, title: A, areas: [governance, caldicott], performed: 2026-01-01}
- {id: b, title: B, areas: [governance], performed: 2026-02-01}
- {id: c, title: C, areas: [governance], performed: 2026-02-01}
- {id: d, title: D, areas: [governance], performed: 2026-11-23}
- {id: e, title: E, areas: [governance], planned: 2026-11-01}
"""
    assert {area: audit.id for area, audit in last_audits(register(audits=audits).of(Audit), DAY).items()} == {
        "governance": "b",
        "caldicott": "a",
    }
