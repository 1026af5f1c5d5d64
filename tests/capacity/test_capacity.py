"""The capacity plan: what counts as work and as hours, at the edges of days, and what may move to where."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from igreg.analysis.as_of import AsOf
from igreg.capacity.build import Ask, days_of, months_from, plan_of, series_of
from igreg.capacity.levelling import level
from igreg.capacity.plan import CapacityPlan, Cell
from igreg.errors import IgregError
from igreg.facts.figures import Figures
from igreg.model.span import Span
from tests.analysis.registers import register

TODAY = "2026-03-16"
"""A Monday."""
STAFF = "- {id: ann, name: Ann, hours_per_week: 37.5}\n- {id: ben, name: Ben, hours_per_week: 30}\n"
LEAD = "- {id: lead, title: Lead, function: ig-lead, hours_per_week: 10, holders: [{staff: ann, from: 2020-01-01}]}\n"


def asked(today: str = TODAY, figures: Figures | None = None, **files: str) -> AsOf:
    files = {"roles": LEAD, "staff": STAFF, **files}
    moment = dt.datetime.fromisoformat(f"{today}T23:59:59+00:00")
    found = AsOf(register("", **files), moment)
    return replace(found, figures=figures) if figures is not None else found


def cells(plan: CapacityPlan, owner: str | None = "lead") -> tuple[Cell, ...]:
    return next(line.cells for line in plan.lines if line.owner == owner)


def policy(id: str, review: str, more: str = "") -> str:
    return f"- {{id: {id}, title: {id}, owner: lead, status: in-force, {more}review: {{{review}}}}}\n"


@pytest.mark.parametrize(
    ("today", "count", "found"),
    [
        ("2026-03-16", 1, [("2026-03-16", "2026-03-31")]),
        ("2026-12-31", 2, [("2026-12-31", "2026-12-31"), ("2027-01-01", "2027-01-31")]),
        ("2028-02-01", 1, [("2028-02-01", "2028-02-29")]),
    ],
)
def test_months(today: str, count: int, found: list[tuple[str, str]]) -> None:
    months = months_from(dt.date.fromisoformat(today), count)
    assert [(str(month.first), str(month.last)) for month in months] == found


@pytest.mark.parametrize("count", [0, -1, 61, 10**9])
def test_months_that_are_no_plan(count: int) -> None:
    with pytest.raises(IgregError, match="not between 1 and 60"):
        months_from(dt.date(2026, 3, 16), count)


@pytest.mark.parametrize(
    ("review", "days"),
    [
        ("every: 3 months, last: 2026-01-31", ["2026-04-30", "2026-07-30", "2026-10-30"]),
        ("every: 6 months, last: 2025-03-01", ["2025-09-01", "2026-09-16"]),
        ("every: 6 months, last: 2025-09-16", ["2026-03-16", "2026-09-16"]),
        ("every: 12 months, last: 2026-01-01", []),
        ("every: 6 months, last: 2026-02-01, next: 2026-05-04", ["2026-05-04", "2026-11-04"]),
        ("every: 4 months, last: 2026-01-10, cycle: fixed, anchor: 2025-04-01", ["2026-04-01", "2026-08-01"]),
        ("next: 2026-11-30", ["2026-11-30"]),
        ("next: 2026-12-01", []),
    ],
)
def test_each_repetition_in_the_window(review: str, days: list[str]) -> None:
    as_of = asked(policies=policy("P", review))
    until = dt.date(2026, 11, 30)
    found = [day for one in series_of(as_of, until) for day in one.days if one.deadline.record.identity == "P"]
    assert list(map(str, found)) == days


def test_what_comes_every_hour_counts_once_a_day() -> None:
    flow = "- {id: F, from: lead, to: [lead], what: x, every: 1 hour}\n"
    as_of = asked(flows=flow)
    one = next(one for one in series_of(as_of, dt.date(2026, 3, 20)) if one.what == "flow")
    assert list(map(str, one.days)) == [f"2026-03-{day}" for day in (16, 17, 18, 19, 20)]
    assert days_of(as_of, one.deadline, dt.date(2026, 3, 15)) == ()


def test_nothing_comes_again_after_its_record_is_over() -> None:
    as_of = asked(flows="- {id: F, from: lead, to: [lead], what: x, every: 1 month, end: 2026-05-16}\n")
    one = next(one for one in series_of(as_of, dt.date(2026, 12, 31)) if one.what == "flow")
    assert list(map(str, one.days)) == ["2026-03-16", "2026-04-16", "2026-05-16"]


@pytest.mark.parametrize(
    ("more", "effort", "hours", "by"),
    [
        ("effort: 2 days, ", {"policies": 3.0}, 15, "record"),
        ("", {"policies": 3.0, "review": 1.0}, 3, "settings"),
        ("", {"policies": Span(1, "day")}, 7.5, "settings"),
        ("", {"review": 0.5}, 0.5, "settings"),
        ("", {"audits": 3.0}, 4, "default"),
    ],
)
def test_effort_is_the_records_else_the_settings_else_a_guess(
    more: str, effort: dict[str, float | Span], hours: float, by: str
) -> None:
    as_of = asked(figures=Figures(effort=effort), policies=policy("P", "next: 2026-04-01", more))
    plan = plan_of(as_of, Ask(months=2))
    assert [(work.hours, work.by) for work in plan.works if work.record == "P"] == [(hours, by)]


def test_a_meeting_takes_what_its_group_says_and_goes_on_after_the_last_planned_one() -> None:
    as_of = asked(
        groups="- {id: G, title: G, secretary: lead, chair: lead, members: [lead], effort: 3 hours, meets_every: 1 month}\n",
        meetings="- {id: M, group: G, date: 2026-04-20, status: planned}\n",
    )
    works = [work for work in plan_of(as_of, Ask(months=3)).works if work.what == "meeting"]
    assert [(str(work.day), work.hours, work.again) for work in works] == [
        ("2026-04-20", 3, False),
        ("2026-05-20", 3, True),
    ]


def test_an_action_does_not_take_what_its_record_takes() -> None:
    risk = (
        "- {id: R, title: r, owner: lead, effort: 5 days, actions: [{id: X, what: x, owner: lead, due: 2026-04-20}]}\n"
    )
    works = [one for one in plan_of(asked(risks=risk), Ask(months=3)).works if one.what == "action"]
    assert [(work.hours, work.by) for work in works] == [(4, "default")]


def role(holders: str, more: str = "hours_per_week: 10") -> str:
    return f"- {{id: lead, title: Lead, function: ig-lead, {more}, holders: [{holders}]}}\n"


@pytest.mark.parametrize(
    ("roles", "staff", "supply"),
    [
        # April 2026 has 20 working days in England: Good Friday and Easter Monday are the 3rd and the 6th.
        (role("{staff: ann, from: 2020-01-01}"), "", 40),
        (role("{staff: ann, from: 2020-01-01, hours_per_week: 5}"), "", 20),
        (role("{staff: ann, from: 2020-01-01, hours_per_week: 4}, {staff: ben, from: 2020-01-01}"), "", 40),
        (role("{staff: ann, from: 2020-01-01, as: deputy}"), "", 0),
        (role(""), "", 0),
        (role("{staff: ann, from: 2020-01-01, until: 2026-04-15}"), "", 18),
        (role("{staff: ann, from: 2026-04-16}"), "", 22),
        (role("{staff: ann, from: 2020-01-01}", "hours_per_week: 10, end: 2026-04-30"), "", 40),
        (role("{staff: ann, from: 2020-01-01}", "hours_per_week: 10, start: 2026-05-01"), "", 0),
        (role("{staff: ann, from: 2020-01-01}"), "left: 2026-04-01", 2),
        (role("{staff: ann, from: 2020-01-01}"), "absences: [{from: 2026-04-01, until: 2026-04-08}]", 32),
        (role("{staff: ann, from: 2020-01-01}"), "long_absence: true", 0),
        (role("{staff: ann, from: 2020-01-01}", "level: senior"), "", None),
    ],
)  # fmt: skip
def test_supply(roles: str, staff: str, supply: float | None) -> None:
    people = f"- {{id: ann, name: Ann, {staff}}}\n- {{id: ben, name: Ben}}\n" if staff else STAFF
    as_of = asked(roles=roles, staff=people, policies=policy("P", "next: 2026-04-20"))
    found = cells(plan_of(as_of, Ask(months=2)))[1].supply
    assert found == (pytest.approx(supply) if supply is not None else None)


def test_bank_holidays_are_those_of_the_nation() -> None:
    """Easter Monday is none in Scotland, and the Monday of St Andrew's Day none in England."""
    here = {"organisation": "{name: E, type: other, nation: scotland}\n"}
    as_of = asked(**here)
    assert cells(plan_of(as_of, Ask(months=2)))[1].supply == pytest.approx(42)
    assert plan_of(asked(), Ask(months=2)).listed_until is None
    assert plan_of(asked(), Ask(months=60)).listed_until is not None


