"""The board's paper: each figure against the small register that it comes from."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from igreg.report.asked import Asked
from igreg.report.matters.overview import overview
from igreg.report.matters.statements import assurance, statements
from igreg.report.paper import Facts, Figures, Points, Table
from igreg.report.period import Period
from tests.analysis.registers import register
from tests.report.quarter import TODAY, asked, blocks, figures, paper_of, plot, sentences, table

BOARD = """
# file: organisation.yaml
name: Example
type: nhs-trust
top: board
# file: groups.yaml
- {id: board, title: The Board, level: board}
# file: staff.yaml
- {id: ann, name: Ann Lee, unit: north}
- {id: ben, name: Ben Roe, unit: north}
- {id: cat, name: Cat Moe, unit: south}
- {id: dan, name: Dan Poe}
# file: units.yaml
- {id: north, name: North}
- {id: south, name: South}
# file: roles.yaml
- {id: siro, title: SIRO, function: siro, areas: [risk], holders: [{staff: ann, from: 2020-01-01}]}
- {id: dpo, title: DPO, function: dpo, areas: [data-protection], holders: [{staff: ben, from: 2020-01-01, until: 2026-10-31}]}
# file: incidents.yaml
- id: I1
  title: Letter to the wrong house
  aware: 2026-07-01T09:00
  areas: [confidentiality]
  decision: {report: true, by: dpo, at: 2026-07-01T12:00, reason: R}
  notifications: [{to: ico, at: 2026-07-03T09:00}]
  lessons: [{lesson: Look at the address, shared_by: [C1]}]
- id: I2
  title: Lost diary
  aware: 2026-09-30T22:00
  occurred: 2026-10-01T09:00
  areas: [confidentiality]
  decision: {report: true, by: dpo, at: 2026-10-01T12:00, reason: R}
  notifications: [{to: ico, at: 2026-10-04T09:00}]
- {id: I3, title: In the quarter before, aware: 2026-06-30, decision: {report: false, by: dpo, at: 2026-06-30T12:00, reason: R}}
- {id: I4, title: A year ago, aware: 2025-08-01, decision: {report: false, by: dpo, at: 2025-08-01T12:00, reason: R}}
# file: courses.yaml
- {id: ig, title: IG for all, areas: [governance], target: 75, valid_for: 12 months}
# file: training-plans.yaml
- {id: p, title: All of us, audience: [all-staff], courses: [{course: ig}]}
# file: training-records.yaml
- {staff: ann, course: ig, completed: 2025-12-10}
- {staff: dan, course: ig, completed: 2024-12-10}
- {staff: ben, course: ig, completed: 2026-07-05}
- {staff: cat, course: ig, completed: 2026-05-05}
# file: policies.yaml
- {id: POL-1, title: Good policy, owner: siro, approver: board, in_force_from: 2025-01-01, review: {next: 2027-06-01}}
- {id: POL-2, title: Old policy, owner: siro, approver: siro, in_force_from: 2020-01-01, review: {next: 2026-11-28}}
- {id: POL-3, title: New policy, owner: siro, approver: board, status: draft}
# file: audits.yaml
- id: A1
  title: Smartcards
  areas: [security]
  performed: 2026-09-30
  sample: {checked: 10, compliant: 9}
  findings:
    - {id: F1, what: One was open, action: {id: AC1, what: Close it, owner: siro, due: 2026-11-28}}
    - {id: F2, what: Another was, action: {id: AC2, what: Close it too, owner: siro, due: 2026-11-29}}
