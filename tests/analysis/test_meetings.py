"""When a group met last, who was there, and whether that was enough."""

from __future__ import annotations

import pytest

from igreg.analysis.meetings import (
    attendance,
    ig_groups,
    last_held,
    last_meeting,
    meetings_by_group,
    next_planned,
    not_written_down,
)
from igreg.analysis.tenure import Tenure
from igreg.model.kinds.groups import Group
from igreg.model.kinds.meetings import Meeting
from tests.analysis.registers import day, register

STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n- {id: cat, name: Cat}"
ROLES = """
- {id: chair, title: Chair, holders: [{staff: ann, from: 2020-01-01, until: 2026-11-02}, {staff: ben, from: 2026-11-03}, {staff: cat, from: 2020-01-01, as: deputy}]}
- {id: shared, title: Shared, holders: [{staff: ann, from: 2020-01-01}, {staff: cat, from: 2020-01-01}]}
- {id: vacant, title: Vacant}
"""
CASES = [
    pytest.param("quorum: 2", "[ann, ben]", 2, True, True, id="as many as the quorum"),
    pytest.param("quorum: 3", "[ann, ben]", 2, False, True, id="one too few"),
    pytest.param("quorum: 2", "[ann, chair]", 1, False, True, id="a role and its holder are one person"),
    pytest.param("quorum: 2", "[ben, chair]", 2, True, True, id="the holder is the one of the day of the meeting"),
    pytest.param("quorum: 2", "[shared, ben]", 2, True, True, id="a shared role stands for one"),
    pytest.param("quorum: 2", "[shared, cat]", 1, False, True, id="who may be the one who is named"),
    pytest.param("quorum: 2", "[shared, chair]", 1, False, True, id="or the one another role stands for"),
    pytest.param("quorum: 2", "[ann, vacant]", 1, False, True, id="a vacant role stands for nobody"),
    pytest.param("quorum: 1", "[]", 0, False, True, id="nobody"),
    pytest.param("meets_every: 1 month", "[]", 0, True, True, id="without a quorum nobody is enough"),
    pytest.param("quorum_roles: [chair]", "[ben]", 1, True, False, id="none of those of whom one must be"),
    pytest.param("quorum_roles: [chair]", "[chair]", 1, True, True, id="the role is listed"),
    pytest.param("quorum_roles: [chair]", "[ann]", 1, True, True, id="its holder is"),
    pytest.param("quorum_roles: [chair]", "[cat]", 1, True, True, id="its deputy is"),
    pytest.param("quorum_roles: [vacant, chair]", "[cat]", 1, True, True, id="one of several is enough"),
]


@pytest.mark.parametrize(("group", "present", "people", "enough", "one_of_those"), CASES)
def test_attendance(group: str, present: str, people: int, enough: bool, one_of_those: bool) -> None:
    made = register(
        staff=STAFF,
        roles=ROLES,
        groups=f"- {{id: g, title: G, {group}}}",
        meetings=f"- {{id: m, group: g, date: 2026-11-02, status: held, present: {present}}}",
    )
    (meeting,), (one,) = made.of(Meeting), made.of(Group)
    found = attendance(made, meeting, one)
    assert found is not None
    assert (len(found.people), found.enough, found.one_of_those) == (people, enough, one_of_those)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("date: 2026-11-02, status: planned, present: [ann]", id="planned"),
        pytest.param("date: 2026-11-02, status: cancelled", id="cancelled"),
        pytest.param("status: held, present: [ann]", id="no day"),
        pytest.param("date: 2026-11-02, status: held, present: 7", id="what cannot be read is not nobody"),
    ],
)
def test_of_which_nothing_can_be_said(fields: str) -> None:
    made = register(groups="- {id: g, title: G, quorum: 9}", meetings=f"- {{id: m, group: g, {fields}}}")
    (meeting,), (group,) = made.of(Meeting), made.of(Group)
    assert attendance(made, meeting, group) is None


