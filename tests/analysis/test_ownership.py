"""Who answers for a record, to which unit it belongs, and who has a part in it."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.ownership import Owners, has_to_be_cared_for, parts_in
from igreg.analysis.tenure import Tenure
from igreg.register.register import Register
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


def owners(made: Register) -> Owners:
    """Who answers for what in a register, on the day."""
    return Owners(Tenure(made, DAY))


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
    assert owners(made).of(made.by_id["it"]) == owner


@pytest.mark.parametrize(
    ("kind", "fields", "units"),
    [
        pytest.param("units", "name: N", ("it",), id="a unit itself"),
        pytest.param("assets", "name: N, owner: head, unit: south", ("south",), id="the one it names"),
        pytest.param("assets", "name: N, owner: head", ("north",), id="that of its owner"),
        pytest.param("assets", "name: N, owner: clerk", (), id="an owner without a unit"),
        pytest.param("audits", "title: T, lead: head, units: [south, north]", ("south", "north"), id="each it names"),
        pytest.param("courses", "title: T", (), id="no owner"),
    ],
)
def test_units(kind: str, fields: str, units: tuple[str, ...]) -> None:
    made = register(**FILES | {kind: f"{FILES.get(kind, '')}\n- {{id: it, {fields}}}"})
    assert owners(made).units(made.by_id["it"]) == units


TEAM = {
    "staff": "- {id: ann, name: A, unit: ward}\n- {id: bo, name: B, unit: hall}\n- {id: cy, name: C, unit: hall}",
    "units": "- {id: ward, name: W}\n- {id: hall, name: H}",
    "roles": "- {id: first, title: F, function: ig-lead}\n"
    "- {id: lead, title: L, function: ig-lead, holders: [{staff: ann, from: 2020-01-01}]}\n"
    "- {id: dpo, title: D, function: dpo, holders: [{staff: bo, from: 2020-01-01, until: 2026-11-24}]}\n"
    "- {id: trainer, title: T}",
    "courses": "- {id: planned, title: P}\n- {id: loose, title: L}",
    "training-plans": "- {id: w, title: W, audience: [ward], courses: [{course: planned}], owner: trainer}\n"
    "- {id: h, title: H, audience: [hall], courses: [{course: planned}], owner: dpo}\n"
    "- {id: n, title: N, audience: [all-staff], courses: [{course: loose}], approved_by: dpo}",
    "bodies": "- {id: ico, name: ICO}",
}


@pytest.mark.parametrize(
    ("kind", "fields", "day", "owner"),
    [
        pytest.param("bodies", "name: N", "2026-11-24", "lead", id="a body: the IG lead who is there"),
        pytest.param("guidance", "title: T, issuer: ico", "2026-11-24", "lead", id="guidance"),
        pytest.param(
            "incidents", "title: T, aware: 2026-11-24T09:00, lead: trainer", "2026-11-24", "trainer", id="lead"
        ),
        pytest.param("incidents", "title: T, aware: 2026-11-24T09:00", "2026-11-24", "dpo", id="an incident: the DPO"),
        pytest.param("incidents", "title: T, aware: 2026-11-24T09:00", "2026-11-25", "lead", id="no DPO any more"),
        pytest.param("incidents", "title: T, aware: 2026-11-24T09:00, lead: ico", "2026-11-24", "dpo", id="lent out"),
        pytest.param("flows", "title: T, from: all-staff, to: [lead]", "2026-11-24", "lead", id="all staff tell"),
        pytest.param("delegations", "title: T, from: dpo, to: trainer", "2026-12-24", "dpo", id="vacant and named"),
    ],
)
def test_who_answers_where_nobody_is_named(kind: str, fields: str, day: str, owner: str) -> None:
    made = register(**TEAM | {kind: f"{TEAM.get(kind, '')}\n- {{id: it, {fields}}}"})
    assert Owners(Tenure(made, dt.date.fromisoformat(day))).of(made.by_id["it"]) == owner


@pytest.mark.parametrize(
    ("roles", "owner"),
    [
        ("- {id: a, title: A, holders: [{staff: s, from: 2020-01-01}]}\n- {id: b, title: B, function: ig-lead}", "b"),
        (
            "- {id: a, title: A, holders: [{staff: s, from: 2020-01-01}]}\n"
            "- {id: b, title: B, areas: [governance], holders: [{staff: s, from: 2020-01-01}]}",
            "b",
        ),
        (
            "- {id: z, title: Z, holders: [{staff: s, from: 2020-01-01}]}\n"
            "- {id: a, title: A, holders: [{staff: s, from: 2020-01-01}]}\n- {id: b, title: B, areas: [governance]}",
            "a",
        ),
        ("- {id: a, title: A}\n- {id: b, title: B, holders: [{staff: s, from: 2020-01-01}]}", "b"),
        ("- {id: a, title: A}", None),
    ],
    ids=["the IG lead, though vacant", "leads on governance", "the top", "anybody", "nobody"],
)
def test_who_answers_for_the_organisation(roles: str, owner: str | None) -> None:
    made = register(organisation="name: N\ntype: other\ntop: a", roles=roles)
    assert owners(made).of_the_organisation == owner


def test_a_group_at_the_top_answers_through_its_chair() -> None:
    roles = "- {id: z, title: Z, holders: [{staff: s, from: 2020-01-01}]}\n- {id: a, title: A, holders: [{staff: s}]}"
    made = register(
        organisation="name: N\ntype: other\ntop: g", roles=roles, groups="- {id: g, title: G, co_chairs: [a]}"
    )
    assert owners(made).of_the_organisation == "a"


@pytest.mark.parametrize(
    ("course", "people", "owner"),
    [
        ("planned", {"ann"}, "trainer"),
        ("planned", {"bo"}, "dpo"),
        ("planned", {"x"}, "trainer"),
        ("loose", {"bo"}, "lead"),
    ],
)
def test_training_belongs_to_the_owner_of_the_plan(course: str, people: set[str], owner: str) -> None:
    made = register(**TEAM)
    assert owners(made).of_training(made.by_id[course], people) == owner  # type: ignore[arg-type]


def test_units_that_lead_each_other_answer_for_nothing() -> None:
    made = register(units="- {id: a, name: A, lead: b}\n- {id: b, name: B, lead: a}", roles="- {id: r, title: R}")
    assert owners(made).of(made.by_id["a"]) is None
    assert owners(made).units(made.by_id["a"]) == ("a",)


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ((), "head"),
        (("owner",), "head"),
        (("actions", 0, "due"), "clerk"),
        (("actions", 0), "clerk"),
        (("actions", 1, "due"), "head"),
        (("actions", 2), "head"),
        (("nowhere", 2), "head"),
    ],
)
def test_an_action_belongs_to_its_own_owner(path: tuple[str | int, ...], owner: str) -> None:
    made = register(
        **FILES | {"risks": "- {id: it, title: T, owner: head, actions: [{id: x, what: W, owner: clerk}, {what: V}]}"}
    )
    assert owners(made).of(made.by_id["it"], path) == owner


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


@pytest.mark.parametrize(
    ("fields", "owner", "other"),
    [
        pytest.param("owner: head, administrator: clerk", "head", "clerk", id="the administrator beside the owner"),
        pytest.param("owner: head, administrator: clerk", "clerk", "head", id="the owner beside the administrator"),
        pytest.param("owner: head, administrator: clerk", None, "head", id="the first who is there"),
        pytest.param(
            "owner: empty, administrator: clerk", None, "clerk", id="a post that nobody holds answers for nothing"
        ),
        pytest.param("owner: empty, administrator: head", "head", None, id="nobody else"),
        pytest.param("owner: head", "head", None, id="none named besides"),
    ],
)
def test_who_else_answers_where_the_owner_cannot(fields: str, owner: str | None, other: str | None) -> None:
    roles = "".join(
        f"- {{id: {id}, title: T, holders: [{{staff: ann, from: 2020-01-01}}]}}\n" for id in ("head", "clerk")
    )
    made = register(
        roles=f"{roles}- {{id: empty, title: E}}\n",
        staff="- {id: ann, name: Ann}",
        assets=f"- {{id: A, name: N, {fields}}}",
    )
    assert owners(made).besides(made.by_id["A"], owner) == other


UNITS = """
- {id: division, name: Division}
- {id: north, name: North, parent: division, end: 2026-11-21}
- {id: ward, name: Ward, parent: north}
- {id: south, name: South, parent: division, start: 2026-11-23}
- {id: one, name: One, parent: two}
- {id: two, name: Two, parent: one}
"""


@pytest.mark.parametrize(
    ("unit", "below"),
    [
        pytest.param("division", {"division", "north", "ward", "south"}, id="over, still to begin, and below what is over"),
        pytest.param("north", {"north", "ward"}, id="of one that is over"),
        pytest.param("ward", {"ward"}, id="alone"),
        pytest.param("one", {"one", "two"}, id="in a ring"),
    ],
)  # fmt: skip
def test_what_names_a_unit_belongs_there_on_any_day(unit: str, below: set[str]) -> None:
    assert Owners(Tenure(register(units=UNITS), dt.date(2026, 11, 22))).below(unit) == below
