"""Every kind of date on the list: the day it is due, what it is, of which record, and why."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from igreg.analysis.as_of import AsOf
from igreg.due.due_list import Choice, due_list
from igreg.model.span import Span
from igreg.register.read import read
from igreg.render.due.json import due_json
from tests.pages import moment, sources

TODAY = "2026-11-22"
FAR = Span(10, "year")
ORGANISATION = "name: Example\ntype: other\ndspt: [{edition: '9', published: 2026-10-01}]\n"
ROLES = """
- {id: ig-lead, title: IG Lead, unit: hq, holders: [{staff: j-osei, from: 2023-02-01}], accountable_to: owner}
- {id: owner, title: Owner, holders: [{staff: p-hughes, from: 2019-04-01}]}
- {id: archivist, title: Archivist, accountable_to: clerk}
- {id: clerk, title: Clerk, accountable_to: ig-lead}
"""
STAFF = """
- {id: j-osei, name: Joan Osei, unit: hq}
- {id: p-hughes, name: Pat Hughes, unit: north}
"""


def listed(files: dict[str, str], *, today: str = TODAY, now: str | None = None, **choice: Any) -> list[dict[str, Any]]:
    """The items of a small register."""
    base = {"organisation.yaml": ORGANISATION, "roles.yaml": ROLES, "staff.yaml": STAFF}
    texts = {f"register/{name}": text.encode() for name, text in (base | files).items()}
    found = due_list(AsOf(read(sources(texts)), moment(today, now)), Choice(**({"within": FAR} | choice)))
    items: list[dict[str, Any]] = json.loads(due_json(found))["items"]
    return items


def test_the_item_of_the_contract() -> None:
    text = "id: POL-001\ntitle: Confidentiality policy\nowner: ig-lead\nreview: {every: 12 months, last: 2025-02-01}\n"
    assert listed({"policies/POL-001.yaml": text}) == [
        {
            "due": "2026-02-01",
            "days": -294,
            "what": "review",
            "kind": "policies",
            "record": "POL-001",
            "title": "Confidentiality policy",
            "owner": "ig-lead",
            "people": ["j-osei"],
            "detail": "every 12 months, last reviewed 2025-02-01",
            "file": "register/policies/POL-001.yaml",
            "line": 1,
        }
    ]


COURSES = "- {id: c, title: Course, valid_for: 12 months}\n"
RECORDS = """
- {staff: j-osei, course: c, completed: 2025-12-01}
- {staff: j-osei, course: c, completed: 2024-01-01}
- {staff: p-hughes, course: c, completed: 2025-11-01}
- {staff: long-gone, course: c, completed: 2020-01-01}
"""


UNITS = "- {id: hq, name: HQ}\n- {id: north, name: North}\n"


def test_training_lapses_by_course_and_unit() -> None:
    found = listed({"courses.yaml": COURSES, "training-records.yaml": RECORDS}, within=Span(30, "day"))
    assert [(i["kind"], i["record"], i["subject"], i["due"], i["detail"]) for i in found] == [
        ("courses", "c", "north", "2026-11-01", "1 person lapsed"),
        ("courses", "c", "hq", "2026-12-01", "1 person to lapse by 2026-12-01"),
    ]


@pytest.mark.parametrize(("unit", "subjects"), [("north", ["north"]), ("hq", ["hq"])])
def test_training_that_lapses_is_in_the_unit_of_the_people(unit: str, subjects: list[str]) -> None:
    files = {"courses.yaml": COURSES, "training-records.yaml": RECORDS, "units.yaml": UNITS}
    assert [item["subject"] for item in listed(files, unit=unit)] == subjects


def test_training_is_owed_by_the_owner_of_the_plan_for_those_people() -> None:
    plans = (
        "- {id: P1, title: One, owner: ig-lead, audience: [hq], courses: [{course: c}]}\n"
        "- {id: P2, title: Two, owner: owner, audience: [north], courses: [{course: c}]}\n"
    )
    files = {
        "courses.yaml": COURSES,
        "training-records.yaml": RECORDS,
        "units.yaml": UNITS,
        "training-plans.yaml": plans,
    }
    found = [(item["subject"], item["owner"]) for item in listed(files, within=Span(30, "day"), kinds={"training"})]
    assert found == [("north", "owner"), ("hq", "ig-lead")]


def test_a_vacant_owner_goes_up_the_line() -> None:
    text = "- {id: P, title: T, owner: archivist, review: {every: 1 year, last: 2025-01-01}}\n"
    (found,) = listed({"policies.yaml": text})
    assert (found["people"], found["escalates_to"]) == ([], "ig-lead")


MANY = {
    "policies.yaml": "- {id: A, title: A, owner: ig-lead, areas: [risk], review: {every: 1 year, last: 2025-11-01}}\n"
    "- {id: B, title: B, owner: owner, review: {every: 1 year, last: 2025-11-30}}\n"
    "- {id: C, title: C, owner: owner, review: {every: 1 year, last: 2025-12-22}}\n"
    "- {id: D, title: D, owner: owner, review: {every: 1 year, last: 2025-12-23}}\n",
    "units.yaml": "- {id: hq, name: HQ}\n- {id: north, name: North, parent: hq}\n",
}


@pytest.mark.parametrize(
    ("choice", "records"),
    [
        pytest.param({"within": Span(30, "day")}, ["A", "B", "C"], id="the last day counts"),
        pytest.param({"within": Span(29, "day")}, ["A", "B"], id="a day less"),
        pytest.param({"within": Span(36, "hour")}, ["A"], id="hours are whole days"),
        pytest.param({"overdue": True}, ["A"], id="overdue"),
        pytest.param({"owner": "owner"}, ["B", "C", "D"], id="owner"),
        pytest.param({"person": "j-osei"}, ["A"], id="person"),
        pytest.param({"area": "risk"}, ["A"], id="area"),
        pytest.param({"unit": "hq"}, ["A"], id="unit of the owner"),
        pytest.param({"kinds": frozenset({"assets"})}, [], id="kind"),
        pytest.param({"kinds": frozenset({"review"})}, ["A", "B", "C", "D"], id="what"),
    ],
)
def test_choices(choice: dict[str, Any], records: list[str]) -> None:
    assert [item["record"] for item in listed(MANY, **choice)] == records


def test_order_is_by_day_then_kind_then_record() -> None:
    files = {
        "policies.yaml": "- {id: B, title: B, owner: o, review: {next: 2026-12-01}}\n- {id: A, title: A, owner: o, review: {next: 2026-12-01}}\n",
        "assets.yaml": "- {id: Z, name: Z, owner: o, review: {next: 2026-12-01}}\n",
        "audits.yaml": "- {id: Y, title: Y, planned: 2026-11-30}\n",
    }
    assert [item["record"] for item in listed(files)] == ["Y", "Z", "A", "B"]


def test_summary_counts_overdue_and_due() -> None:
    texts = {f"register/{name}": text.encode() for name, text in (MANY | {"organisation.yaml": ORGANISATION}).items()}
    found = due_list(AsOf(read(sources(texts)), moment(TODAY)), Choice())
    assert json.loads(due_json(found))["summary"] == {"overdue": 1, "due": 2}
    assert found.today == dt.date(2026, 11, 22)


ELSEWHERE = {
    "units.yaml": "- {id: hq, name: HQ}\n- {id: north, name: North}\n- {id: west, name: West, parent: north}\n",
    "audits.yaml": "- {id: A, title: T, planned: 2026-12-01, units: [hq, west]}\n- {id: B, title: T, planned: 2026-12-01, lead: clerk}\n",
    "risks.yaml": "- {id: R, title: T, owner: clerk, actions: [{id: X, what: W, owner: p-hughes, due: 2026-12-02}]}\n",
}


@pytest.mark.parametrize(("unit", "records"), [("hq", ["A"]), ("west", ["A"]), ("north", ["A", "R"])])
def test_an_audit_is_in_each_of_its_units_and_an_action_in_that_of_its_owner(unit: str, records: list[str]) -> None:
    assert [item["record"] for item in listed(ELSEWHERE, unit=unit)] == records


def test_a_vacant_role_below_a_group_goes_up_to_its_chair() -> None:
    files = {
        "roles.yaml": ROLES + "- {id: z, title: Z, accountable_to: empty}\n",
        "groups.yaml": "- {id: empty, title: E, chair: archivist, accountable_to: g}\n- {id: g, title: G, chair: owner}\n",
        "risks.yaml": "- {id: R, title: T, owner: z, review: {next: 2026-12-01}}\n",
    }
    assert [(item["people"], item["escalates_to"]) for item in listed(files)] == [([], "owner")]


def test_a_result_to_be_published_is_not_published_yet() -> None:
    files = {"organisation.yaml": "name: E\ntype: other\ndspt: [{edition: '9', published: 2026-11-23}]\n"}
    assert [item["due"] for item in listed(files)] == ["2027-06-30"]
    assert listed(files, today="2026-11-23") == []


@pytest.mark.parametrize(
    ("policy", "why"),
    [
        ("review: {every: 1 year}", "every year, never reviewed"),
        ("in_force_from: 2025-12-01, review: {every: 1 year}", "every year, never reviewed, counted from 2025-12-01"),
        ("review: {next: 2026-12-01, last: 2026-01-01}", "last reviewed 2026-01-01, next set for 2026-12-01"),
        (
            "review: {every: 1 month, last: 2026-11-01, by: ig-lead, outcome: unchanged, cycle: fixed, anchor: 2026-01-31}",
            "every month, last reviewed 2026-11-01 by IG Lead, unchanged, fixed days from 2026-01-31",
        ),
    ],
)
def test_why_a_review_is_due(policy: str, why: str) -> None:
    found = listed({"policies.yaml": f"- {{id: P, title: T, owner: ig-lead, {policy}}}\n"})
    assert [item["detail"] for item in found] == [why]


@pytest.mark.parametrize(("left", "people"), [("2026-11-21", []), ("2026-11-22", ["gone"])])
def test_what_a_leaver_owes_goes_up_to_the_managers_role(left: str, people: list[str]) -> None:
    files = {
        "staff.yaml": STAFF + f"- {{id: gone, name: G, manager: late, left: {left}}}\n"
        "- {id: late, name: L, manager: p-hughes, left: 2026-01-01}\n",
        "risks.yaml": "- {id: R, title: T, owner: clerk, actions: [{id: X, what: W, owner: gone, due: 2026-12-02}]}\n",
    }
    (item,) = listed(files)
    assert (item["owner"], item["people"], item.get("escalates_to")) == ("gone", people, None if people else "owner")


COVER = {
    "staff.yaml": "- {id: j-osei, name: Joan Osei, absences: [{from: 2026-11-01, until: 2026-11-22, cover: c}]}\n"
    "- {id: c, name: Cy, left: 2026-11-22}\n- {id: d, name: Dee}\n- {id: p-hughes, name: Pat}\n",
    "roles.yaml": ROLES.replace("from: 2023-02-01}", "from: 2023-02-01}, {staff: d, as: deputy, from: 2023-02-01}"),
    "risks.yaml": "- {id: R, title: T, owner: ig-lead, review: {next: 2026-12-01},"
    " actions: [{id: X, what: W, owner: j-osei, due: 2026-12-02}]}\n",
}


@pytest.mark.parametrize(
    ("person", "today", "deputies", "seen"),
    [
        pytest.param("c", "2026-11-22", False, [("R", "j-osei"), ("X", "j-osei")], id="cover, on the last day"),
        pytest.param("c", "2026-11-23", False, [], id="the day after"),
        pytest.param("d", "2026-11-22", False, [("R", "j-osei")], id="deputies cover what is the role's"),
        pytest.param("d", "2026-10-31", False, [], id="a deputy while the holder is there"),
        pytest.param("d", "2026-10-31", True, [("R", None)], id="a deputy who asks"),
        pytest.param("j-osei", "2026-11-22", False, [("R", None), ("X", None)], id="whoever is away"),
        pytest.param("p-hughes", "2026-11-22", False, [], id="somebody else"),
    ],
)
def test_who_covers_sees_what_the_absent_owe(
    person: str, today: str, deputies: bool, seen: list[tuple[str, str | None]]
) -> None:
    found = listed(COVER, today=today, person=person, deputies=deputies)
    assert [(item.get("subject") or item["record"], item.get("covering_for")) for item in found] == seen
    assert all(item["people"] == ["j-osei"] for item in found)


@pytest.mark.parametrize(
    ("staff", "person"),
    [
        (COVER["staff.yaml"].replace("left: 2026-11-22", "left: 2026-11-21"), "c"),
        (COVER["staff.yaml"].replace("name: Dee", "name: Dee, absences: [{from: 2026-11-22, until: 2026-11-22}]"), "d"),
    ],
    ids=["the cover has left", "the deputy is away too"],
)
def test_who_is_not_there_covers_nobody(staff: str, person: str) -> None:
    assert listed(COVER | {"staff.yaml": staff}, person=person) == []


def test_nobody_covers_one_of_several_holders() -> None:
    shared = ROLES.replace("from: 2023-02-01}", "from: 2023-02-01}, {staff: p-hughes, from: 2023-02-01}")
    assert [item["record"] for item in listed(COVER | {"roles.yaml": shared}, person="c")] == ["R"], "the action alone"
    assert [item["record"] for item in listed(COVER | {"roles.yaml": shared}, person="d")] == []


def test_an_internal_review_is_told_apart_from_the_request_that_it_is_of() -> None:
    """Both may be open, and stand on lines of their own."""
    request = "- id: R\n  title: R\n  category: freedom-of-information\n  received: 2026-10-26\n"
    found = listed({"requests.yaml": request + "  internal_review:\n    asked: 2026-11-02\n"}, kinds={"request"})
    assert [(item["record"], item.get("subject"), item["due"], item["line"]) for item in found] == [
        ("R", None, "2026-11-23", 1), ("R", "internal review", "2026-12-01", 6),
    ]  # fmt: skip
