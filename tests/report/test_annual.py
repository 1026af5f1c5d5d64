"""The year month by month, and the statement of internal control."""

from __future__ import annotations

import datetime as dt

from igreg.report.paper import Lines
from igreg.report.period import Period
from igreg.report.plots import plot_table
from tests.analysis.registers import register
from tests.report.quarter import asked, blocks, paper_of, plot, sentences, table
from tests.report.test_board import BOARD

YEAR = Period(dt.date(2025, 4, 1), dt.date(2026, 3, 31))
TEXT = (
    BOARD
    + """
# file: meetings.yaml
- {id: M1, title: First, group: igg, date: 2025-04-01, status: held, present: [ann, ben]}
- {id: M2, title: Second, group: igg, date: 2026-03-31, status: held, present: [ann]}
- {id: M3, title: Third, group: igg, date: 2026-02-01, status: held}
- {id: M4, title: Later, group: igg, date: 2026-04-01, status: held, present: [ann, ben]}
- {id: M5, title: Planned, group: igg, date: 2026-03-01, status: planned}
"""
).replace(
    "- {id: board, title: The Board, level: board}",
    "- {id: board, title: The Board, level: board}\n"
    "- {id: igg, title: IG Group, ig_group: true, chair: siro, members: [ann, ben], quorum: 2, meets_every: 3 months}",
)


def test_month_by_month() -> None:
    paper = paper_of("annual", asked(register(TEXT), Period(dt.date(2026, 6, 15), dt.date(2026, 9, 30))))
    assert table(paper, "Month by month").rows == (
        ("June 2026", 1, 0, 0, 1),
        ("July 2026", 1, 1, 0, 0),
        ("August 2026", 0, 0, 0, 0),
        ("September 2026", 1, 1, 1, 1),
        ("All months", 3, 2, 1, 2),
    )
    trained = plot(paper, "Training month by month")
    assert trained.labels == ("Jun 2026", "Jul 2026", "Aug 2026", "Sep 2026")
    assert trained.series[0].values == (50.0, 75.0, 75.0, 75.0)
    assert trained.target == 75.0


def test_the_year_before_is_told_once() -> None:
    found = table(paper_of("annual", asked(register(TEXT), YEAR)), "Incidents, by the day")
    assert [column.title for column in found.columns[1:]] == [
        "1 April 2025 to 31 March 2026",
        "1 April 2024 to 31 March 2025",
    ]
    assert found.rows[0] == ("Incidents that came to light", 1, "none recorded")


def test_groups_that_met() -> None:
    paper = paper_of("annual", asked(register(TEXT), YEAR))
    assert table(paper, "Groups").rows == (("IG Group", "every 3 months", 3, 1, 1),)


def test_where_no_incident_is_recorded_every_table_says_so() -> None:
    paper = paper_of("annual", asked(register(), YEAR))
    rows = table(paper, "Month by month").rows
    assert rows[0] == ("April 2025", "none recorded", "none recorded", "none recorded", 0)
    assert rows[-1] == ("All months", "none recorded", "none recorded", "none recorded", 0)
    counted = table(paper, "Incidents, by the day").rows
    assert {cell for row in counted for cell in row[1:]} == {"none recorded"}


def test_months_before_the_first_incident_are_as_in_the_plot() -> None:
    text = "# file: incidents.yaml\n- {id: I1, title: Letter astray, aware: 2025-06-10T09:00}\n"
    paper = paper_of("annual", asked(register(text), YEAR))
    by_month = {str(row[0]): row[1] for row in table(paper, "Month by month").rows}
    drawn = plot_table(plot(paper, "Incidents by month")).rows
    assert [row[1] for row in drawn[:4]] == ["none recorded", "none recorded", 1, 0]
    assert list(by_month.values())[:4] == [row[1] for row in drawn[:4]]
    assert by_month["All months"] == 1 == table(paper, "Incidents, by the day").rows[0][1]


def test_one_policy_is_current() -> None:
    text = "# file: policies.yaml\n- {id: P1, title: Privacy, status: in-force, review: {next: 2027-01-01}}\n"
    said = sentences(paper_of("annual", asked(register(text), YEAR)))
    assert any(one.startswith("1 of 1 policy in force is current on ") for one in said), said


def test_nothing_is_known_of_a_target() -> None:
    paper = paper_of("annual", asked(register(), YEAR))
    assert "No course has a target, so no month can be held against one." in sentences(paper)


def test_the_statement_is_to_be_signed() -> None:
    paper = paper_of("annual", asked(register(TEXT), YEAR))
    assert isinstance(blocks(paper)[-1], Lines)
    said = sentences(paper)
    assert "Nobody leads on information governance, Caldicott, security, data protection or confidentiality." in said
    assert said[0] in said[3:]
    unread = paper_of("annual", asked(register(TEXT.replace("- {id: R1,", "- [{id: R1,")), YEAR))
    assert "Part of the register could not be read, so this statement cannot be signed yet." in sentences(unread)