- {id: A2, title: Too early, performed: 2026-06-30}
- {id: A3, title: Not done, planned: 2026-11-28, lead: siro}
- {id: A4, title: To come, planned: 2027-02-28, lead: siro, areas: [risk]}
- {id: A5, title: Much later, planned: 2027-03-01}
# file: risks.yaml
- {id: R1, title: Fire, owner: siro, likelihood: 2, impact: 3, target_score: 6, review: {last: 2026-07-01, outcome: unchanged}}
- {id: R2, title: Flood, owner: siro, likelihood: 4, impact: 5, target_score: 8}
# file: exceptions.yaml
- {id: EX-1, rule: vacant-role, record: dpo, reason: We look for one, approved_by: board, until: 2027-02-28}
- {id: EX-2, rule: vacant-role, record: siro, reason: Later, approved_by: board, until: 2027-03-01}
# file: decisions.yaml
- {id: D1, title: Share with the council, asked: 2026-11-01, by: board, question: May we}
- {id: D2, title: Of the SIRO, asked: 2026-11-01, by: siro}
- {id: D3, title: Made, asked: 2026-11-01, by: board, decided: 2026-11-02}
# file: requests.yaml
- {id: Q1, title: One, category: subject-access, received: 2026-07-01, responded: 2026-08-03}
- {id: Q2, title: Two, category: subject-access, received: 2026-07-01, responded: 2026-08-04, late_reason: Lost}
- {id: Q3, title: Three, category: freedom-of-information, received: 2026-10-01}
# file: budgets.yaml
- id: B1
  title: Our money
  year: 2026-27
  owner: siro
  approved_by: board
  approved_on: 2026-04-01
  lines:
    - {what: Courses, planned: 100.10, spent: 33.33, committed: 0.01, area: governance}
    - {what: Tools, planned: 10, spent: 10.01, area: security}
