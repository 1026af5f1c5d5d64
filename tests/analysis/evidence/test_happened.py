"""`meets` and `told` (rulings E31, E32)."""

from __future__ import annotations

import pytest

from tests.analysis.evidence.proving import outcome

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
