"""Risks, audits, departures and requests: each figure against the small register that it comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from igreg.analysis.as_of import AsOf
from igreg.facts import figures as facts_figures
from igreg.model.span import parse_span
from igreg.report.paper import Figures, Matrix, Table
from igreg.rules._rule import Context
from tests.analysis.registers import day, register
from tests.report.quarter import TODAY, asked, blocks, figures, paper_of, plot, sentences, table

RISKS = """
# file: roles.yaml
- {id: siro, title: SIRO}
# file: risks.yaml
- {id: R1, title: Fire, areas: [security], owner: siro, cause: Heat, effect: Loss, likelihood: 2, impact: 5, target_score: 10,
   controls: [POL-1, A wall], treatment: tolerate, review: {last: 2026-08-01, outcome: changed}}
- {id: R2, title: Flood, areas: [risk], owner: siro, likelihood: 4, impact: 3, target_score: 6, review: {last: 2026-06-30},
   actions: [{id: AC1, what: Pump, owner: siro, due: 2026-11-28}, {id: AC2, what: Wall, due: 2026-11-29},
             {id: AC3, what: Roof, due: 2026-01-01, done: 2026-02-01}]}
- {id: R3, title: Unmarked, owner: siro, likelihood: 4}
# file: policies.yaml
- {id: POL-1, title: Fire policy, owner: siro}
"""


def test_risks() -> None:
    paper = paper_of("risks", asked(register(RISKS)))
    (matrix,) = (one for one in blocks(paper) if isinstance(one, Matrix))
    assert matrix.places == ((3, 4, "R2"), (5, 2, "R1"))
    assert (matrix.across, matrix.up, matrix.size) == ("Impact", "Likelihood", 5)
    assert matrix.description.startswith("Where 2 risks stand, likelihood upwards")
    assert table(paper, "Risks").rows == (
        ("R2: Flood", "SIRO", 12, 6, "not known: last reviewed on 30 June 2026", "none named", "2, 1 overdue"),
        ("R1: Fire", "SIRO", 10, 10, "changed when reviewed on 1 August 2026; from what is not kept", "tolerate", "0"),
        ("R3: Unmarked", "SIRO", None, None, "not known: never reviewed", "none named", "0"),
    )
    about = {row[0]: row[1:] for row in table(paper, "Each risk").rows}
    assert about["R1: Fire"] == ("Security", "Heat", "Loss", 2, 5, "Fire policy; A wall")
    assert [row[1:] for row in table(paper, "Actions on risks").rows] == [
        ("Pump", "SIRO", day("2026-11-28"), "overdue"),
        ("Wall", "nobody is named", day("2026-11-29"), "open"),
        ("Roof", "nobody is named", day("2026-01-01"), "done"),
    ]
    assert figures(paper) == {
        "Risks": "3",
        "Above the score aimed for": "1",
        "Movement not known": "2",
        "Actions overdue": "1",
    }
    assert "1 risk is not in the square, since likelihood or impact is not given: Unmarked." in sentences(paper)
    assert sentences(paper)[0] == "The highest is Flood, at 12 where 6 is aimed for."


def test_risks_of_one_area_and_none_at_all() -> None:
    paper = paper_of("risks", asked(register(RISKS), area="security"))
    assert [row[0] for row in table(paper, "Risks").rows] == ["R1: Fire"]
    (matrix,) = (one for one in blocks(paper) if isinstance(one, Matrix))
    assert matrix.description.startswith("Where 1 risk stands, likelihood upwards")
    empty = paper_of("risks", asked(register()))
    assert sentences(empty)[0].startswith("No risk to information is recorded.")
    assert "No risk has both its marks, so none stands in a square." in sentences(empty)
    assert not [one for one in blocks(empty) if isinstance(one, Matrix)]


AUDITS = """
# file: roles.yaml
- {id: siro, title: SIRO, unit: north}
# file: units.yaml
- {id: north, name: North}
# file: audits.yaml
- id: A1
  title: Cards
  areas: [security]
  units: [north]
  performed: 2026-09-30
  rating: Good
  every: 12 months
  sample: {checked: 10, compliant: 9}
  findings:
    - {id: F1, what: Small}
    - {id: F2, what: Grave, severity: high, action: {id: AC1, what: Mend, owner: siro, due: 2026-11-28}}
    - {id: F3, what: Middling, severity: medium, action: {id: AC2, what: Look, owner: siro, due: 2026-11-29}}
    - {id: F4, what: Past, severity: low, action: {id: AC3, what: Did, owner: siro, done: 2026-10-01}}
