"""Groups that can no longer be quorate, or can again."""

from __future__ import annotations

import pytest

from igreg.register.register import Register
from tests.analysis.consequences.told import Row, mirrored, texts, told
from tests.analysis.registers import register

HOLDERS = {"chair": "ann", "siro": "ben", "dpo": "cat"}
STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n- {id: cat, name: Cat}\n- {id: dan, name: Dan}\n"
GROUP = "quorum: 3, members: [chair, siro, dpo]"
NOW = ("2026-11-24", None)


def state(group: str = GROUP, staff: str = STAFF, more: str = "", **holders: str | None) -> Register:
    roles = "".join(
        f"- {{id: {id}, title: {id.upper()}, holders: [{f'{{staff: {staff_id}, from: 2020-01-01}}' if staff_id else ''}]}}\n"
        for id, staff_id in (HOLDERS | holders).items()
    )
    text = f"- {{id: g, title: IG Group, chair: chair, {group}}}\n"
    return register(roles=roles + more, staff=staff, groups=text, bodies="- {id: icb, name: ICB}\n")


def quorum(before: Register, after: Register) -> list[Row]:
    return [row for row in told(before, after) if row[0] == "quorum"]


LOST = [("quorum", "g", 3, 2, *NOW)]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param(state(), state(), [], id="nothing"),
        pytest.param(state(), state(dpo=None), LOST, id="a post of three is vacant"),
        pytest.param(state(), state(dpo="ben"), LOST, id="one person holds two posts, and sits in one seat"),
        pytest.param(
            state("quorum: 2, members: [chair, siro, dpo]"),
            state("quorum: 2, members: [chair, siro, dpo]", dpo=None),
            [],
            id="fewer, and still enough",
        ),
        pytest.param(
            state(),
            state("quorum: 4, members: [chair, siro, dpo]"),
            [("quorum", "g", 3, 3, *NOW)],
            id="a higher quorum",
        ),
        pytest.param(state(), state("quorum: 3, members: [chair, siro]"), LOST, id="a seat fewer"),
        pytest.param(
            state(), state("quorum: 3, members: [chair, siro], attendees: [dpo]"), LOST, id="only in attendance"
        ),
        pytest.param(state(), state("quorum: 3, members: [chair, siro, icb]"), [], id="a body sends somebody"),
        pytest.param(
            state(),
            state("quorum: 3, members: [chair, siro], elected: [{seat: the members}]"),
            [],
            id="an elected seat counts",
        ),
        pytest.param(state(), state("members: [chair, siro, dpo]", dpo=None), [], id="no quorum"),
        pytest.param(state("quorum: 3"), state("quorum: 3", dpo=None), [], id="no members are listed"),
        pytest.param(
            state("quorum: 1, members: [chair, siro], quorum_all: [dpo]"),
            state("quorum: 1, members: [chair, siro], quorum_all: [dpo]", dpo=None),
            [("quorum", "g", 2, 2, *NOW)],
            id="one who must be there",
        ),
        pytest.param(
            state("members: [chair, siro], quorum_roles: [dpo, siro]"),
            state("members: [chair, siro], quorum_roles: [dpo, siro]", dpo=None),
            [],
            id="one of two who must be there is left",
        ),
        pytest.param(
            state("quorum: 3, members: [chair, siro, dan]"),
            state("quorum: 3, members: [chair, siro, dan]", STAFF.replace("Dan}", "Dan, left: 2026-11-23}")),
            LOST,
            id="a member who left yesterday",
        ),
        pytest.param(
            state("quorum: 3, members: [chair, siro, dan]"),
            state("quorum: 3, members: [chair, siro, dan]", STAFF.replace("Dan}", "Dan, left: 2026-11-24}")),
            [("quorum", "g", 3, 2, "2026-11-25", None)],
            id="a member who leaves today",
        ),
    ],
)
def test_who_could_come(before: Register, after: Register, rows: list[Row]) -> None:
    assert quorum(before, after) == rows
    assert sorted(quorum(after, before)) == mirrored(rows)


def test_a_deputy_could_come() -> None:
    vacant = "- {id: ra, title: RA, holders: [{staff: dan, from: 2020-01-01, as: deputy}]}\n"
    group = "quorum: 3, members: [chair, siro, ra]"
    assert quorum(state(group, more="- {id: ra, title: RA}\n"), state(group, more=vacant)) == [
        ("quorum", "g", 2, 3, *NOW)
    ]


def test_an_appointment_that_ends_later() -> None:
    ends = (
        state()
        .sources.texts["register/roles.yaml"]
        .replace("cat, from: 2020-01-01", "cat, from: 2020-01-01, until: 2026-12-31")
    )
    after = register(roles=ends, staff=STAFF, groups=state().sources.texts["register/groups.yaml"])
    assert quorum(state(), after) == [("quorum", "g", 3, 2, "2027-01-01", None)]


def test_a_group_that_ends_is_not_out_of_reach() -> None:
    assert quorum(state(), state("quorum: 3, members: [chair, siro, dpo], end: 2026-11-23", dpo=None)) == []
    assert quorum(state(), state("quorum: 3, members: [chair, siro, dpo], end: 2026-11-24", dpo=None)) == [
        ("quorum", "g", 3, 2, "2026-11-24", "2026-11-24")
    ]


@pytest.mark.parametrize("broken", ["groups", "roles", "staff"])
def test_nothing_is_said_of_what_a_broken_file_could_hold(broken: str) -> None:
    files = {name.split("/")[1].removesuffix(".yaml"): text for name, text in state(dpo=None).sources.texts.items()}
    assert quorum(state(), register(**files | {broken: "- {id: x\n"})) == []


def test_the_words() -> None:
    assert texts(state(), state(dpo=None))[-1:] == texts(state(), state(dpo=None))[1:]
    found = [text for text in texts(state(), state(dpo=None)) if "quorate" in text]
    assert found == [
        "as on 24 November 2026: IG Group can no longer be quorate: 2 people could come, and its quorum is 3; before, 3 people could come"
    ]
    found = [text for text in texts(state(dpo=None), state()) if "quorate" in text]
    assert found == [
        "as on 24 November 2026: IG Group can be quorate again: 3 people could come; before, 2 people could come"
    ]
    group = "members: [chair, siro], quorum_all: [dpo]"
    found = [text for text in texts(state(group), state(group, dpo=None)) if "quorate" in text]
    assert found == [
        "as on 24 November 2026: IG Group can no longer be quorate: nobody could come for DPO, which must be there; before, 2 people could come"
    ]
