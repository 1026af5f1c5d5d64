"""The training lead's report: shares, whom to book, the months ahead, and what roles ask."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.report.papers.training import values
from tests.analysis.registers import day, register
from tests.report.quarter import asked, figures, paper_of, plot, sentences, table

TEXT = """
# file: staff.yaml
- {id: ann, name: Ann Lee, unit: north}
- {id: ben, name: Ben Roe, unit: north}
- {id: cat, name: Cat Moe, unit: south}
- {id: dan, name: Dan Poe, started: 2026-11-20}
- {id: eve, name: Eve Fox, left: 2026-11-28}
# file: units.yaml
- {id: all, name: Everything}
- {id: north, name: North, parent: all}
- {id: south, name: South, parent: all}
# file: roles.yaml
- {id: siro, title: SIRO, requires: {courses: [lead, ig]}, holders: [{staff: ann, from: 2020-01-01}]}
- {id: dpo, title: DPO, requires: {courses: [lead]}}
# file: courses.yaml
- {id: ig, title: IG for all, areas: [governance], target: 60, valid_for: 12 months}
- {id: lead, title: For leads, areas: [risk], valid_for: 24 months}
# file: training-plans.yaml
- {id: p, title: All of us, audience: [all-staff], courses: [{course: ig, within: 1 month}]}
# file: training-records.yaml
- {staff: eve, course: ig, completed: 2020-01-01}
- {staff: ann, course: ig, completed: 2025-12-10}
- {staff: ben, course: ig, completed: 2026-07-05}
- {staff: cat, course: ig, completed: 2025-11-01}
"""


def test_whom_to_book() -> None:
    paper = paper_of("training", asked(register(TEXT)))
    assert table(paper, "Whose training").rows == (
        ("Ann Lee", "North", "For leads", "Never trained in it, asked by their role", None),
        ("Cat Moe", "South", "IG for all", "Lapsed", day("2026-11-01")),
        ("Ann Lee", "North", "IG for all", "Lapses", day("2026-12-10")),
        ("Dan Poe", "no unit", "IG for all", "New, first training", day("2026-12-20")),
    )
    assert "IG for all: 3 places; For leads: 1 place." in sentences(paper)


@pytest.mark.parametrize(("ends", "is_there"), [("2026-12-29", True), ("2026-12-30", False)])
def test_a_month_is_looked_ahead(ends: str, is_there: bool) -> None:
    text = f"{TEXT}- {{staff: cat, course: ig, completed: 2026-01-01, expires: {ends}}}\n"
    found = values(asked(register(text)))
    assert ("Cat Moe" in [one.person for one in found.bookings]) is is_there


def test_shares_course_by_course() -> None:
    paper = paper_of("training", asked(register(TEXT)))
    # of three who count, two are trained, and a starter has a month; in June there was one more, who was not
    assert table(paper, "Trained, course by course").rows == (
        ("IG for all", "All of us", 3, 60.0, 50.0, 66.6, dt.date(2026, 12, 11)),
    )
    assert figures(paper) == {"IG for all": "66.6%"}
    ahead = plot(paper, "Training in the months ahead")
    assert (ahead.labels[0], ahead.labels[-1]) == ("Nov 2026", "Nov 2027")
    assert ahead.series[0].values == (66.6, *[33.3] * 7, *[0.0] * 5)
    assert ahead.target == 60.0 and ahead.series[0].forecast == 1


def test_units_and_roles() -> None:
    paper = paper_of("training", asked(register(TEXT)))
    assert [row[:2] + row[2:3] + row[4:] for row in table(paper, "Trained, unit by unit").rows] == [
        ("South", "IG for all", 1, 0.0, "under it now"),
        ("North", "IG for all", 2, 100.0, dt.date(2026, 12, 11)),
    ]
    assert table(paper, "Courses that roles ask for").rows == (
        ("SIRO", "For leads", 1, 0, "Ann Lee"),
        ("SIRO", "IG for all", 1, 1, ""),
        ("DPO", "For leads", 0, 0, "the role is vacant"),
    )


def test_one_unit_with_those_below_it() -> None:
    made = register(TEXT)
    assert [one.person for one in values(asked(made, unit="south")).bookings] == ["Cat Moe"]
    assert len(values(asked(made, unit="all")).bookings) == 3
    assert [one.course for one in values(asked(made, area="risk")).bookings] == ["For leads"]


@pytest.mark.parametrize(("unit", "roles"), [(None, ["SIRO", "SIRO", "DPO"]), ("all", ["DPO"]), ("south", [])])
def test_what_roles_of_a_unit_and_those_below_it_ask_for(unit: str | None, roles: list[str]) -> None:
    text = TEXT.replace("title: SIRO", "title: SIRO, unit: other").replace("title: DPO", "title: DPO, unit: north")
    made = register(text.replace("# file: roles.yaml", "- {id: other, name: Other}\n# file: roles.yaml"))
    assert [one.title for one in values(asked(made, unit=unit)).needs] == roles


def test_nothing_to_teach() -> None:
    paper = paper_of("training", asked(register()))
    said = sentences(paper)
    assert said[0] == "No course has a target, so nothing says whether enough people are trained."
    assert table(paper, "Whose training").empty.startswith("Nobody has to be booked")


def test_without_names() -> None:
    assert "Ann Lee" not in str(paper_of("training", asked(register(TEXT), names=False)))


def test_who_is_in_no_plan() -> None:
    made = register(TEXT.replace("audience: [all-staff]", "audience: [north]"))
    assert "2 people are in no training plan." in sentences(paper_of("training", asked(made)))
