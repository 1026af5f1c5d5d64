"""Since when a role is vacant, and until when."""

from __future__ import annotations

import pytest

from igreg.analysis.vacancy import vacancy
from igreg.model.kinds.roles import Role
from tests.analysis.registers import day, register

CASES = [
    pytest.param("", None, None, None, id="nobody ever"),
    pytest.param(
        "{staff: a, until: 2026-11-20}, {staff: b, until: 2026-11-21}", "b", "2026-11-22", None, id="the later of two"
    ),
    pytest.param("{staff: a, until: 2026-11-22}", None, None, None, id="until today is not over"),
    pytest.param("{staff: a, until: 2026-11-21, as: deputy}", None, None, None, id="a deputy does not count"),
    pytest.param("{staff: a, from: 2026-11-23}, {staff: b, from: 2026-12-01}", None, None, "a", id="the nearer of two"),
    pytest.param("{staff: a, from: 2026-11-22}", None, None, None, id="from today is not to come"),
    pytest.param("{staff: a, from: 2026-11-23, as: deputy}", None, None, None, id="nor does a deputy to come"),
    pytest.param("{staff: a, until: 2026-11-21, as: acting}", "a", "2026-11-22", None, id="acting counts"),
]


@pytest.mark.parametrize(("holders", "last", "since", "coming"), CASES)
def test_vacancy(holders: str, last: str | None, since: str | None, coming: str | None) -> None:
    role = register(roles=f"- {{id: r, title: R, holders: [{holders}]}}").get(Role, "r")
    assert role is not None
    found = vacancy(role, day("2026-11-22"))
    assert (found.last.staff if found.last else None) == last
    assert (found.since.isoformat() if found.since else None) == since
    assert (found.next.staff if found.next else None) == coming
