"""The year ahead: work against hours, and the money."""

from __future__ import annotations

from decimal import Decimal

from igreg.report.catalogue import reports
from igreg.report.paper import Table
from igreg.report.papers.capacity import values
from tests.report.asking import asked, markdown

TODAY = "2026-03-02"
REGISTER = """
# file: units.yaml
- {id: ward, name: Ward}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: roles.yaml
- {id: lead, title: Lead, function: ig-lead, hours_per_week: 2, fixed_hours_per_week: 0.5, holders: [{staff: ann, from: 2020-01-01}]}
- {id: unsaid, title: Unsaid, holders: [{staff: ann, from: 2020-01-01}]}
- {id: spare, title: Spare, unit: ward, hours_per_week: 5}
# file: policies.yaml
- {id: P-1, title: Heavy, owner: lead, in_force_from: 2020-01-01, effort: 40 hours, review: {next: 2026-05-04}}
- {id: P-2, title: Light, owner: unsaid, in_force_from: 2020-01-01, effort: 3 hours, review: {next: 2026-05-05}}
- {id: P-3, title: Nobody, owner: spare, in_force_from: 2020-01-01, effort: 4 hours, review: {next: 2026-06-05}}
- {id: P-4, title: Late, owner: lead, in_force_from: 2020-01-01, effort: 1 hour, review: {next: 2026-03-01}}
# file: budgets.yaml
- id: B-1
  title: Our money
  year: 2025-26
  owner: lead
  lines:
    - {what: Courses, planned: 100.10, committed: 0.20, spent: 100, area: governance}
    - {what: Locks, planned: 50, spent: 20.05, area: security}
  forecast: 160.5
  variance_reason: More courses.
- {id: B-2, title: Next year, year: 2026-27, owner: lead, lines: [{what: All, planned: 1}]}
"""


def test_work_against_hours_by_month_and_post() -> None:
    found = values(asked(REGISTER, TODAY))
    assert (found.months[0], found.months[-1], len(found.months)) == ("March 2026", "February 2027", 12)
    posts = {one.post: one.months for one in found.posts}
    assert list(posts) == ["Lead", "Unsaid", "Spare"]
    may = posts["Lead"][2]
    assert (may.demand, may.supply, may.state) == (41.9, 7.6, "over")
    assert may.load == 551.3 and may.said == "OVER 551%"
    assert (posts["Lead"][0].overdue, posts["Lead"][0].state) == (1, "fits")
    assert (posts["Unsaid"][2].supply, posts["Unsaid"][2].said) == (None, "3h, not weighed")
    assert (posts["Spare"][3].state, posts["Spare"][3].said) == ("nobody", "NOBODY 4h")
    assert found.not_weighed[2] == 3 and found.unknown == ("Unsaid",)


def test_the_totals_are_those_of_the_posts_that_are_weighed() -> None:
    found = values(asked(REGISTER, TODAY))
    weighed = [one.months for one in found.posts if one.months[2].supply is not None]
    for month, total in enumerate(found.totals):
        assert total.demand == round(sum(months[month].demand for months in weighed), 6)


def test_what_cannot_be_held() -> None:
    found = values(asked(REGISTER, TODAY))
    assert [one.split(":")[0] for one in found.short] == ["May 2026", "June 2026"]
    text = markdown("capacity", asked(REGISTER, TODAY))
    assert "**Months that cannot hold their work:** 2 (too much; 1 post not weighed)" in text
    assert "**Posts with too much in a month:** 2 (too much; 1 post not weighed)" in text
    assert "**Hours of work that are overdue:** 1 (overdue)" in text
    assert "Nobody wrote down how many hours there are for Unsaid: they are in no load." in text


def test_where_no_hours_are_written_down_nothing_is_said_to_fit() -> None:
    text = REGISTER.replace(", hours_per_week: 2, fixed_hours_per_week: 0.5", "")
    text = text.replace(", hours_per_week: 5", ", holders: [{staff: ann, from: 2020-01-01}]")
    found = values(asked(text, TODAY))
    assert found.headline == (
        "March 2026 to February 2027: 85.5 hours of work, all of it of roles whose hours nobody wrote down."
    )
    told = markdown("capacity", asked(text, TODAY))
    for line in (
        "**Months that cannot hold their work:** not known (3 posts not weighed)",
        "**Posts with too much in a month:** not known (3 posts not weighed)",
        "| Month | Not weighed |",
        "| May 2026 | 43 |",
    ):
        assert line in told
    assert "No month is known to have more work than hours." not in told
    assert " 0 hours of" not in told and "| March 2026 | 0 |" not in told


def test_a_year_of_many_hours_has_its_thousands_apart_and_of_many_posts_some_are_named() -> None:
    text = REGISTER + "".join(
        f"# file: policies/{n}.yaml\n- {{id: Q-{n}, title: Q, owner: r-{n}, in_force_from: 2020-01-01, effort: 100 hours, "
        f"review: {{next: 2026-05-05}}}}\n# file: roles/{n}.yaml\n- {{id: r-{n}, title: Post {n:02}, holders: [{{staff: ann, from: 2020-01-01}}]}}\n"
        for n in range(20)
    )
    found = values(asked(text, TODAY))
    assert "and 2,003 hours of work of roles whose hours nobody wrote down." in found.headline
    told = markdown("capacity", asked(text, TODAY))
    assert " and 9 more: they are in no load." in told


def test_a_post_without_work_in_half_a_year_is_not_in_its_table() -> None:
    paper = reports()["capacity"].paper(values(asked(REGISTER, TODAY)))
    tables = [one for part in paper.parts for one in part.blocks if isinstance(one, Table)]
    first, last = (one for one in tables if one.caption.startswith("Load from"))
    assert [row[0] for row in first.rows] == ["Lead", "Unsaid", "Spare"]
    assert [row[0] for row in last.rows] == ["Lead"]


def test_the_money_is_exact() -> None:
    found = values(asked(REGISTER, TODAY)).money.budgets
    assert [one.id for one in found] == ["B-1"]
    one = found[0]
    assert (one.planned, one.committed, one.spent, one.left) == (
        Decimal("150.10"),
        Decimal("0.2"),
        Decimal("120.05"),
        Decimal("29.85"),
    )
    assert (one.over, one.lines[0].left) == (1, Decimal("-0.10"))
    text = markdown("capacity", asked(REGISTER, TODAY))
    assert "| Courses | £100.10 | £0.20 | £100 | \\-£0.10 |" in text
    said = "It has not been approved. By the end of the year £160.50 will have gone. More has gone than was planned"
    assert f"{said} for 1 line. The reason given: More courses.\n" in text


def test_one_unit_alone_has_no_results_of_areas() -> None:
    found = values(asked(REGISTER, TODAY, unit="ward"))
    assert [one.post for one in found.posts] == ["Spare"] and found.results == ()


def test_work_that_nobody_answers_for() -> None:
    found = values(
        asked(
            "# file: policies.yaml\n- {id: P, title: P, in_force_from: 2020-01-01, review: {next: 2026-03-03}}", TODAY
        )
    )
    assert [one.post for one in found.posts] == ["Nobody answers for it"]


def test_nothing_to_weigh() -> None:
    unit = "# file: units.yaml\n- {id: ward, name: Ward}"
    text = markdown("capacity", asked(unit, TODAY, unit="ward"))
    assert "No post has any work in these months." in text
    assert "No month is known to have more work than hours." in text
    assert "No budget for this financial year is recorded." in text