def test_the_last_meeting_is_the_last_held_by_today() -> None:
    made = register(
        meetings="""
- {id: a, group: g, date: 2026-11-22, status: held}
- {id: b, group: g, date: 2026-11-23, status: held}
- {id: c, group: g, date: 2026-11-01, status: held}
- {id: d, group: g, status: held}
- {id: e, group: h, date: 2026-11-22, status: cancelled}
"""
    )
    groups = meetings_by_group(made)
    assert [meeting.id for meeting in groups["g"]] == ["a", "b", "c", "d"]
    assert last_meeting(groups["g"], day("2026-11-22")) == day("2026-11-22")
    assert last_meeting(groups["g"], day("2026-11-21")) == day("2026-11-01")
    assert last_meeting(groups["h"], day("2026-11-22")) is None


MEETINGS = """
- {id: M-1, group: ig, date: 2026-09-01, status: held}
- {id: M-2, group: ig, date: 2026-11-02, status: held}
- {id: M-3, group: ig, date: 2026-10-01, status: planned}
- {id: M-4, group: ig, date: 2026-11-02, status: planned}
- {id: M-5, group: ig, date: 2026-12-01, status: planned}
- {id: M-6, group: ig, date: 2026-11-20, status: cancelled}
"""


@pytest.mark.parametrize(
    ("today", "last", "coming", "unrecorded"),
    [
        ("2026-08-31", None, "M-3", []),
        ("2026-11-01", "M-1", "M-4", ["M-3"]),
        ("2026-11-02", "M-2", "M-4", ["M-3"]),
        ("2026-11-03", "M-2", "M-5", ["M-3", "M-4"]),
        ("2026-12-02", "M-2", None, ["M-3", "M-4", "M-5"]),
    ],
)
def test_the_meetings_around_a_day(today: str, last: str | None, coming: str | None, unrecorded: list[str]) -> None:
    own = register(meetings=MEETINGS).of(Meeting)
    was, ahead = last_held(own, day(today)), next_planned(own, day(today))
    assert (was.id if was else None, ahead.id if ahead else None) == (last, coming)
    assert [one.id for one in not_written_down(own, day(today))] == unrecorded


def test_which_groups_lead_information_governance() -> None:
    found = register(groups="- {id: a, title: A, ig_group: true, end: 2026-11-01}\n- {id: b, title: B, ig_group: true}")
    assert [group.id for group in ig_groups(Tenure(found, day("2026-11-01")))] == ["a", "b"]
    assert [group.id for group in ig_groups(Tenure(found, day("2026-11-02")))] == ["b"]


@pytest.mark.parametrize(
    ("group", "present", "missing"),
    [
        pytest.param("quorum_all: [chair, two]", "[ann, cat]", (), id="both"),
        pytest.param("quorum_all: [chair, two]", "[ann]", ("two",), id="one"),
        pytest.param("quorum_all: [two, chair]", "[]", ("two", "chair"), id="neither, in their order"),
        pytest.param("quorum_all: [chair, chair]", "[]", ("chair",), id="each once"),
        pytest.param("quorum_all: [chair], co_chairs: [two]", "[cat]", (), id="a co-chair stands for the chair"),
        pytest.param(
            "quorum_all: [chair, two], co_chairs: [two]", "[cat]", ("chair",), id="but not one who must be there, too"
        ),
        pytest.param("quorum_all: [two], co_chairs: [two]", "[ben]", ("two",), id="the chair stands for nobody"),
    ],
)
def test_of_whom_each_must_be_there(group: str, present: str, missing: tuple[str, ...]) -> None:
    made = register(
        staff=STAFF,
        roles="- {id: chair, title: C, holders: [{staff: ann, from: 2020-01-01}]}\n"
        "- {id: two, title: T, holders: [{staff: cat, from: 2020-01-01}]}",
        groups=f"- {{id: g, title: G, chair: chair, {group}}}",
        meetings=f"- {{id: m, group: g, date: 2026-11-02, status: held, present: {present}}}",
    )
    (meeting,), (one,) = made.of(Meeting), made.of(Group)
    found = attendance(made, meeting, one)
    assert found is not None
    assert found.missing == missing