def test_fixed_hours_count_on_the_days_of_the_post() -> None:
    more = "hours_per_week: 10, fixed_hours_per_week: 8, end: 2026-04-15"
    found = cells(plan_of(asked(roles=role("{staff: ann, from: 2020-01-01}", more)), Ask(months=3)))
    assert [cell.fixed for cell in found] == [pytest.approx(19.2), pytest.approx(14.4), 0]
    assert [cell.state for cell in found] == ["fits", "fits", "idle"]


def test_states_and_the_edge_of_over() -> None:
    assert Cell(40, 0, 0, 40).state == "fits"
    assert Cell(40.1, 0, 0, 40).state == "over"
    assert Cell(1, 0, 0, 0).state == "nobody"
    assert Cell(1, 0, 0, None).state == "unknown"
    assert Cell(0, 0, 0, 0).state == "idle"
    assert Cell(0.1 + 0.2, 0, 0, 0.3).state == "fits"
    assert (Cell(1, 0, 0, 0).load, Cell(20, 10, 0, 40).load) == (None, 75)


def test_what_is_overdue_is_work_of_this_month() -> None:
    plan = plan_of(asked(policies=policy("P", "next: 2025-01-01", "effort: 6 hours, ")), Ask(months=2))
    assert [(cell.due, cell.overdue) for cell in cells(plan)] == [(6, 6), (0, 0)]
    assert [(work.day, work.overdue) for work in plan.works] == [(dt.date(2026, 3, 16), True)]