"""


def _board(text: str = BOARD, **more: Any) -> Asked:
    return asked(register(text), **more)


def test_incidents_against_the_time_before_and_a_year_ago() -> None:
    found = table(paper_of("board", _board()), "Incidents, by the day")
    assert [column.title for column in found.columns[1:]] == [
        "1 July to 30 September 2026",
        "1 April to 30 June 2026",
        "1 July to 30 September 2025",
    ]
    assert found.rows == (
        ("Incidents that came to light", 2, 1, 1),
        ("of these breaches of personal data", 2, 1, 1),
        ("of these near misses", 0, 0, 0),
        ("Reported to the ICO", 2, 0, 0),
        ("of these within 72 hours", 1, 0, 0),
        ("Incidents with a lesson written down", 1, 0, 0),
    )


def test_incidents_month_by_month_on_the_day_they_came_to_light() -> None:
    found = plot(paper_of("board", _board()), "Incidents by month")
    # nothing is known of July 2025: the first that is recorded came to light in August
    assert (found.labels[0], found.labels[-1], len(found.labels)) == ("Aug 2025", "Sep 2026", 14)
    assert found.series[0].values == (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1)


def test_who_leads_and_which_posts_are_empty() -> None:
    paper = paper_of("board", _board())
    rows = {row[0]: row[1] for row in table(paper, "Each area").rows}
    assert rows["Risk"] == "Ann Lee, SIRO"
    assert rows["Data protection"] == "Vacant: DPO"
    assert rows["Security"] == "Nobody is named"
    assert "DPO: empty since 1 November 2026." in sentences(paper)
    assert "from the Senior Information Risk Owner, Ann Lee" in paper.about


def test_training_against_its_target_and_the_day_it_falls_under() -> None:
    paper = paper_of("board", _board())
    (row,) = table(paper, "Trained, course by course").rows
    # two of four were on 30 June; three are today, and one lapses after 10 December
    assert row == ("IG for all", 4, 75.0, 50.0, 75.0, dt.date(2026, 12, 11))
    # South falls under its target in May only, which is more than three months ahead
    assert table(paper, "Trained, unit by unit").rows == (
        ("no unit", "IG for all", 1, 75.0, 0.0, "under it now"),
        ("North", "IG for all", 2, 75.0, 100.0, dt.date(2026, 12, 11)),
    )
    assert table(paper, "Trained, unit by unit").caption.endswith(
        "1 more is not shown, none of them under target, in the appendix"
    )


def test_units_that_are_all_well() -> None:
    text = BOARD.replace("completed: 2025-12-10", "completed: 2026-11-01").replace("- {id: dan, name: Dan Poe}\n", "")
    said = sentences(paper_of("board", _board(text)))
    words = "No unit is under its target, and none falls under it within 3 months if nobody takes a course again."
    assert words in said


def test_policies_audits_risks_departures() -> None:
    paper = paper_of("board", _board())
    said = sentences(paper)
    for words in (
        "1 of 2 policies in force is current; not current: Old policy (28 November 2026).",
        "1 audit done in this time, 1 in the time before and 0 in the same time a year ago.",
        "Smartcards, 30 September 2026: 9 of 10 in order; 2 actions open, 1 of them overdue.",
        "Planned for the next 3 months: To come (28 February 2027). Overdue: Not done (28 November 2026).",
    ):
        assert words in said
    assert table(paper, "The highest risks").rows == (
        ("Flood", 20, 8, "not known: never reviewed", "0"),
        ("Fire", 6, 6, "unchanged, reviewed 1 July 2026", "0"),
    )
    assert [(row[0], *row[2:]) for row in table(paper, "Departures").rows] == [
        ("DPO", "The Board", "28 February 2027 (91 days left)"),
        ("SIRO", "The Board", "1 March 2027 (92 days left)"),
    ]


def test_money_to_the_penny() -> None:
    paper = paper_of("board", replace(_board(), appendix=True))
    assert table(paper, "Money of 2026-27").rows == (
        ("Our money", Decimal("110.10"), Decimal("0.01"), Decimal("43.34"), Decimal("66.75"), "1 of 2"),
    )
    assert table(paper, "Our money, 2026-27").rows == (
        ("Courses", Decimal("100.10"), Decimal("0.01"), Decimal("33.33"), Decimal("66.76")),
        ("Tools", Decimal("10"), Decimal("0"), Decimal("10.01"), Decimal("-0.01")),
        ("The whole", Decimal("110.10"), Decimal("0.01"), Decimal("43.34"), Decimal("66.75")),
    )
    beside = {row[0]: row[1:] for row in table(paper, "Each area").rows}
    assert beside["Information governance"] == ("Nobody is named", 0, 0, "1 of 1", 0, "£33.34")
    assert beside["Confidentiality"] == ("Nobody is named", 2, 0, "no target", 0, "no line")
    assert beside["Security"] == ("Nobody is named", 0, 0, "no target", 1, "£10.01")


def test_where_nothing_was_recorded_before_no_area_had_none() -> None:
    paper = paper_of("board", asked(register()))
    assert {row[2:4] for row in table(paper, "Each area").rows} == {("none recorded",) * 2}
    assert table(paper, "Incidents, by the day").rows[0][1:3] == ("none recorded", "none recorded")
    assert figures(paper)["Incidents"] == "none recorded"


def test_what_the_board_is_asked() -> None:
    found = [one.split(":")[0] for one in sentences(paper_of("board", _board()))]
    wanted = [
        "Say who leads on data protection",
        "Decide",
        "Renew or end the departure from a rule about DPO",
        "Approve the policy New policy",
    ]
    assert [one for one in wanted if one not in found] == []
    assert "Renew or end the departure from a rule about SIRO" not in found


def test_the_gravest_first() -> None:
    said = statements(overview(_board()))
    assert [one.text for one in said if one.level == "alert"] == [
        "1 of 2 breaches reported to the ICO was reported after the 72 hours were over.",
        "Nobody leads on information governance, Caldicott, security, data protection or confidentiality.",
        "1 request is open past the last day that the law allows.",
        "More has gone than was planned in 1 line of “Our money”, and nothing says why.",
    ]
    paper = paper_of("board", _board())
    assert sentences(paper)[:3] == [one.text for one in said[:3]]
    assert sentences(paper)[3] == "Level of assurance: limited, since 4 matters need the board’s attention."
    assert figures(paper) == {
        "Incidents": "2",
        "Reported within 72 hours": "1 of 2",
        "Trained": "75%",
        "Policies current": "1 of 2",
        "Requests answered in time": "1 of 2",
        "Areas with a lead": "1 of 6",
        "Highest risk": "20",
        "Audits done": "1",
    }


def _shown(given: Asked) -> dict[str, tuple[str, str]]:
    """Of each figure what stands beside it: what it was before, and where it falls short."""
    return {
        one.label: (one.note, one.attention)
        for block in blocks(paper_of("board", given))
        if isinstance(block, Figures)
        for one in block.items
    }


def test_each_figure_beside_what_it_was_before_and_with_a_word_where_it_falls_short() -> None:
    assert _shown(_board()) == {
        "Incidents": ("1 in the time before", ""),
        "Reported within 72 hours": ("", "1 late"),
        "Trained": ("IG for all; target 75%; 50% on 30 June 2026", ""),
        "Policies current": ("", "1 not current"),
        "Requests answered in time": ("2 received, 0 in the time before", "1 late, 1 past the last day"),
        "Areas with a lead": ("", "1 post empty"),
        "Highest risk": ("Flood; aim 8; how it moved is not known", "above the aim"),
        "Audits done": ("1 in the time before", "1 overdue"),
    }
    quarter = Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    assert _shown(_board(period=quarter))["Reported within 72 hours"] == ("1 of 2 in the time before", "")
    assert _shown(_board(BOARD.replace("impact: 5", "impact: 1")))["Highest risk"] == (
        "Fire; aim 6; unchanged",
        "",
    )


def test_the_return_that_is_open_is_a_figure_too() -> None:
    text = "# file: assessments.yaml\n- {id: A, title: DSPT, framework: caf-dspt-2026-27, due: %s, owner: siro}\n"
    shown = _shown(_board(BOARD + text % "2027-06-30"))
    assert shown["Mandatory items met"] == ("DSPT, due 30 June 2027", "")
    assert _shown(_board(BOARD + text % "2026-11-28"))["Mandatory items met"][1] == "past its day"


@pytest.mark.parametrize(("count", "told", "more"), [(5, 5, ""), (6, 6, ""), (7, 5, "And 2 more, in the appendix.")])
def test_one_more_is_said_and_two_more_are_counted(count: int, told: int, more: str) -> None:
    """One more is no longer than the sentence that it is left out."""
    asks = "".join(f"- {{id: D-{n}, title: Question {n}, asked: 2026-11-01, by: board}}\n" for n in range(count - 1))
    text = "# file: organisation.yaml\n{name: A, type: nhs-trust, top: board}\n# file: groups.yaml\n- {id: board, title: B, level: board}\n# file: decisions.yaml\n"
    (found,) = (
        one for one in paper_of("board", _board(text + asks)).parts if one.title == "What the board is asked to do"
    )
    (points,) = found.blocks
    assert isinstance(points, Points)
    assert sum(not one.startswith("And ") for one in points.items) == told
    assert [one for one in points.items if one.startswith("And ")] == ([more] if more else [])


def test_a_clock_that_runs_comes_first() -> None:
    text = "- {id: I9, title: Stolen laptop, aware: 2026-11-28T09:00}"
    said = statements(overview(asked(register(incidents=text))))
    assert said[0].text == "A breach is being looked at, and 33 hours are left to report it: Stolen laptop."
    text += "\n- {id: I8, title: Letter astray, aware: 2026-11-29T09:00}"
    said = statements(overview(asked(register(incidents=text))))
    words = (
        "2 breaches are being looked at, and 33 hours are left to report the first: Stolen laptop and Letter astray."
    )
    assert said[0].text == words
    text = "- {id: I9, title: Stolen laptop, aware: 2026-11-20T09:00, notifications: [{to: ico, at: 2026-11-21T09:00}]}"
    told = [one.text for one in statements(overview(asked(register(incidents=text))))]
    assert not [one for one in told if "hours to report a breach" in one or "left to report" in one]
    text = "- {id: I9, title: Stolen laptop, aware: 2026-11-20T09:00}"
    said = statements(overview(asked(register(incidents=text))))
    assert said[0].text.startswith("The 72 hours to report a breach are over: Stolen laptop (no decision yet")


def test_nothing_recorded_is_no_assurance() -> None:
    found = overview(asked(register()))
    said = statements(found)
    assert [one.text for one in said if one.level == "assure"] == []
    texts = [one.text for one in said]
    assert "No incident is recorded for this time; that none is recorded does not show that none happened." in texts
    assert "No policy in force is recorded." in texts
    assert "No risk to information is recorded." in texts
    assert "No training course has a target, so nothing says whether enough people are trained." in texts
    assert assurance(found, said)[0] == "limited"
    paper = paper_of("board", asked(register()))
    assert "No return is open in this register." in sentences(paper)
    assert "No budget is recorded for the financial year of this paper." in sentences(paper)
    assert table(paper, "Incidents, by the day").rows[0] == (
        "Incidents that came to light",
        "none recorded",
        "none recorded",
        "none recorded",
    )


def test_nobody_trained() -> None:
    made = register("".join(line for line in BOARD.splitlines(keepends=True) if "completed" not in line))
    paper = paper_of("board", asked(made))
    (row,) = table(paper, "Trained, course by course").rows
    assert row[2:] == (75.0, "not known", 0.0, "under it now")


def test_an_unread_file_is_told_and_nothing_is_assured() -> None:
    made = register(BOARD.replace("- {id: R1,", "- [{id: R1,"))
    paper = paper_of("board", asked(made))
    assert "risks.yaml" in paper.unread
    assert "Level of assurance: none can be given" in sentences(paper)[3]


@pytest.mark.parametrize("names", [True, False])
def test_without_names(names: bool) -> None:
    paper = paper_of("board", _board(names=names))
    assert ("Ann Lee" in str(dataclasses.asdict(paper))) is names


def test_an_incident_without_a_day_is_told() -> None:
    made = register(incidents="- {id: I1, title: One}\n- {id: I2, title: Two, aware: 2026-07-01}")
    said = sentences(paper_of("board", asked(made)))
    assert "1 more without a day on which we came to know of it: in none of these figures." in said


@pytest.mark.parametrize(("due", "level"), [("2026-11-28", "alert"), ("2027-02-28", "alert"), ("2027-03-01", "advise")])
def test_a_return_that_is_near(due: str, level: str) -> None:
    made = register(
        organisation="{name: Example, type: care-provider}",
        assessments=f"- {{id: r, title: Toolkit, framework: dspt-v8, owner: o, due: {due}}}",
    )
    found = next(one for one in statements(overview(asked(made))) if one.text.startswith("Toolkit"))
    assert found.level == level
    assert "stand between us and" in found.text


def test_the_day_of_the_report_is_that_of_today() -> None:
    assert paper_of("board", _board()).day == TODAY


def test_of_very_many_a_few_are_told_and_the_rest_counted() -> None:
    def many(line: str) -> str:
        return "".join(f"- {line.replace('N', str(number), 2)}\n" for number in range(20))

    text = f"""
