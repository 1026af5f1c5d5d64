"""Who is to be booked on which course, and by when."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.training_places import places
from tests.analysis.registers import day, register

STAFF = "- {id: ann, name: Ann Lee, started: 2020-01-01}\n- {id: new, name: New Roe, started: 2026-11-20}\n"
COURSES = "- {id: ig, title: IG, valid_for: 12 months}\n- {id: lead, title: Lead}\n"
PLAN = "- {id: p, title: P, audience: [all-staff], courses: [{course: ig, within: 1 month}]}\n"
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
NEW = ("new", "ig", "starter", "2026-12-20", False)
Found = tuple[str, str, str, str | None, bool]


def _places(records: str = "", roles: str = "", until: str = "2026-12-29") -> list[Found]:
    made = register(staff=STAFF, courses=COURSES, training_plans=PLAN, training_records=records, roles=roles)
    found = places(AsOf(made, NOW), day(until))
    return [(one.staff, one.course.id or "", one.why, str(one.by) if one.by else None, one.for_role) for one in found]


def _record(completed: str, course: str = "ig", staff: str = "ann") -> str:
    return f"- {{staff: {staff}, course: {course}, completed: {completed}}}\n"


@pytest.mark.parametrize(
    ("records", "found"),
    [
        pytest.param("", [("ann", "ig", "never trained", None, False), NEW], id="never"),
        pytest.param(_record("2025-11-28"), [("ann", "ig", "lapsed", "2026-11-28", False), NEW], id="lapsed yesterday"),
        pytest.param(_record("2025-11-29"), [("ann", "ig", "lapses", "2026-11-29", False), NEW], id="its last day"),
        pytest.param(
            _record("2025-12-29"), [NEW, ("ann", "ig", "lapses", "2026-12-29", False)], id="the last day ahead"
        ),
        pytest.param(_record("2025-12-30"), [NEW], id="later"),
        pytest.param(_record("2026-11-21", staff="new") + _record("2026-01-01"), [], id="both are trained"),
    ],
)
def test_of_a_plan(records: str, found: list[Found]) -> None:
    assert _places(records) == found


def test_of_a_role_and_each_course_once() -> None:
    roles = (
        "- {id: r, title: R, requires: {courses: [lead, ig, unheard-of]}, holders: [{staff: ann, from: 2020-01-01}]}"
    )
    assert _places(_record("2025-11-29"), roles) == [
        ("ann", "lead", "never trained", None, True),
        ("ann", "ig", "lapses", "2026-11-29", False),
        NEW,
    ]
    assert _places(_record("2026-01-01") + _record("2020-01-01", "lead"), roles) == [NEW]


def test_a_role_asks_whoever_counts_in_no_share() -> None:
    made = register(
        staff="- {id: ann, name: Ann Lee}",
        courses="- {id: c, title: C, valid_for: 1 year}",
        roles="- {id: r, title: R, requires: {courses: [c]}, holders: [{staff: ann, from: 2020-01-01}]}",
        training_records="- {staff: ann, course: c, completed: 2025-12-01}",
    )
    (found,) = places(AsOf(made, NOW), day("2026-12-29"))
    assert (found.why, found.by, found.for_role) == ("lapses", day("2026-12-01"), True)
