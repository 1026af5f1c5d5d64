"""What a change of a register comes to, day by day."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.consequences import consequences
from igreg.register.register import Register
from tests.analysis.registers import register

TODAY = dt.date(2026, 11, 24)
STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n- {id: cat, name: Cat, left: 2026-12-31}\n"


def roles(holders: str, more: str = "areas: [risk]") -> Register:
    policy = "- {id: P, title: Policy, owner: r}\n- {id: Q, title: Old, owner: r, status: withdrawn}\n"
    text = f"- {{id: r, title: R, {more}, holders: [{holders}]}}\n"
    return register(roles=text, staff=STAFF, policies=policy)


Row = tuple[str, str, str, str, str, str | None]


def told(before: Register, after: Register) -> list[Row]:
    found = consequences(before, after, TODAY)
    return [
        (one.what, one.subject, " ".join(one.before), " ".join(one.after), str(one.on), str(one.until) if one.until else None)
        for one in found
    ]  # fmt: skip


ANN = "{staff: ann, from: 2020-01-01}"


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        pytest.param(ANN, [], id="nothing"),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-12-31}",
            [
                ("lead-lost", "risk", "ann", "", "2027-01-01", None),
                ("role-vacant", "r", "ann", "", "2027-01-01", None),
                ("ownerless", "P", "ann", "", "2027-01-01", None),
            ],
            id="from the day after the last",
        ),
        pytest.param(
            "{staff: ann, from: 2020-01-01, until: 2026-12-31}, {staff: ben, from: 2027-02-01}",
            [
                ("lead-lost", "risk", "ann", "", "2027-01-01", "2027-01-31"),
                ("role-vacant", "r", "ann", "", "2027-01-01", "2027-01-31"),
                ("ownerless", "P", "ann", "", "2027-01-01", "2027-01-31"),
                ("lead-changed", "risk", "ann", "ben", "2027-02-01", None),
            ],
            id="a gap, and who comes then",
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2026-01-01, as: deputy, until: 2026-11-24}}",
            [("deputy-gained", "risk", "", "ben", "2026-11-24", "2026-11-24")],
            id="a deputy for one day",
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2026-01-01, as: deputy, until: 2026-11-23}}", [], id="what is past is not told"
        ),
        pytest.param(
            f"{ANN}, {{staff: ben, from: 2027-01-01}}",
            [("lead-changed", "risk", "ann", "ann ben", "2027-01-01", None)],
            id="one more",
        ),
    ],
)
def test_days_of_holders(after: str, rows: list[Row]) -> None:
    assert told(roles(ANN), roles(after)) == rows


def test_a_role_that_leads_nothing() -> None:
    before = roles(ANN, "level: board")
    after = roles("{staff: ben, from: 2020-01-01}", "level: board")
    assert told(before, after) == [("role-changed", "r", "ann", "ben", "2026-11-24", None)]
    assert told(roles("", "level: board"), before) == [("role-filled", "r", "", "ann", "2026-11-24", None)]


def test_a_post_that_is_not_there_is_not_vacant() -> None:
    after = roles("{staff: ann, from: 2020-01-01, until: 2026-12-31}", "areas: [risk], end: 2026-12-31")
    assert [row[0] for row in told(roles(ANN), after)] == ["lead-lost", "ownerless"]


def test_another_owner() -> None:
    more = "- {id: s, title: S, holders: [{staff: cat, from: 2020-01-01}]}\n- {id: t, title: T}\n"
    files = {"roles": f"- {{id: r, title: R, holders: [{ANN}]}}\n{more}", "staff": STAFF}
    before = register(**files, policies="- {id: P, title: Policy, owner: r}\n")
    held = register(**files, policies="- {id: P, title: Policy, owner: s}\n")
    vacant = register(**files, policies="- {id: P, title: Policy, owner: t}\n")
    assert told(before, held) == []
    assert told(before, vacant) == [("ownerless", "P", "ann", "", "2026-11-24", None)]
    assert told(vacant, before) == []


def test_the_words() -> None:
    before, after = roles(ANN), roles("{staff: ann, from: 2020-01-01, until: 2026-12-31}")
    assert [one.text for one in consequences(before, after, TODAY)] == [
        "from 1 January 2027: nobody leads risk; it was Ann",
        "from 1 January 2027: nobody holds R; it was Ann",
        "from 1 January 2027: nobody answers for Policy; it was Ann",
    ]
    more = roles(f"{ANN}, {{staff: ben, from: 2020-01-01}}")
    assert [one.text for one in consequences(before, more, TODAY)] == ["from 24 November 2026: Ben leads risk too"]
    assert [one.text for one in consequences(more, before, TODAY)] == [
        "from 24 November 2026: Ben no longer leads risk"
    ]
