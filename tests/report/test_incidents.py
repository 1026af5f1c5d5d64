"""The log of breaches: facts, effects, action, decisions and times, each against what is written."""

from __future__ import annotations

import datetime as dt

from igreg.report.asked import HIDDEN
from tests.analysis.registers import register
from tests.report.quarter import asked, figures, paper_of, plot, sentences, table

LOG = """
# file: roles.yaml
- {id: dpo, title: DPO, function: dpo, holders: [{staff: ann, from: 2020-01-01}]}
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: units.yaml
- {id: north, name: North}
- {id: south, name: South}
# file: incidents.yaml
- id: I1
  title: Letter
  aware: 2026-07-01T09:00
  occurred: 2026-06-29T10:00
  unit: north
  areas: [confidentiality]
  effects: [confidentiality]
  summary: A letter went to the wrong house
  root_cause: Two labels
  people_affected: 2
  records_affected: 1
  data_categories: [health, addresses]
  consequences: Worry
  likelihood: 3
  impact: 2
  measures: Called back
  contained: {at: 2026-07-01T10:00, how: It was handed back}
  actions: [{id: AC1, what: New labels., due: 2026-08-01, done: 2026-07-20}, {id: AC2, what: Teach, due: 2026-08-02}]
  people_told: {at: 2026-07-01T11:30, how: by telephone}
  lessons: [{lesson: Look twice.}]
  decision: {report: true, by: dpo, at: 2026-07-01T12:00, reason: Health data}
  decisions: [{to: police, report: false, by: dpo, at: 2026-07-01T12:30, reason: No crime}]
  notifications: [{to: ico, at: 2026-07-04T09:01, late_reason: A weekend, reference: R1}, {to: police, at: 2026-07-02}]
  status: closed
  closed: 2026-09-01
- {id: I2, title: Mailbox, aware: 2026-09-30, unit: south}
- {id: I3, title: Near, aware: 2026-08-01, near_miss: true, decision: {report: false, by: dpo, at: 2026-08-01T12:00, reason: None lost}}
- {id: I4, title: Outside the time, aware: 2026-10-01}
- {id: I5, title: Undated}
- id: I6
  title: Told
  aware: 2026-08-03T09:00
  personal_data: false
  notifications: [{to: service-users, at: 2026-08-03T09:35}]
"""


def test_facts_effects_action() -> None:
    paper = paper_of("incidents", asked(register(LOG)))
    facts = {row[0]: row[1:] for row in table(paper, "The facts").rows}
    assert list(facts) == ["I1: Letter", "I3: Near", "I6: Told", "I2: Mailbox", "I5: Undated"]
    assert facts["I1: Letter"] == (
        dt.datetime(2026, 6, 29, 10),
        dt.datetime(2026, 7, 1, 9),
        "Breach of personal data",
        "North",
        "A letter went to the wrong house",
        "Two labels",
    )
    assert facts["I2: Mailbox"][:4] == ("not known", dt.date(2026, 9, 30), "Breach of personal data", "South")
    assert (facts["I3: Near"][2], facts["I6: Told"][2]) == ("Near miss", "No personal data")
    assert facts["I5: Undated"][1] == "not written down"
    effects = {row[0]: row[1:] for row in table(paper, "The effects").rows}
    assert effects["I1: Letter"] == (
        "Confidentiality",
        "2 people; 1 record; health and addresses",
        "Worry",
        "likelihood 3, impact 2",
    )
    assert effects["I2: Mailbox"] == ("nothing is named", "not written down", "not written down", "not graded")
    action = {row[0]: row[1:] for row in table(paper, "The action").rows}
    assert action["I1: Letter"] == (
        "It was handed back",
        "Called back; New labels (done 20 July 2026); Teach (due 2 August 2026)",
        "After 2 hours and 30 minutes: by telephone",
        "Look twice.",
        "closed on 1 September 2026",
    )
    assert action["I6: Told"][2] == "After 35 minutes"
    assert action["I2: Mailbox"][2:] == ("not written down", "none is written down", "open")


def test_decisions_and_how_long_each_took() -> None:
    paper = paper_of("incidents", asked(register(LOG)))
    decided = {row[:2]: row[2:] for row in table(paper, "Decisions whether").rows}
    assert decided["I1: Letter", "The ICO"] == (
        "tell them",
        dt.datetime(2026, 7, 1, 12),
        "3 hours",
        "DPO (Ann Lee)",
        "Health data",
    )
    assert decided["I1: Letter", "Police"][:1] == ("do not tell them",)
    assert decided["I2: Mailbox", "The ICO"] == ("not decided yet", None, "", "", "")
    assert ("I6: Told", "the ICO") not in decided
    told = {row[:2]: row[2:] for row in table(paper, "Who was told").rows}
    assert told["I1: Letter", "The ICO"] == (
        dt.datetime(2026, 7, 4, 9, 1),
        "72 hours and 1 minute",
        "no",
        "A weekend",
        "R1",
    )


def test_in_figures() -> None:
    paper = paper_of("incidents", asked(register(LOG)))
    assert figures(paper) == {
        "Incidents": "4",
        "Breaches of personal data": "2",
        "Near misses": "1",
        "Reported within 72 hours": "0 of 1",
        "Without a decision whether to report": "1",
    }
    assert "1 more without a day on which we came to know of it: in none of these figures." in sentences(paper)
    assert plot(paper, "Incidents by month").series[0].values == (1, 2, 1)


def test_one_unit_alone() -> None:
    paper = paper_of("incidents", asked(register(LOG), unit="north"))
    assert [row[0] for row in table(paper, "The facts").rows] == ["I1: Letter"]
    assert figures(paper)["Incidents"] == "1"
    assert "unit North" in paper.about


def test_none_at_all() -> None:
    paper = paper_of("incidents", asked(register()))
    assert table(paper, "The facts").rows == ()
    assert any(one.endswith("does not show that none happened.") for one in sentences(paper))
    assert table(paper, "Decisions whether").empty == "No decision is recorded, and none is owed."


def test_what_may_be_somebodys_details_is_not_printed() -> None:
    text = LOG.replace("A letter went to the wrong house", "The letter of Mrs Okonkwo-Bell, born 12.03.1961")
    text = text.replace("title: Mailbox", "title: Mailbox of Mr Abernethy")
    paper = paper_of("incidents", asked(register(text)))
    facts = {row[0]: row[1:] for row in table(paper, "The facts").rows}
    assert facts["I1: Letter"][4] == HIDDEN
    assert f"I2: {HIDDEN}" in facts
    assert "Okonkwo" not in str(paper) and "Abernethy" not in str(paper)


def test_without_names() -> None:
    paper = paper_of("incidents", asked(register(LOG), names=False))
    assert "Ann" not in str(paper)
