"""Whom to ring inside (ruling E65)."""

from __future__ import annotations

import pytest

from igreg.breach.desk import Contact, Person
from tests.breach.desks import AWARE, desk

STAFF = """
- {id: a, name: Ann Archer, started: 2020-01-01, absences: [{from: 2026-11-20, until: 2026-11-30, cover: c}]}
- {id: b, name: Ben Muller, started: 2020-01-01}
- {id: c, name: Cat Noor, started: 2020-01-01}
- {id: d, name: Dan Ode, started: 2020-01-01, left: 2026-10-31}
- {id: e, name: Eve Pryce, started: 2020-01-01, absences: [{from: 2026-11-20, until: 2026-11-30}]}
"""


def dpo(holders: str, more: str = "", incident: str = AWARE, **files: str) -> Contact:
    """What the desk says of the DPO."""
    roles = f"- {{id: dpo, title: DPO, function: dpo, accountable_to: boss, holders: [{holders}]{more}}}\n- {{id: boss, title: Chief, holders: [{{staff: b, from: 2020-01-01}}]}}"
    found = desk(incident, roles=roles, staff=STAFF, **files)
    return next(one for one in found.ring if one.role == "DPO")


RUNG = [
    pytest.param("{staff: b, from: 2026-01-01}", [("Ben Muller", "")], (), id="the holder"),
    pytest.param("{staff: b, from: 2026-01-01, as: acting}", [("Ben Muller", "acting")], (), id="acting"),
    pytest.param("{staff: b, from: 2026-12-01}", [], (), id="not yet"),
    pytest.param("{staff: a, from: 2026-01-01}", [("Cat Noor", "stands in")], ("Ann Archer is away",), id="a cover"),
    pytest.param(
        "{staff: e, from: 2026-01-01}, {staff: b, from: 2026-01-01, as: deputy}",
        [("Ben Muller", "stands in")],
        ("Eve Pryce is away",),
        id="a deputy stands in",
    ),
    pytest.param(
        "{staff: b, from: 2026-01-01}, {staff: c, from: 2026-01-01, as: deputy}",
        [("Ben Muller", ""), ("Cat Noor", "deputy")],
        (),
        id="a deputy beside",
    ),
    pytest.param(
        "{staff: b, from: 2026-01-01}, {staff: e, from: 2026-01-01, as: deputy}, {staff: d, from: 2026-01-01, as: deputy}",
        [("Ben Muller", "")],
        (),
        id="deputies who are away or have left",
    ),
    pytest.param("{staff: d, from: 2026-01-01}", [], ("Dan Ode has left",), id="has left"),
    pytest.param(
        "{staff: a, from: 2026-01-01}, {staff: e, from: 2026-01-01}",
        [("Cat Noor", "stands in")],
        ("Ann Archer is away", "Eve Pryce is away"),
        id="two who share it, both away",
    ),
]


@pytest.mark.parametrize(("holders", "ring", "away"), RUNG)
def test_who_is_rung(holders: str, ring: list[tuple[str, str]], away: tuple[str, ...]) -> None:
    found = dpo(holders)
    assert found.ring == tuple(Person(*one) for one in ring)
    assert found.away == away
    assert found.above == (None if ring else "Chief: Ben Muller")


def test_the_four_stand_there_in_their_order_even_where_no_post_has_the_function() -> None:
    assert [one.function for one in desk(AWARE).ring] == [
        "information governance lead",
        "data protection officer",
        "senior information risk owner",
        "Caldicott Guardian",
    ]
    assert all(one.role == "" for one in desk(AWARE).ring)


def test_a_post_with_several_of_the_functions_is_rung_once() -> None:
    roles = """
- {id: cg, title: Guardian, functions: [caldicott-guardian, siro]}
- {id: both, title: Governance lead, function: dpo, functions: [ig-lead, dpo]}
- {id: dpo, title: DPO of the group, function: dpo}
"""
    assert [(one.function, one.role) for one in desk(AWARE, roles=roles).ring] == [
        ("information governance lead and data protection officer", "Governance lead"),
        ("data protection officer", "DPO of the group"),
        ("senior information risk owner and Caldicott Guardian", "Guardian"),
    ]


FLOWS = """
- {id: F1, title: Ring the desk, from: all-staff, to: [desk], trigger: incident, within: 1 hour, by: [telephone], out_of_hours: true}
- {id: F2, title: Wake the DPO, from: desk, to: [dpo], trigger: incident, within: 2 hours, by: [telephone, pager], out_of_hours: true}
- {id: F3, title: By post, from: all-staff, to: [dpo], trigger: incident}
"""
DESK = ", public_contact: 0300 000"


def test_the_flow_that_reaches_them_out_of_hours() -> None:
    holder = "{staff: b, from: 2026-01-01}"
    found = dpo(holder, DESK, flows=FLOWS, units="- {id: desk, name: Night desk}")
    assert found.contact == "0300 000"
    assert found.flow == "Wake the DPO (F2), from Night desk, by telephone or pager, within 2 hours"
    assert dpo(holder).flow is None
    assert dpo(holder, flows=FLOWS.replace("out_of_hours: true", "out_of_hours: false")).flow is None


def test_who_was_told_already() -> None:
    told = f"{AWARE}, notifications: [{{to: dpo, at: 2026-11-21T11:00}}, {{to: b, at: 2026-11-21T10:00}}]"
    found = dpo("{staff: b, from: 2026-01-01}", incident=told)
    assert found.told is not None and f"{found.told:%H:%M}" == "10:00"


@pytest.mark.parametrize(
    ("lead", "role"),
    [("dpo", None), ("boss", "Chief"), ("c", "Cat Noor"), ("nobody-known", "nobody-known"), ("", None)],
)
def test_whoever_leads_the_investigation_is_rung_too(lead: str, role: str | None) -> None:
    roles = (
        "- {id: dpo, title: DPO, function: dpo}\n- {id: boss, title: Chief, holders: [{staff: b, from: 2020-01-01}]}"
    )
    found = desk(f"{AWARE}, lead: {lead}", roles=roles, staff=STAFF)
    assert [one.role for one in found.ring if one.function == "leads the investigation"] == ([role] if role else [])


def test_whoever_it_goes_up_to_is_said_to_have_left_where_they_have() -> None:
    left = STAFF.replace(
        "name: Ben Muller, started: 2020-01-01", "name: Ben Muller, started: 2020-01-01, left: 2026-10-31"
    )
    roles = "- {id: dpo, title: DPO, function: dpo, accountable_to: boss, holders: [{staff: d, from: 2026-01-01}]}\n"
    roles += "- {id: boss, title: Chief, holders: [{staff: b, from: 2020-01-01}]}"
    found = next(one for one in desk(AWARE, roles=roles, staff=left).ring if one.role == "DPO")
    assert found.above == "Chief: Ben Muller (has left)"
