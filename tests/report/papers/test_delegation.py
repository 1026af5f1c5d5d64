"""The scheme of delegation."""

from __future__ import annotations

from decimal import Decimal

from igreg.report.catalogue import reports
from igreg.report.matters.scheme import scheme_of
from igreg.report.paper import Table
from tests.analysis.registers import day
from tests.report.asking import asked, markdown

REGISTER = """
# file: units.yaml
- {id: ward, name: Ward}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: roles.yaml
- {id: siro, title: SIRO, function: siro, areas: [risk], holders: [{staff: ann, from: 2020-01-01}]}
- {id: buyer, title: Buyer, unit: ward, decides: [Buy paper]}
- {id: clerk, title: Clerk}
# file: groups.yaml
- {id: council, title: Council, elected: [{seat: Nurses, by: ward, term: 3 years, last_election: 2024-03-12}, {seat: Others}]}
# file: delegations.yaml
- {id: D-1, title: Purchases, from: siro, to: buyer, tasks: [Buy tools], areas: [security], limit: 25000, start: 2026-04-01, end: 2027-03-31, limits: Nothing for years}
- {id: D-2, title: Small purchases, from: buyer, to: clerk, tasks: [Buy tools], start: 2026-04-01}
- {id: D-3, title: Over, from: siro, to: clerk, tasks: [Watch], end: 2026-11-23}
- {id: D-4, title: All of it, from: siro, to: buyer, tasks: [Accept all risk], end: 2026-11-24}
- {id: D-5, title: Ahead, from: siro, to: clerk, tasks: [Wait], start: 2026-11-25}
# file: decisions.yaml
- {id: E-1, title: A lock, asked: 2026-04-01, by: buyer, decided: 2026-04-01, under: D-1, value: 25000, outcome: Bought}
- {id: E-2, title: Two locks, asked: 2026-05-01, by: buyer, decided: 2026-05-01, under: D-1, value: 25000.01}
- {id: E-3, title: Not hers, asked: 2026-05-02, by: clerk, decided: 2026-05-02, under: D-1}
- {id: E-4, title: Too early, asked: 2026-03-31, by: buyer, decided: 2026-03-31, under: D-1}
- {id: E-5, title: Which one, asked: 2026-06-01, by: clerk, decided: 2026-06-01, category: delegated}
- {id: E-6, title: Not yet, asked: 2026-06-01, by: buyer, under: D-1}
- {id: E-7, title: The seats, asked: 2026-06-01, by: council, decided: 2026-06-20, category: ballot, ballot: {entitled: 231, voted: 148}}
- {id: E-8, title: Last year, asked: 2026-02-01, by: council, decided: 2026-02-20, category: ballot, ballot: {entitled: 231}}
"""


def test_what_is_handed_down() -> None:
    found = {one.id: one for one in scheme_of(asked(REGISTER)).given}
    assert list(found) == ["D-1", "D-2", "D-3", "D-4"]
    one = found["D-1"]
    assert (one.giver, one.taker, one.limit, one.end) == (
        "SIRO (Ann Lee)",
        "Buyer (vacant)",
        Decimal(25000),
        day("2027-03-31"),
    )
    assert one.up_to == "£25,000; Nothing for years" and one.areas == ("Security",)
    assert found["D-2"].up_to == "£25,000 (by Purchases)"
    assert {id: one.amiss for id, one in found.items()} == {
        "D-1": (),
        "D-2": ("twice",),
        "D-3": ("ended",),
        "D-4": ("kept",),
    }


def test_what_was_decided_under_it() -> None:
    found = scheme_of(asked(REGISTER))
    assert [(one.id, one.beyond) for one in found.decisions] == [
        ("E-1", ""),
        ("E-2", "over the limit of £25,000"),
        ("E-3", "the delegation is to Buyer"),
    ]
    assert found.unnamed == ("Which one",)
    before = scheme_of(asked(REGISTER, period="2026-01-01..2026-03-31"))
    assert [(one.id, one.beyond) for one in before.decisions] == [("E-4", "the delegation was not in force that day")]


def test_posts_and_what_they_keep() -> None:
    found = scheme_of(asked(REGISTER))
    assert [(one.title, one.holders, one.decides, one.leads) for one in found.posts] == [
        ("SIRO", ("Ann Lee",), (), ("Risk",)),
        ("Buyer", (), ("Buy paper",), ()),
    ]
    assert found.keepers == ("SIRO",) and "accept all risk" in [one.casefold() for one in found.kept]


def test_elections_and_ballots() -> None:
    found = scheme_of(asked(REGISTER))
    assert [(one.seat, one.by, one.ends) for one in found.seats] == [
        ("Nurses", "Ward", day("2027-03-12")),
        ("Others", "", None),
    ]
    assert [(one.title, one.entitled, one.voted, one.turnout) for one in found.votes] == [("The seats", 231, 148, 64.1)]
    earlier = scheme_of(asked(REGISTER, period="2026-01-01..2026-03-31")).votes
    assert [(one.title, one.turnout) for one in earlier] == [("Last year", None)]


def test_on_paper() -> None:
    text = markdown("delegation", asked(REGISTER))
    assert "**Delegations in force:** 3" in text and "**To be looked at:** 3 (to be looked at)" in text
    assert "**Decided under them:** 3 (2 beyond what was given)" in text
    assert "## The chart" in text
    assert "Over: has ended." in text and "All of it: may not be handed down." in text
    assert "1 decision called delegated, with no delegation named: Which one." in text
    assert (
        "| Two locks | E\\-2 | Buyer | 1 May 2026 | Purchases | £25,000.01 |  | no: over the limit of £25,000 |" in text
    )


def test_days_are_days_where_a_workbook_is_sorted_by_them() -> None:
    wanted = reports()["delegation"]
    paper = wanted.paper(wanted.values(asked(REGISTER)))
    found = next(
        one for part in paper.parts for one in part.blocks if isinstance(one, Table) and one.caption.startswith("From")
    )
    until = [column.title for column in found.columns].index("Until")
    assert [row[until] for row in found.rows][:2] == [day("2027-03-31"), "no end set"]


def test_one_area_or_unit_alone() -> None:
    assert [one.id for one in scheme_of(asked(REGISTER, area="security")).given] == ["D-1"]
    assert [one.title for one in scheme_of(asked(REGISTER, unit="ward")).posts] == ["Buyer"]


def test_nothing_is_handed_down() -> None:
    text = markdown("delegation", asked(""))
    for said in ("Nothing is handed down.", "No post is recorded", "No decision under a delegation is recorded"):
        assert said in text
    assert "none of the posts that must keep" in text and "Elections" not in text and "The chart" not in text
    seats = "# file: groups.yaml\n- {id: g, title: Council, elected: [{seat: Nurses}]}\n"
    assert "The chart" in markdown("delegation", asked(seats))
