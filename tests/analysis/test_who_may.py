"""Who may decide, up to which sum and on whose authority; who may not, and why; and what is nearest to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from igreg.analysis.who_may import WhoMay, who_may
from tests.analysis.registers import day, register

ROLES = """
- {id: chief, title: Chief, decides: [" Open a site "], holders: [{staff: ann, from: 2020-01-01}]}
- {id: lead, title: Lead, areas: [access], accountable_to: chief, end: 2026-12-31, holders: [{staff: ben, from: 2020-01-01}]}
- {id: clerk, title: Clerk, accountable_to: lead, holders: [{staff: cat, from: 2020-01-01}]}
- {id: bare, title: Bare, holders: [{staff: cat, from: 2020-01-01, until: 2026-10-31}]}
- {id: gone, title: Gone, decides: [Open a site], end: 2026-10-31}
- {id: was, title: Was, end: 2026-11-21}
"""
STAFF = """
- {id: ann, name: Ann A, absences: [{from: 2026-11-01, until: 2026-11-30, cover: ben}]}
- {id: ben, name: Ben B}
- {id: cat, name: Cat C}
- {id: dan, name: Dan D, left: 2026-11-21}
"""
BUY = "tasks: [Buy tools]"


def asked(
    delegations: str = "", task: str = "buy tools", value: int | None = None, currency: str | None = None
) -> WhoMay:
    made = register(
        organisation="{name: E, type: other, areas: [{id: access, title: Access}]}",
        roles=ROLES,
        staff=STAFF,
        groups="- {id: board, name: Board, members: [chief, clerk]}\n- {id: empty, name: Empty, members: [bare]}",
        units="- {id: desk, name: Desk}",
        delegations=delegations,
    )
    return who_may(made, task, None if value is None else Decimal(value), day("2026-11-22"), currency)


def rows(found: WhoMay) -> tuple[list[Any], list[Any]]:
    may = [(one.party, one.sort, " ".join(one.people), one.by, one.limit) for one in found.may]
    return may, [(one.party, one.why) for one in found.may_not]


def test_by_their_own_post_whatever_the_case() -> None:
    found = asked(task=" OPEN a site")
    assert rows(found) == ([("chief", "role", "ben", "decides", None)], [])
    assert (found.may[0].away, found.may[0].chain, found.task, found.near) == (
        ("ann",),
        ("chief",),
        "OPEN a site",
        None,
    )


def test_as_the_lead_of_an_area_with_the_line_above() -> None:
    (may,) = asked(task="Access").may
    assert (may.party, may.by, may.people, may.chain) == ("lead", "lead", ("ben",), ("lead", "chief"))
    assert (may.until, may.away, may.delegation) == (day("2026-12-31"), (), None)


@pytest.mark.parametrize(
    ("given", "may"),
    [
        pytest.param("to: clerk, tasks: [buy TOOLS]", ("clerk", "role", "cat", "delegation", None), id="a role"),
        pytest.param(f"to: ben, {BUY}", ("ben", "person", "ben", "delegation", None), id="a person"),
        pytest.param(f"to: ann, {BUY}", ("ann", "person", "ben", "delegation", None), id="who is away"),
        pytest.param(f"to: board, {BUY}", ("board", "group", "ann cat", "delegation", None), id="a group"),
        pytest.param(f"to: clerk, {BUY}, limit: 50", ("clerk", "role", "cat", "delegation", Decimal(50)), id="a sum"),
        pytest.param(f"to: clerk, {BUY}, start: 2026-11-22, end: 2026-11-22", ("clerk", "role", "cat", "delegation", None), id="today alone"),
    ],
)  # fmt: skip
def test_whoever_it_was_given_to(given: str, may: tuple[Any, ...]) -> None:
    assert rows(asked(f"- {{id: D1, from: chief, {given}}}")) == ([may], [])


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param("from: chief, to: bare", "vacant since 1 November 2026", id="nobody holds the post"),
        pytest.param("from: chief, to: was", "Was ended on 21 November 2026", id="the post has ended"),
        pytest.param("from: chief, to: dan", "Dan D left on 21 November 2026", id="they have left"),
        pytest.param("from: chief, to: empty", "nobody sits in it", id="a group of nobody"),
        pytest.param("from: chief, to: desk", "nobody holds a role in it", id="a unit of nobody"),
        pytest.param("from: chief, to: board-2", "D1 gives it to an id that no role, person, group or unit has", id="no such id"),
        pytest.param("from: chief, to: clerk, end: 2026-11-21", "D1 ended on 21 November 2026", id="it has ended"),
        pytest.param("from: chief, to: clerk, start: 2026-11-23", "D1 begins on 23 November 2026", id="it is yet to begin"),
        pytest.param("from: ann, to: clerk", "D1 comes from ann, which is no role", id="no role gave it"),
        pytest.param("to: clerk", "D1 comes from nobody, which is no role", id="nobody gave it"),
        pytest.param("from: was, to: clerk", "D1 comes from Was: that post ended on 21 November 2026", id="a post that has ended gave it"),
    ],
)  # fmt: skip
def test_why_somebody_may_not(given: str, why: str) -> None:
    may, may_not = rows(asked(f"- {{id: D1, {given}, {BUY}}}"))
    assert (may, [text for _, text in may_not]) == ([], [why])


LIMITED = f"- {{id: D1, from: chief, to: clerk, {BUY}, limit: 5000, currency: EUR}}"


@pytest.mark.parametrize(
    ("value", "currency", "why"),
    [
        (None, None, None),
        (5000, None, None),
        (5001, None, "only up to EUR 5,000"),
        (5000, "eur", None),
        (5001, "EUR", "only up to EUR 5,000"),
        (1, "GBP", "the limit is EUR 5,000, in another currency"),
        (None, "GBP", None),
    ],
)
def test_up_to_their_limit(value: int | None, currency: str | None, why: str | None) -> None:
    may, may_not = rows(asked(LIMITED, value=value, currency=currency))
    assert (len(may), [text for _, text in may_not]) == ((1, []) if why is None else (0, [why]))


def test_nobody_is_given_more_than_whoever_gives_has() -> None:
    given = f"- {{id: D1, from: chief, to: lead, {BUY}, limit: 100}}\n- {{id: D2, from: lead, to: clerk, {BUY}, limit: 900}}"
    found = asked(given)
    assert [(one.party, one.limit, one.chain) for one in found.may] == [
        ("lead", 100, ("lead", "chief")),
        ("clerk", 100, ("clerk", "lead", "chief")),
    ]


def test_a_ring_of_delegations_ends() -> None:
    given = f"- {{id: D1, from: clerk, to: lead, {BUY}}}\n- {{id: D2, from: lead, to: clerk, {BUY}}}"
    assert [one.chain for one in asked(given).may] == [("lead", "clerk"), ("clerk", "lead", "chief")]


def test_what_is_about_something_else_is_passed_over() -> None:
    given = f"- {{id: D1, from: chief, to: clerk, tasks: [Sell tools]}}\n- {{id: D2, from: chief, {BUY}}}"
    assert rows(asked(given)) == ([], [])


@pytest.mark.parametrize(
    ("task", "near"),
    [
        ("Open a sit", "Open a site"), (" buy tool ", "Buy tools"), ("acess", "access"), ("Buy tools", None),
        ("something else altogether", None),
    ],
)  # fmt: skip
def test_what_is_nearest_where_nobody_is_named(task: str, near: str | None) -> None:
    found = asked(f"- {{id: D1, from: chief, to: clerk, {BUY}}}", task=task)
    assert (found.near and found.near.strip()) == near


def test_not_under_a_delegation_that_its_review_withdrew() -> None:
    text = f"- {{id: d, title: Tools, from: chief, to: clerk, {BUY}, review: {{last: 2026-11-22, outcome: withdrawn}}}}"
    assert rows(asked(text)) == ([], [("clerk", "Tools (d) was withdrawn when it was reviewed")])
