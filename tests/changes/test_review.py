"""Records were reviewed: what is written, what goes, what is told, what is refused."""

from __future__ import annotations

import pytest

from igreg.changes.review import review
from igreg.errors import IgregError
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines

ON = day("2026-11-24")
ROLES = "- {id: lead, title: Lead}"
NO_MORE = "{} has no `every`: without it no further review comes up"


@pytest.mark.parametrize(
    ("before", "after", "remarks"),
    [
        pytest.param("{every: 1 year}", "{every: 1 year, LAST}", [], id="the first"),
        pytest.param("{every: 1 year, last: 2026-11-24}", "{every: 1 year, LAST}", [], id="again on the same day"),
        pytest.param(
            "{every: 1 year, next: 2026-11-24}", "{every: 1 year, LAST}", [], id="`next` is that day: it goes"
        ),
        pytest.param(
            "{every: 1 year, next: 2026-11-25}",
            "{every: 1 year, next: 2026-11-25, LAST}",
            ["P stays due on 2026-11-25, as its `next` says"],
            id="`next` is the day after: it stays",
        ),
        pytest.param("{last: 2026-01-01}", "{LAST}", [NO_MORE.format("P")], id="no further review"),
        pytest.param("{next: 2026-01-01}", "{LAST}", [NO_MORE.format("P")], id="nor after a `next`"),
        pytest.param(None, "{LAST}", [NO_MORE.format("P")], id="none before"),
    ],
)
def test_what_is_written(before: str | None, after: str, remarks: list[str]) -> None:
    had = f", review: {before}" if before else ""
    found = register(roles=ROLES, policies=f"- {{id: P, title: T{had}}}")
    plan = review(found, ["P"], "unchanged", "lead", ON, None)
    last = "last: 2026-11-24, by: lead, outcome: unchanged"
    assert new_lines(plan, found) == {"policies": [f"- {{id: P, title: T, review: {after.replace('LAST', last)}}}"]}
    assert plan.remarks == remarks


def test_what_is_withdrawn_needs_no_further_review() -> None:
    found = register(roles=ROLES, policies="- {id: P, title: T}")
    said = "P counts no more, though its `status` is `in-force` still: write `withdrawn` there"
    assert review(found, ["P"], "withdrawn", "lead", ON, None).remarks == [said]
    gone = register(roles=ROLES, policies="- {id: P, title: T, status: withdrawn}")
    assert review(gone, ["P"], "withdrawn", "lead", ON, None).remarks == []
    asset = register(roles=ROLES, assets="- {id: P, title: T}")
    assert review(asset, ["P"], "withdrawn", "lead", ON, None).remarks == []


@pytest.mark.parametrize(
    ("ids", "named"),
    [
        (["P1"], "P1"),
        (["P2", "P1", "P2"], "P2, P1"),
        ([f"P{n}" for n in range(1, 7)], "P1, P2, P3, P4, P5, P6"),
        ([f"P{n}" for n in range(1, 8)], "P1 and 6 more"),
    ],
)
def test_the_message_names_them_or_says_how_many(ids: list[str], named: str) -> None:
    found = register(roles=ROLES, policies="\n".join(f"- {{id: P{n}, title: T}}" for n in range(1, 8)))
    assert review(found, ids, "changed", "lead", ON, None).message == f"Review {named}: changed, by lead on 2026-11-24"


def test_a_note_is_added_only_where_there_is_one() -> None:
    found = register(roles=ROLES, policies="- {id: P, title: T, notes: One.}")
    assert "notes: One. Two." in new_lines(review(found, ["P"], "changed", "lead", ON, "Two."), found)["policies"][0]
    assert "notes: One.," in new_lines(review(found, ["P"], "changed", "lead", ON, None), found)["policies"][0]


@pytest.mark.parametrize(
    ("id", "by", "said"),
    [
        ("P", "lead", "P was reviewed on 2026-11-25, after 2026-11-24"),
        ("X", "lead", "X is of a kind that has no review"),
        ("a", "lead", "a is of a kind that has no review"),
        ("P", "board", "'board' is none of the roles or staff"),
        ("Q", "lead", "no record has the id 'Q'"),
    ],
)
def test_what_is_refused(id: str, by: str, said: str) -> None:
    found = register(
        roles=ROLES,
        staff="- {id: a, name: A}",
        groups="- {id: board, title: B}",
        policies="- {id: P, title: T, review: {last: 2026-11-25}}",
        risks="- {id: R, title: T, actions: [{id: X, what: W}]}",
    )
    with pytest.raises(IgregError) as told:
        review(found, [id], "changed", by, ON, None)
    assert told.value.sentence == said


def test_a_person_may_have_reviewed_it() -> None:
    found = register(staff="- {id: a, name: A}", policies="- {id: P, title: T}")
    assert "by: a" in new_lines(review(found, ["P"], "changed", "a", ON, None), found)["policies"][0]
