"""The index of policies."""

from __future__ import annotations

from igreg.report.papers.policies import values
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

REGISTER = """
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: roles.yaml
- {id: siro, title: SIRO, holders: [{staff: ann, from: 2020-01-01}]}
- {id: lead, title: Lead}
# file: policies.yaml
- {id: P-1, title: Risk policy, category: policy, areas: [risk, security], owner: siro, approver: lead, version: "2.0", in_force_from: 2025-01-01, review: {every: 24 months, last: 2025-01-02}, document: {path: docs/p1.md}}
- {id: P-2, title: Late policy, areas: [risk], owner: lead, in_force_from: 2020-01-01, review: {next: 2026-11-23}}
- {id: P-3, title: Today policy, areas: [risk], owner: lead, in_force_from: 2020-01-01, review: {next: 2026-11-24}}
- {id: P-4, title: Draft policy, areas: [risk], owner: lead, status: draft}
- {id: P-5, title: Coming policy, areas: [risk], owner: lead, in_force_from: 2026-11-25, review: {next: 2027-11-25}}
- {id: P-6, title: No day, owner: lead, in_force_from: 2020-01-01}
- {id: P-7, title: Gone, areas: [risk], owner: lead, status: withdrawn}
- {id: P-8, title: Old draft, areas: [risk], owner: lead, status: draft, review: {next: 2026-11-01}}
- {id: P-9, title: Coming and late, areas: [risk], owner: lead, in_force_from: 2026-11-25, review: {next: 2026-11-23}}
"""


def test_the_index_by_area() -> None:
    found = values(asked(REGISTER))
    assert (found.in_force, found.overdue, found.drafts, found.withdrawn) == (4, 1, 2, 1)
    areas = {one.area: one.policies for one in found.areas}
    assert [(p.id, p.review, p.state) for p in areas["Risk"]] == [
        ("P-1", day("2027-01-02"), "in force"),
        ("P-2", day("2026-11-23"), "in force, review overdue"),
        ("P-3", day("2026-11-24"), "in force"),
        ("P-4", None, "draft"),
        ("P-5", day("2027-11-25"), "in force from 25 November 2026"),
        ("P-8", None, "draft"),
        ("P-9", day("2026-11-23"), "in force from 25 November 2026"),
    ]
    assert [p.id for p in areas["Risk"] if p.overdue] == ["P-2"]
    assert [p.id for p in areas["Security"]] == ["P-1"]
    assert [(p.id, p.state) for p in areas["Not about one area"]] == [("P-6", "in force, no review day set")]
    first = areas["Security"][0]
    assert (first.version, first.owner, first.approver) == ("2.0", "SIRO (Ann Lee)", "Lead (vacant)")
    assert first.where == "docs/p1.md"


def test_on_paper() -> None:
    text = markdown("policies", asked(REGISTER))
    assert (
        "**In force:** 4 (1 withdrawn, left out here)" in text
        and "**Review overdue:** 1 (overdue; 1 with no review day set)" in text
    )
    assert "No policy is about this area." in text


def test_one_area_alone() -> None:
    found = values(asked(REGISTER, area="security"))
    assert [(one.area, len(one.policies)) for one in found.areas] == [("Security", 1)]
    assert (found.in_force, found.overdue, found.drafts, found.withdrawn) == (1, 0, 0, 0)


def test_no_policy() -> None:
    assert "**In force:** 0" in markdown("policies", asked(""))


def test_an_area_without_a_policy_says_so_and_nothing_else() -> None:
    text = markdown("policies", asked(REGISTER))
    assert "## Caldicott\n\nNo policy is about this area.\n" in text
    assert "0 papers" not in text


def test_one_that_its_review_withdrew_is_left_out_from_that_day_on() -> None:
    text = REGISTER.replace("review: {next: 2026-11-24}", "review: {last: LAST, outcome: withdrawn}")
    for last, counts in (("2026-11-24", (3, 2)), ("2026-11-25", (4, 1))):
        found = values(asked(text.replace("LAST", last)))
        assert (found.in_force, found.withdrawn) == counts