# file: organisation.yaml
{{name: Example, type: nhs-trust, top: board}}
# file: groups.yaml
- {{id: board, title: The Board, level: board}}
# file: roles.yaml
{many("{id: role-N, title: Post N}")}
# file: budgets.yaml
{many("{id: B-N, title: Money N, year: 2026-27, owner: role-1, lines: [{what: A, planned: 1, spent: 2}]}")}
# file: assessments.yaml
{many("{id: T-N, title: Return N, framework: dspt-v8, owner: role-1, due: 2026-12-01}")}
# file: policies.yaml
{many("{id: POL-N, title: Draft N, owner: role-1, approver: board, status: draft}")}
# file: audits.yaml
{many("{id: A-N, title: Audit N, performed: 2026-07-01}")}
# file: decisions.yaml
{many("{id: D-N, title: Question N, asked: 2026-11-01, by: board}")}
"""
    paper = paper_of("board", _board(text))
    said, captions = sentences(paper), [one.caption for one in blocks(paper) if isinstance(one, Table)]
    assert "Of 17 more returns no status is reached yet." in said
    assert "More has gone than was planned in 17 more budgets, and nothing says why." in said
    assert "Level of assurance: limited, since 21 matters need the board’s attention." in said
    assert "17 more posts are empty, in the appendix." in said
    assert "Money of 2026-27; 17 more, in the appendix" in captions
    assert "18 more returns are open, in the appendix." in said
    assert len(said) < 80
    assert "And 19 more, in the appendix." in said
    assert "And 57 more, in the appendix." in said
    assert [one for one in (*said, *captions) if "igreg " in one] == [next(one for one in said if "igreg " in one)]
    assert said[-1].endswith("an appendix has each of them whole: igreg report board --appendix.")
    whole = sentences(paper_of("board", replace(_board(text), appendix=True)))
    assert sum(one.startswith("Decide: Question") for one in whole) == 20
    assert sum(one.endswith(": empty, since when is not known.") for one in whole) == 20 + 3
    assert not any("Long lists are cut" in one for one in whole)
    assert sum(one.endswith(": no status is reached yet.") for one in whole) >= 20


def _front(given: Asked) -> dict[str, str]:
    [found] = [one for one in blocks(paper_of("board", given)) if isinstance(one, Facts)]
    return {one.label: one.text for one in found.items}


def test_the_front_sheet() -> None:
    text = (
        BOARD.replace(
            "{id: board, title: The Board, level: board}",
            """{id: board, title: The Board}
