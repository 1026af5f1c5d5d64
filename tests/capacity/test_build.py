"""On which days something falls due while its record is there, and whose lines a plan has."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.capacity.build import Ask, plan_of, series_of
from tests.capacity.test_capacity import asked, policy

UNITS = "- {id: top, title: T}\n- {id: low, title: L, parent: top}\n- {id: other, title: O}\n"
PEOPLE = "- {id: ann, name: Ann, unit: low}\n- {id: ben, name: Ben, unit: other}\n- {id: cy, name: Cy}\n"
ACTIONS = "".join(f"{{id: X-{one}, what: x, owner: {one}, due: 2026-04-20}}, " for one in ("ann", "ben", "cy"))
RISK = f"- {{id: R, title: r, owner: lead, actions: [{ACTIONS}]}}\n"


@pytest.mark.parametrize(
    ("end", "days"),
    [
        ("2026-03-15", []),
        ("2026-03-16", ["03-16"]),
        ("2026-04-15", ["03-16"]),
        ("2026-04-16", ["03-16", "04-16"]),
        ("2026-05-15", ["03-16", "04-16"]),
        ("2026-05-16", ["03-16", "04-16", "05-16"]),
    ],
)
def test_what_is_repeated_ends_with_its_record(end: str, days: list[str]) -> None:
    as_of = asked(flows=f"- {{id: F, from: lead, to: [lead], what: x, every: 1 month, end: {end}}}\n")
    found = [day for one in series_of(as_of, dt.date(2026, 12, 31)) if one.what == "flow" for day in one.days]
    assert [f"{day:%m-%d}" for day in found] == days


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("2026-03-31", []),
        ("2026-04-01", ["04-01"]),
        ("2026-06-30", ["04-01"]),
        ("2026-07-01", ["04-01", "07-01"]),
    ],
)
def test_what_is_repeated_goes_on_to_the_last_day_that_is_asked_for(until: str, days: list[str]) -> None:
    as_of = asked(policies=policy("P", "every: 3 months, last: 2026-01-01"))
    series = series_of(as_of, dt.date.fromisoformat(until))
    found = [day for one in series if one.deadline.record.identity == "P" for day in one.days]
    assert [f"{day:%m-%d}" for day in found] == days


@pytest.mark.parametrize(
    ("ask", "lines"),
    [
        (Ask(), [("lead", "role"), ("ann", "person"), ("ben", "person"), ("cy", "person")]),
        (Ask(owner="lead"), [("lead", "role")]),
        (Ask(owner="ben"), [("ben", "person")]),
        (Ask(owner="nobody-known"), []),
        (Ask(unit="top"), [("ann", "person")]),
        (Ask(unit="low"), [("ann", "person")]),
        (Ask(unit="other"), [("ben", "person")]),
        (Ask(owner="ben", unit="top"), []),
        (Ask(owner="ann", unit="top"), [("ann", "person")]),
    ],
)
def test_people_are_asked_for_as_roles_are(ask: Ask, lines: list[tuple[str, str]]) -> None:
    plan = plan_of(asked(units=UNITS, staff=PEOPLE, risks=RISK), ask)
    assert [(line.owner, line.sort) for line in plan.lines] == lines
    assert {one.owner for one in plan.works} <= {owner for owner, _ in lines}


@pytest.mark.parametrize(("ask", "there"), [(Ask(), True), (Ask(owner="lead"), False), (Ask(unit="top"), False)])
def test_what_nobody_answers_for_has_a_line_where_all_are_asked_for(ask: Ask, there: bool) -> None:
    review = "- {id: P, title: p, status: in-force, review: {next: 2026-04-20}}\n"
    as_of = asked(units=UNITS, roles="", policies=review)
    assert any(line.sort == "nobody" for line in plan_of(as_of, ask).lines) == there
