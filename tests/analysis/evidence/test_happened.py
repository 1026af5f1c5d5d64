"""`meets` and `told` (rulings E31, E32)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.evidence.proving import outcome
from tests.analysis.registers import register

GROUPS = "- {id: igg, name: IG group, ig_group: true}\n- {id: board, name: Board}\n"
MEETING = "- {{id: {id}, group: {group}, date: {date}, status: {status}, minutes: {{path: docs/m.md}}}}\n"


def meeting(id: str, date: str, group: str = "igg", status: str = "held") -> str:
    return MEETING.format(id=id, group=group, date=date, status=status)


@pytest.mark.parametrize(("today", "holds"), [("2026-11-02", True), ("2026-11-03", False), ("2026-04-30", False)])
def test_the_ig_group_has_met(today: str, holds: bool) -> None:
    meetings = meeting("M1", "2025-11-02") + meeting("M2", "2026-05-01")
    assert outcome({"meets": 2, "within": "12 months"}, today, groups=GROUPS, meetings=meetings).holds is holds


@pytest.mark.parametrize(
    "second",
    [
        meeting("M2", "2026-05-01", group="board"),
        meeting("M2", "2026-05-01", status="planned"),
        "- {id: M2, group: igg, date: 2026-05-01, status: held}\n",
    ],
)
def test_what_is_no_meeting_of_it(second: str) -> None:
    found = outcome({"meets": 2}, groups=GROUPS, meetings=meeting("M1", "2026-01-01") + second)
    assert (found.holds, found.opposite) == (False, False)


@pytest.mark.parametrize(("today", "holds"), [("2026-06-30", True), ("2026-07-01", False)])
def test_meetings_of_a_group_that_has_ended_show_nothing(today: str, holds: bool) -> None:
    groups = GROUPS.replace("ig_group: true", "ig_group: true, end: 2026-06-30")
    found = outcome({"meets": 1}, today, groups=groups, meetings=meeting("M1", "2026-05-01"))
    assert found.holds is holds
    assert found.missing.startswith("igg has ended, and no group is marked") is not holds


TOLD = {"told": "all-staff", "area": "risk", "within": "12 months"}
UNITS = {
    "units": "- {id: all, name: All}\n- {id: part, name: Part, parent: all}\n",
    "staff": "- {id: s1, name: A B, unit: part}\n",
}


@pytest.mark.parametrize(
    ("sent", "holds"),
    [
        ("to: [all-staff], areas: [risk], date: 2025-11-02", True),
        ("to: [all-staff], areas: [risk], date: 2025-11-01", False),
        ("to: [all-staff], areas: [risk], date: 2026-11-03", False),
        ("to: [all-staff], areas: [caldicott], date: 2026-01-01", False),
        ("to: [all], areas: [risk], date: 2026-01-01", True),
        ("to: [s1], areas: [risk], date: 2026-01-01", False),
    ],
)
def test_who_was_told(sent: str, holds: bool) -> None:
    files = {**UNITS, "communications": f"- {{id: C1, title: News, {sent}}}\n"}
    assert outcome(TOLD, **files).holds is holds


@pytest.mark.parametrize(
    ("proof", "missing"),
    [
        ({"meets": 2}, "igg has met 1 of 2 times with minutes; of 1 more there are no minutes"),
        ({"meets": 3, "within": "12 months"}, "igg has met 1 of 3 times with minutes in the last 12 months; of 1 more there are no minutes"),
        ({"meets": 2, "within": "8 months"}, "igg has met 1 of 2 times with minutes in the last 8 months"),
        ({"meets": 1, "within": "1 month"}, "igg has met 0 of 1 time with minutes in the last 1 month"),
    ],
)  # fmt: skip
def test_what_is_missing_of_meetings(proof: dict[str, Any], missing: str) -> None:
    meetings = meeting("M1", "2026-05-01") + "- {id: M2, group: igg, date: 2026-02-01, status: held}\n"
    assert outcome(proof, groups=GROUPS, meetings=meetings).missing == missing


@pytest.mark.parametrize(
    ("proof", "missing"),
    [
        ({"told": "all-staff"}, "nothing was sent to all staff"),
        ({"told": "service-users", "area": "risk"}, "nothing was sent to service users about {risk}"),
        ({"told": "public", "within": "1 year"}, "nothing was sent to the public in the last 1 year"),
        (
            {"told": "all", "area": "risk", "within": "1 year"},
            "nothing was sent to All about {risk} in the last 1 year",
        ),
    ],
)
def test_what_is_missing_of_messages(proof: dict[str, Any], missing: str) -> None:
    risk = register(**UNITS).areas["risk"]
    assert outcome(proof, **UNITS).missing == missing.replace("{risk}", risk)


def test_without_an_ig_group_nobody_has_met() -> None:
    found = outcome({"meets": 1}, groups="- {id: board, name: Board}", meetings=meeting("M1", "2026-05-01", "board"))
    assert found.missing == "no group is marked as the one that meets about information governance"
