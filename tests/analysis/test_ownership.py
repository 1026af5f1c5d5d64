"""Who answers for a record, to which unit it belongs, and who has a part in it."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.ownership import has_to_be_cared_for, owner_of, parts_in, unit_of
from tests.analysis.registers import register

DAY = dt.date(2026, 11, 24)
FILES = {
    "roles": "- {id: head, title: Head, unit: north}\n- {id: clerk, title: Clerk}",
    "units": "- {id: north, name: North, lead: head}\n- {id: south, name: South}",
    "groups": "- {id: chaired, title: C, chair: head, secretary: clerk}\n"
    "- {id: kept, title: K, secretary: clerk}\n- {id: loose, title: L, members: [head]}",
    "bodies": "- {id: ico, name: ICO}",
    "staff": "- {id: ann, name: Ann, manager: bo}\n- {id: bo, name: Bo}",
}


@pytest.mark.parametrize(
    ("kind", "fields", "owner"),
    [
        pytest.param(
            "assets", "name: N, owner: head, administrator: clerk", "head", id="the owner before the administrator"
        ),
        pytest.param("assets", "name: N, administrator: clerk", "clerk", id="the administrator alone"),
        pytest.param("flows", "title: T, from: head, to: [ann]", "head", id="who tells"),
        pytest.param(
            "flows", "title: T, from: chaired, to: [ann]", "clerk", id="a group answers through its secretary"
        ),
        pytest.param("groups", "title: T, chair: head, co_chairs: [clerk]", "head", id="a group: else the chair"),
        pytest.param("groups", "title: T, co_chairs: [clerk, head]", "clerk", id="a group: else the first co-chair"),
        pytest.param("flows", "title: T, from: kept, to: [ann]", "clerk", id="else through its secretary"),
        pytest.param("flows", "title: T, from: loose, to: [ann]", None, id="else nobody"),
        pytest.param("flows", "title: T, from: north, to: [ann]", "head", id="a unit through its lead"),
        pytest.param("flows", "title: T, from: south, to: [ann]", None, id="a unit without a lead"),
        pytest.param("flows", "title: T, from: public, to: [ann]", None, id="the public answers for nothing"),
        pytest.param("flows", "title: T, from: ico, to: [ann]", None, id="nor does an outside body"),
        pytest.param("flows", "title: T, from: nowhere, to: [ann]", "nowhere", id="an id that is unknown"),
        pytest.param("meetings", "group: chaired, date: 2026-11-24", "clerk", id="a meeting: the secretary"),
        pytest.param("delegations", "title: T, from: head, to: clerk", "head", id="who handed down"),
        pytest.param(
            "exceptions",
            "rule: R, record: r, reason: x, approved_by: chaired, until: 2027-01-01",
            "clerk",
            id="who accepts",
        ),
        pytest.param("incidents", "title: T, aware: 2026-11-24T09:00, lead: ann", "ann", id="a person who leads"),
        pytest.param("roles", "title: T", "it", id="a role answers for itself"),
        pytest.param("staff", "name: N, manager: bo", "bo", id="a person: the manager"),
        pytest.param("courses", "title: T", None, id="a kind that marks no owner"),
    ],
)
def test_owner(kind: str, fields: str, owner: str | None) -> None:
    made = register(**FILES | {kind: f"{FILES.get(kind, '')}\n- {{id: it, {fields}}}"})
    assert owner_of(made, made.by_id["it"]) == owner


@pytest.mark.parametrize(
    ("kind", "fields", "unit"),
    [
        pytest.param("units", "name: N", "it", id="a unit itself"),
        pytest.param("assets", "name: N, owner: head, unit: south", "south", id="the one it names"),
        pytest.param("assets", "name: N, owner: head", "north", id="that of its owner"),
        pytest.param("assets", "name: N, owner: clerk", None, id="an owner without a unit"),
        pytest.param("courses", "title: T", None, id="no owner"),
    ],
)
def test_unit(kind: str, fields: str, unit: str | None) -> None:
    made = register(**FILES | {kind: f"{FILES.get(kind, '')}\n- {{id: it, {fields}}}"})
    assert unit_of(made, made.by_id["it"]) == unit


@pytest.mark.parametrize(
    ("kind", "fields", "cared_for"),
    [
        pytest.param("policies", "title: T, owner: head, status: draft", True, id="a draft"),
        pytest.param("policies", "title: T, owner: head, status: withdrawn", False, id="withdrawn"),
        pytest.param("audits", "title: T, lead: head, planned: 2020-01-01", True, id="planned and past"),
        pytest.param("audits", "title: T, lead: head, performed: 2026-11-24", False, id="performed today"),
        pytest.param("audits", "title: T, lead: head, status: cancelled", False, id="cancelled"),
        pytest.param("delegations", "title: T, from: head, to: clerk, end: 2026-11-24", True, id="its last day"),
        pytest.param("delegations", "title: T, from: head, to: clerk, end: 2026-11-23", False, id="the day after"),
        pytest.param("delegations", "title: T, from: head, to: clerk, start: 2027-01-01", True, id="one to come"),
        pytest.param("incidents", "title: T, aware: 2026-11-24T09:00, lead: ann", True, id="open"),
        pytest.param("incidents", "title: T, aware: 2026-11-24T09:00, status: closed", False, id="closed"),
    ],
)
def test_still_to_be_cared_for(kind: str, fields: str, cared_for: bool) -> None:
    made = register(**FILES | {kind: f"- {{id: it, {fields}}}"})
    assert has_to_be_cared_for(made.by_id["it"], DAY) is cared_for


def test_parts_in_a_record_are_in_the_order_of_its_fields_and_end_with_the_part() -> None:
    made = register(
        groups="- {id: g, title: G, chair: head, deputy_chair: clerk, members: [head, ann]}",
        staff="- {id: p, name: P, absences: [{from: 2026-11-01, until: 2026-11-23, cover: a},"
        " {from: 2026-11-01, until: 2026-11-24, cover: b}]}",
    )
    assert list(parts_in(made.by_id["g"], DAY)) == [
        ("head", "chairs"),
        ("clerk", "deputises in the chair of"),
        ("head", "is a member of"),
        ("ann", "is a member of"),
    ]
    assert list(parts_in(made.by_id["p"], DAY)) == [("b", "covers an absence of")]