def test_what_if() -> None:
    as_of = asked(policies=policy("P", "next: 2026-04-20"))
    assert cells(plan_of(as_of, Ask(months=2, without=("ann",))))[1].state == "nobody"
    assert cells(plan_of(as_of, Ask(months=2, extra={"lead": 5})))[1].supply == pytest.approx(60)
    both = Ask(months=2, without=("ann",), extra={"lead": 5})
    assert cells(plan_of(as_of, both))[1].supply == pytest.approx(20)


def test_a_person_whom_a_record_names_has_the_hours_that_their_roles_leave() -> None:
    action = "- {id: R, title: r, owner: lead, likelihood: 1, impact: 1, actions: [{id: X, what: x, owner: ben, due: 2026-04-20}]}\n"
    plan = plan_of(asked(risks=action), Ask(months=2))
    assert cells(plan, "ben")[1].supply == pytest.approx(120)
    assert [line.sort for line in plan.lines] == ["role", "person"]


def test_only_a_role_and_only_a_unit() -> None:
    units = "- {id: top, title: T}\n- {id: low, title: L, parent: top}\n- {id: other, title: O}\n"
    roles = "".join(
        f"- {{id: {id}, title: {id}, unit: {unit}, hours_per_week: 1, holders: [{{staff: ann, from: 2020-01-01}}]}}\n"
        for id, unit in (("a", "top"), ("b", "low"), ("c", "other"))
    )
    as_of = asked(units=units, roles=roles)
    assert [line.owner for line in plan_of(as_of, Ask(unit="top")).lines] == ["a", "b"]
    assert [line.owner for line in plan_of(as_of, Ask(owner="c")).lines] == ["c"]
    assert plan_of(as_of, Ask(owner="c", unit="top")).lines == ()


