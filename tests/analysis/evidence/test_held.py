"""`held`: a function, or a lead, with its assignment and its deputy."""

from __future__ import annotations

import pytest

from tests.analysis.evidence.proving import outcome

STAFF = "- {id: una, name: Una Whitlow}\n- {id: ben, name: Ben Ode}\n"
ROLE = "id: siro\ntitle: SIRO\nfunction: siro\nareas: [risk]\nholders:\n  - {staff: una, from: 2024-02-01, until: 2026-06-30"


@pytest.mark.parametrize(
    ("today", "holds"),
    [("2024-01-31", False), ("2024-02-01", True), ("2026-06-30", True), ("2026-07-01", False)],
)
def test_from_the_first_day_to_the_last(today: str, holds: bool) -> None:
    found = outcome({"held": "siro"}, today, roles=ROLE + "}\n", staff=STAFF)
    assert (found.holds, found.opposite) == (holds, not holds)


def test_without_such_a_role_the_register_does_not_know() -> None:
    found = outcome({"held": "dpo"}, "2026-01-01", roles=ROLE + "}\n", staff=STAFF)
    assert (found.holds, found.opposite, found.missing) == (False, False, "no role has the function dpo")


def test_an_area_is_led() -> None:
    found = outcome({"held": {"area": "risk"}}, "2026-01-01", roles=ROLE + "}\n", staff=STAFF)
    assert [(one.record, one.why) for one in found.evidence] == [("siro", "held since 2024-02-01")]


def test_the_assignment_and_the_deputy_are_of_one_role() -> None:
    assigned = ROLE + ", assigned_by: job description}\n"
    deputised = "- {id: siro-2, title: Second, function: siro, holders: [{staff: una, from: 2024-02-01}, {staff: ben, from: 2024-02-01, as: deputy}]}\n"
    both = "- " + assigned.replace("\n", "\n  ").rstrip() + "\n" + deputised
    proof = {"held": "siro", "assigned": True, "deputy": True}
    found = outcome(proof, "2026-01-01", roles=both, staff=STAFF)
    assert (found.holds, found.opposite, found.missing) == (False, False, "SIRO: it has no deputy")
    assert outcome({"held": "siro", "assigned": True}, "2026-01-01", roles=both, staff=STAFF).holds
    assert outcome({"held": "siro", "deputy": True}, "2026-01-01", roles=both, staff=STAFF).holds