- {id: A2, title: Before, performed: 2026-06-30, areas: [risk]}
- {id: A3, title: Cancelled, performed: 2026-08-01, status: cancelled}
- {id: A4, title: Late, planned: 2026-11-28, areas: [risk]}
"""


def test_audits() -> None:
    paper = paper_of("audits", asked(register(AUDITS)))
    assert table(paper, "Audits done").rows == (("Cards", day("2026-09-30"), "Good; 9 of 10 in order", 4, 2, 1),)
    assert [row[1:3] + row[6:] for row in table(paper, "Findings").rows] == [
        ("Grave", "high", "overdue"),
        ("Middling", "medium", "open"),
        ("Small", "low", "no action"),
        ("Past", "low", "done"),
    ]
    assert table(paper, "Audits planned").rows == (
        ("Late", "Risk", "nobody is named", day("2026-11-28"), "overdue"),
        ("Cards", "Security", "nobody is named", day("2027-09-30"), ""),
    )
    assert figures(paper) == {"Audits done": "1", "Audits overdue": "1", "Grave findings": "1", "Actions overdue": "1"}
    missing = "information governance, Caldicott, data protection or confidentiality"
    assert f"No audit was done in the last 12 months on {missing}." in sentences(paper)


@pytest.mark.parametrize(
    ("performed", "back", "missing"),
    [
        ("2025-11-29", "", False),
        ("2025-11-28", "", True),
        ("2026-10-28", "1 month", True),
        ("2026-10-29", "1 month", False),
    ],
)
def test_an_area_is_audited_for_as_long_as_the_check_says(performed: str, back: str, missing: bool) -> None:
    """On the day on which an audit is a year old it still counts, and an own figure is in force in papers too."""
    own = facts_figures.Figures({"area-audit": parse_span(back)} if back else {})
    made = register(f"# file: audits.yaml\n- {{id: A1, title: A, performed: {performed}, areas: [risk]}}\n")
    one = replace(asked(made), as_of=AsOf(made, asked(made).as_of.now, own))
    paper = paper_of("audits", one)
    found = next(line for line in sentences(paper) if line.startswith("No audit was done in the last"))
    assert (" risk" in found) is missing
    assert f"in the last {back or '12 months'} on" in found
    context = Context(made, one.as_of.now, own)
    assert any(fault.subject == "risk" for fault in context.found("IG501")) is missing


def test_audits_of_one_area_and_unit() -> None:
    made = register(AUDITS)
    paper = paper_of("audits", asked(made, area="security"))
    assert "In the last 12 months an audit was done on every area that is asked for." in sentences(paper)
    assert len(table(paper_of("audits", asked(made, unit="north")), "Audits done").rows) == 1
    assert table(paper_of("audits", asked(register())), "Audits done").empty == "No audit was done in this time."


DEPARTURES = """
# file: roles.yaml
- {id: siro, title: SIRO}
# file: exceptions.yaml
- {id: EX-1, rule: IG203, record: siro, reason: We look, approved_by: siro, approved_on: 2026-01-02, until: 2026-11-29, compensating: Cover}
- {id: EX-2, rule: no-such-rule, record: somewhere, reason: Why not, approved_by: siro, until: 2027-03-01}
- {id: EX-3, rule: vacant-role, record: siro, reason: Old, approved_by: siro, until: 2026-11-28}
- {id: EX-4, rule: vacant-role, record: siro, reason: For ever, approved_by: siro}
- {id: EX-5, record: siro, reason: Which, approved_by: siro, until: 2027-01-01}
"""


def test_a_departure_is_about_an_area_or_an_audience_by_its_name() -> None:
    files = "- {id: X-%d, rule: area-without-lead, record: %s, reason: Soon, approved_by: siro, until: 2027-03-01}\n"
    text = "".join(files % (n, one) for n, one in enumerate(("data-protection", "service-users", "elsewhere", "siro")))
    found = table(
        paper_of("departures", asked(register("# file: roles.yaml\n- {id: siro, title: Owner}\n", exceptions=text))),
        "Departures, the first",
    )
    assert [row[1] for row in found.rows] == ["Data protection", "Service users", "elsewhere", "Owner"]


def test_departures() -> None:
    paper = paper_of("departures", asked(register(DEPARTURES)))
    found = table(paper, "Departures, the first")
    assert [row[1:] for row in found.rows] == [
        ("SIRO", "We look", "SIRO", day("2026-11-29"), 0),
        ("somewhere", "Why not", "SIRO", day("2027-03-01"), 92),
    ]
    assert found.rows[1][0] == "no-such-rule"
    assert "vacant-role" not in str(found.rows[0][0])
    assert sentences(paper)[0] == "2 departures are in force; 1 of them ends within 90 days."
    assert table(paper, "What is done in place").rows[0] == (
        "SIRO",
        "Cover",
        "SIRO",
        day("2026-01-02"),
        "vacant-role (EX-1)",
    )
    assert [row[2:] for row in table(paper, "Departures that do not count").rows] == [
        ("Old", day("2026-11-28"), "ended"),
        ("Which", day("2027-01-01"), "not complete"),
        ("For ever", None, "no end is set, so it does not count"),
    ]


@pytest.mark.parametrize(("until", "soon"), [("2027-02-27", "; 1 of them ends within 90 days"), ("2027-02-28", "")])
def test_a_departure_ends_soon_within_ninety_days(until: str, soon: str) -> None:
    text = f"- {{id: EX-1, rule: vacant-role, record: siro, reason: Why, approved_by: siro, until: {until}}}\n"
    paper = paper_of("departures", asked(register("# file: exceptions.yaml\n" + text)))
    assert sentences(paper)[0] == f"1 departure is in force{soon}."


def test_no_departure() -> None:
    paper = paper_of("departures", asked(register()))
    assert table(paper, "Departures, the first").empty == "No departure from a rule is recorded."


REQUESTS = """
# file: requests.yaml
- {id: Q1, title: One, category: subject-access, received: 2026-07-01, responded: 2026-08-03, outcome: disclosed}
- {id: Q2, title: Two, category: subject-access, received: 2026-07-01, responded: 2026-08-04, outcome: disclosed, late_reason: Lost}
- {id: Q3, title: Three, category: freedom-of-information, received: 2026-06-30, responded: 2026-07-02, outcome: refused,
   exemptions: [Section 40, Section 43], internal_review: {asked: 2026-09-30}}