def test_reviews_move_to_the_months_with_time_and_no_later_than_their_interval() -> None:
    policies = "".join(policy(f"P{n}", "every: 12 months, last: 2025-06-15", "effort: 20 hours, ") for n in range(3))
    found = level(asked(policies=policies), Ask(months=5))
    most = [line.most for line in (found.before.lines[0], found.after.lines[0])]
    assert most[0] is not None and most[1] is not None
    assert most[1] < most[0]
    assert found.is_best
    assert all(move.day <= dt.date(2026, 6, 15) == move.latest for move in found.moves)
    assert {move.day.isoformat()[:7] for move in found.moves} <= {"2026-03", "2026-04", "2026-05"}
    assert all(move.day.weekday() < 5 for move in found.moves)
    assert level(asked(policies=policies), Ask(months=5)) == found


@pytest.mark.parametrize(
    ("review", "latest"),
    [
        ("every: 12 months, last: 2025-09-01, next: 2026-05-01", "2026-09-01"),
        ("every: 60 months, last: 2023-06-30, next: 2026-05-01", "2026-06-30"),
        ("next: 2026-05-01", "2026-05-01"),
        ("every: 12 months, last: 2025-01-01, cycle: fixed, anchor: 2025-06-15, next: 2026-05-01", "2025-06-15"),
    ],
)
def test_the_last_day_that_limits_allow(review: str, latest: str) -> None:
    """The own interval, and the 36 months that the facts give a policy; without either the day that is set."""
    policies = policy("P", review, "effort: 20 hours, ") + policy("Q", "next: 2026-05-02", "effort: 20 hours, ")
    found = level(asked(policies=policies), Ask(months=8))
    for move in found.moves:
        if move.record == "P":
            assert str(move.latest) == latest
        assert dt.date(2026, 3, 16) < move.day <= move.latest


def test_a_pack_that_the_organisation_is_assessed_against_limits_too() -> None:
    bare = "{name: E, type: other, nation: scotland}\n"
    organisation = bare.replace("}", ", frameworks: [caf-dspt-2025-26, no-such-pack]}")
    review = "every: 60 months, last: 2025-06-15, next: 2026-05-01"
    risks = "".join(f"- {{id: R{n}, title: r, owner: lead, review: {{{review}}}}}\n" for n in range(2))
    without = level(asked(risks=risks, organisation=bare), Ask(months=6))
    found = level(asked(risks=risks, organisation=organisation), Ask(months=6))
    assert {str(move.latest) for move in without.moves} == {"2030-06-15"}
    assert {str(move.latest) for move in found.moves} == {"2026-06-15"}


@pytest.mark.parametrize("review", ["next: 2026-03-16", "every: 12 months, last: 2025-01-01"])
def test_what_is_due_today_or_overdue_stays(review: str) -> None:
    found = level(asked(policies=policy("P", review, "effort: 90 hours, ")), Ask(months=6))
    assert found.moves == ()
    assert [(one.month.key, "review of P" in one.why) for one in found.not_placed] == [("2026-03", True)]


def test_only_reviews_move() -> None:
    incident = "- {id: I, title: i, aware: 2026-03-16T09:00, kind: incident, personal_data: true, lead: lead}\n"
    actions = "- {id: R, title: r, owner: lead, likelihood: 1, impact: 1, effort: 9 days, actions: [{id: X, what: x, owner: lead, due: 2026-04-20}]}\n"
    found = level(asked(incidents=incident, risks=actions, figures=Figures(effort={"action": 99.0})), Ask(months=4))
    assert found.moves == ()
    assert {one.month.key for one in found.not_placed} == {"2026-04"}
    assert "1 thing whose day is set" in found.not_placed[0].why


def test_nothing_at_all() -> None:
    nothing = {"roles": "", "staff": "", "organisation": "{name: E, type: other, nation: scotland}\n"}
    plan = plan_of(asked(**nothing), Ask())
    assert (plan.lines, plan.works, list(plan.short), plan.guessed) == ((), (), [], 0)
    assert level(asked(**nothing), Ask()).moves == ()
