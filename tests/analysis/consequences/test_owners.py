"""Records for which nobody answers any more (ruling H21)."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import Row, compare, texts, told
from tests.analysis.registers import register

HELD = "- {id: r, title: R, holders: [{staff: ann, from: 2020-01-01}]}\n"
STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n"
POLICY = "- {id: P, title: Care of records, owner: r}\n"


def state(roles: str = HELD, staff: str = STAFF, policies: str = POLICY, **files: str) -> Register:
    return register(roles=roles, staff=staff, policies=policies, **files)


def ownerless(before: Register, after: Register) -> list[Row]:
    return [row for row in told(before, after) if row[0] == "ownerless"]


@pytest.mark.parametrize(
    ("roles", "rows"),
    [
        pytest.param(HELD, [], id="held"),
        pytest.param(
            "- {id: r, title: R, holders: [{staff: ben, from: 2020-01-01}]}\n", [], id="held by somebody else"
        ),
        pytest.param("- {id: r, title: R}\n", [("2026-11-24", None)], id="vacant"),
        pytest.param("- {id: s, title: S}\n", [("2026-11-24", None)], id="not in the register"),
        pytest.param(HELD.replace("R,", "R, end: 2026-11-23,"), [("2026-11-24", None)], id="over since yesterday"),
        pytest.param(HELD.replace("R,", "R, end: 2026-11-24,"), [("2026-11-25", None)], id="over after today"),
        pytest.param(
            HELD.replace("R,", "R, start: 2026-11-25,"), [("2026-11-24", "2026-11-24")], id="there from tomorrow"
        ),
        pytest.param(HELD.replace("R,", "R, start: 2026-11-24,"), [], id="there from today"),
        pytest.param(HELD.replace("01}", "01, as: deputy}"), [("2026-11-24", None)], id="a deputy is no owner"),
        pytest.param(HELD.replace("01}", "01, as: acting}"), [], id="who acts is"),
        pytest.param(HELD.replace("01}", "01, until: 2026-11-24}"), [("2026-11-25", None)], id="today is the last day"),
    ],
)
def test_a_post(roles: str, rows: list[tuple[str, str | None]]) -> None:
    assert ownerless(state(), state(roles)) == [("ownerless", "P", "ann", "", *days) for days in rows]


@pytest.mark.parametrize(
    ("policy", "told_of"),
    [("status: draft", True), ("status: in-force", True), ("status: withdrawn", False)],
)
def test_a_policy_that_is_not_withdrawn(policy: str, told_of: bool) -> None:
    policies = POLICY.replace("r}", f"r, {policy}}}")
    found = ownerless(state(policies=policies), state("- {id: r, title: R}\n", policies=policies))
    assert bool(found) is told_of


@pytest.mark.parametrize(
    ("kind", "record", "told_of"),
    [
        ("risks", "{id: X, title: X, owner: r}", True),
        ("assets", "{id: X, title: X, owner: r}", True),
        ("incidents", "{id: X, title: X, lead: r}", True),
        ("incidents", "{id: X, title: X, lead: r, status: investigating}", True),
        ("incidents", "{id: X, title: X, lead: r, status: closed, closed: 2026-11-01}", False),
        ("incidents", "{id: X, title: X, lead: r, status: withdrawn}", False),
        ("audits", "{id: X, title: X, lead: r}", False),
    ],
)
def test_kinds(kind: str, record: str, told_of: bool) -> None:
    files = {kind: f"- {record}\n"}
    before, after = state(policies="", **files), state("- {id: r, title: R}\n", policies="", **files)
    assert ownerless(before, after) == ([("ownerless", "X", "ann", "", "2026-11-24", None)] if told_of else [])


@pytest.mark.parametrize(
    ("left", "rows"),
    [("2026-11-23", [("2026-11-24", None)]), ("2026-11-24", [("2026-11-25", None)])],
)
def test_a_person_who_has_left(left: str, rows: list[tuple[str, str | None]]) -> None:
    files = {"incidents": "- {id: X, title: X, lead: ann}\n"}
    before, after = state(**files), state(staff=STAFF.replace("Ann}", f"Ann, left: {left}}}"), **files)
    assert ownerless(before, after) == [("ownerless", "X", "ann", "", *days) for days in rows]


def test_another_owner() -> None:
    more = (
        HELD
        + "- {id: s, title: S, holders: [{staff: ben, from: 2020-01-01, until: 2026-12-31}]}\n- {id: t, title: T}\n"
    )
    before, held, vacant, none = (state(more, policies=POLICY.replace("r}", f"{id}}}")) for id in ("r", "s", "t", '""'))
    assert told(before, held) == [("ownerless", "P", "ann", "", "2027-01-01", None)]
    assert told(before, vacant) == [("ownerless", "P", "ann", "", "2026-11-24", None)]
    assert told(before, none) == [("ownerless", "P", "ann", "", "2026-11-24", None)]
    assert told(vacant, before) == []
    assert told(vacant, none) == []


def test_a_record_that_is_new_or_gone_has_lost_nothing() -> None:
    vacant = "- {id: r, title: R}\n"
    assert ownerless(state(policies=""), state(vacant)) == []
    assert ownerless(state(), state(vacant, policies="")) == []


def test_the_past_is_not_known() -> None:
    """Whether the policy asked for an owner then, the register does not say."""
    assert ownerless(state(), state("- {id: r, title: R, holders: [{staff: ann, from: 2026-11-24}]}\n")) == []


def test_who_is_called_otherwise() -> None:
    after = register(roles=HELD.replace("id: r", "id: q"), staff=STAFF, policies=POLICY.replace("owner: r", "owner: q"))
    assert compare(state(), after, renamed={"r": "q"}) == []


@pytest.mark.parametrize("broken", ["roles", "staff", "policies", "groups"])
def test_nothing_is_said_of_what_a_broken_file_could_hold(broken: str) -> None:
    vacant = state("- {id: r, title: R}\n")
    files = {"roles": "- {id: r, title: R}\n", "staff": STAFF, "policies": POLICY} | {broken: "- {id: x\n"}
    assert ownerless(state(), register(**files)) == []
    assert ownerless(state(), vacant) != []


def test_the_words() -> None:
    assert texts(state(), state("- {id: r, title: R}\n"))[1:] == [
        "as on 24 November 2026: nobody answers for the policy Care of records; it was Ann"
    ]