- {id: igg, title: IG Group, ig_group: true}
# file: meetings.yaml
- {id: M1, group: igg, date: 2026-11-10, status: held}
- {id: M2, group: igg, date: 2026-12-10, status: planned}
- {id: M3, group: board, date: 2026-12-17, status: planned}
- {id: M4, group: board, date: 2027-01-17, status: planned}""",
        )
        .replace("target_score: 8}", "target_score: 8, tags: [assurance-framework]}")
        .replace("areas: [risk], holders", "areas: [risk, governance], holders")
    )
    assert _front(_board(text)) == {
        "For": "Decision and assurance",
        "Board meets on": "17 December 2026",
        "From": "SIRO (Ann Lee)",
        "Questions to": "SIRO (Ann Lee)",
        "Overseen by": "IG Group, which last met on 10 November 2026",
        "Assurance framework": "Flood (20, aim 8)",
    }
    assert "Ann Lee" not in str(_front(replace(_board(text), names=False)))


def test_a_front_sheet_of_which_nothing_is_known() -> None:
    assert _front(asked(register(organisation="{name: Example, type: nhs-trust}"))) == {
        "For": "Decision and assurance",
        "Board meets on": "no meeting of it is planned in the register",
        "From": "Nobody is recorded as senior information risk owner",
        "Questions to": "Nobody is named who leads on it",
        "Overseen by": "No group is recorded that leads on it",
        "Assurance framework": "No risk is marked as part of it",
    }


@pytest.mark.parametrize(
    ("reviews", "said"),
    [
        (["{next: 2027-06-01}"], "The one policy in force is current."),
        (["{next: 2026-11-28}"], "The one policy in force is not current: P0 (28 November 2026)."),
        (
            ["{last: 2026-01-01}"],
            "The one policy in force is not current: P0 (nothing says how often it is reviewed, so no review comes up).",
        ),
        (["null"], "The one policy in force is not current: P0 (no review is set)."),
        (["{next: 2026-11-28}"] * 2, "0 of 2 policies in force are current; not current: P0 (28 November 2026) and P1"),
        (["{next: 2027-06-01}"] * 2, "2 of 2 policies in force are current."),
    ],
)
def test_how_many_policies_are_current(reviews: list[str], said: str) -> None:
    policies = "".join(
        f"- {{id: P{n}, title: P{n}, owner: siro, review: {one}}}\n".replace(", review: null", "")
        for n, one in enumerate(reviews)
    )
    text = f"# file: roles.yaml\n- {{id: siro, title: SIRO}}\n# file: policies.yaml\n{policies}"
    assert any(one.startswith(said) for one in sentences(paper_of("board", _board(text))))