- {id: Q4, title: Four, category: freedom-of-information, received: 2026-09-30}
- {id: Q5, title: Five, category: freedom-of-information, received: 2026-11-27}
- {id: Q6, title: Six, category: complaint, received: 2026-09-01, acknowledged: 2026-09-02}
- {id: Q7, title: Seven, category: subject-access, received: 2026-07-09, outcome: withdrawn}
- {id: Q8, title: Eight, received: 2026-07-09, responded: 2026-07-10}
"""


def test_a_request_taken_back_is_told_so_that_the_sum_is_whole() -> None:
    """Received is what was answered, what is open and what was withdrawn."""
    text = "# file: requests.yaml\n" + "".join(
        f"- {{id: Q{number}, title: One, category: erasure, received: 2026-07-0{number}, {rest}}}\n"
        for number, rest in enumerate(
            ("responded: 2026-07-09, outcome: refused", "outcome: withdrawn", "channel: post"), 1
        )
    )
    paper = paper_of("requests", asked(register(text)))
    received = next(one for one in blocks(paper) if isinstance(one, Figures)).items[0]
    assert (received.value, received.note) == ("3", "1 withdrawn since; 0 in the time before")
    total = table(paper, "Requests, by what was asked").rows[0]
    assert (total[3], total[6]) == (1, 1)


def test_requests() -> None:
    paper = paper_of("requests", asked(register(REQUESTS)))
    assert table(paper, "Requests, by what").rows == (
        ("Own data: access", 3, 0, 2, 1, 1, 0, 0),
        ("Freedom of information", 1, 1, 1, 1, 0, 2, 1),
        ("Complaint about data protection, by its acknowledgement", 1, 0, 1, 1, 0, 1, 0),
        ("Not said what is asked", 1, 0, 1, 0, 0, 0, 0),
        ("All", 6, 1, 5, 3, 1, 3, 1),
    )
    assert figures(paper) == {
        "Received": "6",
        "Answered in time": "3 of 5",
        "Open today": "3",
        "Past their last day": "1",
        "Internal reviews asked for": "1",
        "Internal reviews past their last day": "1",
    }
    months = plot(paper, "Requests by month")
    assert [one.values for one in months.series] == [(4, 0, 2), (2, 2, 1), (0, 1, 0)]
    assert [(row[0], row[5]) for row in table(paper, "Requests that wait").rows] == [
        ("Q4", "past its last day"),
        ("Q5", ""),
        ("Q6", ""),
    ]
    assert table(paper, "Requests answered after").rows == (("Q2", "Two", "Own data: access", 1, "Lost"),)
    assert table(paper, "Outcomes").rows == (("Disclosed", 2), ("Refused", 1), ("Not written down", 1))
    assert table(paper, "Exemptions").rows == (("Section 40", 1), ("Section 43", 1))
    assert table(paper, "Information that was asked for").rows == (
        ("Q3", "Three", "Freedom of information", day("2026-07-02"), "Refused", "Section 40; Section 43"),
    )


def test_what_the_weekly_list_calls_overdue_is_past_its_day_in_the_report() -> None:
    """An internal review past its limit, and a complaint that is acknowledged and open for longer than 90 days."""
    text = REQUESTS.replace("2026-09-01, acknowledged: 2026-09-02", "2026-07-01, acknowledged: 2026-07-02")
    paper = paper_of("requests", asked(register(text)))
    assert ("Q6", "open for longer than 90 days") in [
        (row[0], row[5]) for row in table(paper, "Requests that wait").rows
    ]
    reviews = table(paper, "Internal reviews that wait")
    assert [(row[0], *row[3:]) for row in reviews.rows] == [
        ("Q3", day("2026-09-30"), day("2026-10-28"), "past its last day")
    ]
    shown = next(one for one in blocks(paper) if isinstance(one, Figures)).items
    assert [(one.value, one.attention) for one in shown if one.label.startswith("Internal reviews past")] == [
        ("1", "overdue")
    ]
    assert [one.note for one in shown if one.label == "Answered in time"] == [
        "a complaint counts once it is acknowledged"
    ]


@pytest.mark.parametrize("days, is_told", [(90, ""), (91, "open for longer than 90 days")])
def test_a_complaint_is_open_for_long_from_the_day_after(days: int, is_told: str) -> None:
    received = TODAY - dt.timedelta(days=days)
    text = f"# file: requests.yaml\n- {{id: Q1, title: A, category: complaint, received: {received}, acknowledged: {received}}}\n"
    assert table(paper_of("requests", asked(register(text))), "Requests that wait").rows[0][5] == is_told


def test_no_table_of_reviews_where_none_waits() -> None:
    paper = paper_of(
        "requests",
        asked(register(REQUESTS.replace("{asked: 2026-09-30}", "{asked: 2026-09-30, answered: 2026-10-01}"))),
    )
    assert not [one for one in blocks(paper) if isinstance(one, Table) and one.caption.startswith("Internal reviews")]


def test_a_request_that_names_somebody_is_not_printed() -> None:
    text = REQUESTS.replace("title: Three", "title: All about Mrs Okonkwo-Bell")
    assert "Okonkwo" not in str(paper_of("requests", asked(register(text))))


def test_no_request() -> None:
    assert sentences(paper_of("requests", asked(register())))[0].startswith("No request is recorded.")


@pytest.mark.parametrize(
    "name", ["risks", "audits", "departures", "requests", "incidents", "training", "board", "annual"]
)
def test_what_could_not_be_read_is_told_on_top(name: str) -> None:
    paper = paper_of(name, asked(register("# file: risks.yaml\n- [{id: R1, title: [")))
    assert "risks.yaml" in paper.unread
