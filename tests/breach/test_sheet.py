"""The regulator's questions, and what is missing hour by hour."""

from __future__ import annotations

import pytest

from igreg.breach.desk import Answer, Desk
from igreg.facts.notices import questions
from igreg.model.anatomy import fields_of
from igreg.model.kinds.incidents import Incident
from tests.breach.desks import AWARE, NO, TRUST, YES, desk

FULL = f"""{AWARE}, occurred: 2026-11-20, effects: [confidentiality], breach_type: Post, summary: S, likelihood: 4, impact: 2,
  vulnerable_group: false, people_affected: 0, records_affected: 3, data_categories: [health, addresses], consequences: C,
  measures: M, contained: {{how: H}}, timeline: [{{at: 2026-11-21T09:30, what: W, by: dpo}}], lead: dpo, decision: {YES},
  high_risk: {{answer: false, by: dpo, at: 2026-11-21T10:00, reason: Little}}, root_cause: R, lessons: [{{lesson: L}}], target: 2027-01-01"""


def answer(found: Desk, asks: str) -> Answer:
    """The answer to the question that begins so."""
    return next(one for one in found.sheet if one.asks.startswith(asks))


def test_the_fields_of_every_question_are_fields_of_an_incident() -> None:
    assert {name for row in questions() for name in row.fields} <= set(fields_of(Incident))


@pytest.mark.parametrize(
    ("fields", "is_asked"),
    [
        pytest.param("near_miss: true", False, id="nothing was lost: an answer would make it a breach"),
        pytest.param("near_miss: true, effects: [confidentiality]", True, id="a near miss that was none"),
        pytest.param("personal_data: false", True, id="no personal data"),
    ],
)
def test_how_it_was_stopped_is_asked_of_what_had_to_be_stopped(fields: str, is_asked: bool) -> None:
    assert ("contained" in desk(f"{AWARE}, {fields}").missing) is is_asked


def test_from_five_lines_it_says_what_is_missing_hour_by_hour() -> None:
    found = desk(f"{AWARE}, summary: S, effects: [confidentiality]")
    assert [
        (step.hour, f"{step.by:%d %H:%M}", step.past, [one.path for one in step.missing]) for step in found.steps
    ] == [
        (1, "21 10:30", True, ["contained", "breach_type"]),
        (24, "22 09:30", False, ["timeline", "occurred", "data_categories", "likelihood", "impact", "lead"]),
        (
            48,
            "23 09:30",
            False,
            ["records_affected", "people_affected", "vulnerable_group", "consequences", "measures"],
        ),
        (72, "24 09:30", False, ["people_told", "decision", "high_risk"]),
    ]
    assert found.missing[:3] == ("contained", "breach_type", "timeline")
    assert len(found.missing) == 16


def test_nothing_is_missing_where_all_is_written_down() -> None:
    found = desk(FULL)
    assert (found.steps, found.missing) == ((), ())
    assert [one.missing for one in found.sheet if one.missing] == []
    assert [text for text in found.may_wait if "`" in text] == []


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("decision: {report: true, by: dpo}", {"decision.at", "decision.reason"}),
        ("high_risk: {answer: false}", {"high_risk.by", "high_risk.at", "high_risk.reason"}),
        ("people_told: {how: H}", {"people_told"}),
        ("people_told: {not_told_reason: R}", set()),
        ("contained: {at: 2026-11-21T10:00}", {"contained.how"}),
    ],
)
def test_a_part_that_is_not_whole_says_which_key(fields: str, missing: set[str]) -> None:
    name = fields.partition(":")[0]
    found = desk(f"{AWARE}, {fields}")
    assert {path for path in found.missing if path.startswith(name)} == missing


def test_only_what_every_incident_needs_is_missing_where_no_clock_runs() -> None:
    found = desk(f"{AWARE}, personal_data: false")
    assert found.missing == ("contained", "summary", "effects", "breach_type", "timeline", "occurred", "lead")


def test_without_a_moment_there_are_hours_and_no_clock() -> None:
    found = desk("status: open")
    assert found.steps[0].by is None
    assert not any(step.past for step in found.steps)
    assert "aware" in found.missing


ANSWERS = [
    ("What happened", ("S",)),
    ("Was it a cyber", ("effects: confidentiality", "breach type: Post")),
    ("How did you find out", ("2026-11-21 09:30 W (dpo)",)),
    ("When did you find out", ("2026-11-21 09:30",)),
    ("When did it happen", ("2026-11-20; nobody noted the hour",)),
    ("What kinds", ("health, addresses",)),
    ("How many records", ("3",)),
    ("How many people", ("people affected: 0", "vulnerable group: no")),
    ("What may come", ("C",)),
    ("How likely", ("likelihood: 4 of 5", "impact: 2 of 5", "the risk to people is not high, says dpo: Little")),
    ("What was done", ("Contained: H", "M")),
    ("Have those concerned", ("Little",)),
    ("Who answers", ("No post has the function dpo: name whoever answers",)),
    ("Who are you", ("Ash House, care-provider",)),
]


@pytest.mark.parametrize(("asks", "lines"), ANSWERS, ids=[asks for asks, _ in ANSWERS])
def test_answers_come_from_the_record(asks: str, lines: tuple[str, ...]) -> None:
    assert answer(desk(FULL), asks).lines == lines


def test_whom_else_you_told() -> None:
    found = desk(
        f"{AWARE}, decision: {YES}, decisions: [{{to: nis-authority, report: false, reason: Small}}, {{to: police, report: true}}], "
        "notifications: [{to: icb, at: 2026-11-21T11:00, reference: R-1}]",
        TRUST,
        bodies="- {id: icb, name: The ICB, category: commissioner}",
    )
    lines = answer(found, "Whom else").lines
    assert lines[0].endswith(": not told, Small")
    assert lines[1:] == ("The ICB: told 2026-11-21 11:00, R-1", "The police: to be told")


def test_why_it_is_late_is_asked_only_of_what_is_late() -> None:
    assert not [one for one in desk(AWARE).sheet if "later than 72" in one.asks]
    assert [one for one in desk("aware: 2026-11-01T09:30").sheet if "later than 72" in one.asks]
    told = "aware: 2026-11-01T09:30, notifications: [{to: ico, at: 2026-11-09T09:30, late_reason: Nobody knew}]"
    assert answer(desk(told), "If it is later").lines == ("Nobody knew",)


def test_the_contact_and_the_organisation() -> None:
    found = desk(
        AWARE,
        "{name: E, type: other, ods_code: X1, ico_registration: {number: Z1}}\n",
        roles="- {id: d, title: The DPO, function: dpo, public_contact: dpo@e.example, holders: [{staff: s, from: 2026-01-01}]}\n- {id: e, title: Other DPO, function: dpo}",
        staff="- {id: s, name: Sue Ray}",
    )
    assert answer(found, "Who answers").lines == (
        "The DPO: Sue Ray; dpo@e.example",
        "Other DPO: vacant; no `public_contact` on the role e",
    )
    assert answer(found, "Who are you").lines == ("E, other, ODS code X1, registered with the regulator as Z1",)


def test_how_many_of_those_involved_were_trained_and_nobody_by_name() -> None:
    files = {
        "staff": "- {id: s, name: Sue Ray}\n- {id: t, name: Tom Lee}",
        "courses": "- {id: c, title: C, areas: [data-protection]}",
        "training_records": "- {staff: s, course: c, completed: 2024-11-22}\n- {staff: t, course: c, completed: 2024-11-21}",
    }
    found = answer(desk(f"{AWARE}, involved: [s, t]", **files), "Were the staff")
    assert found.lines == ("1 of 2 people involved, in the last two years",)
    assert answer(desk(AWARE), "Were the staff").lines == ("The record names nobody as involved (`involved`)",)


def test_what_was_in_place_and_what_is_to_be_done() -> None:
    found = desk(
        f"{AWARE}, policies_breached: [P], assets: [A], root_cause: Haste, reported_by: s, actions: [{{id: A1, what: Lock it, done: 2026-11-21}}, {{id: A2, what: Tell all, due: 2026-12-01}}, {{id: A3, what: Ask}}]",
        policies="- {id: P, title: Post policy}",
        assets="- {id: A, name: Post book}",
        staff="- {id: s, name: Sue Ray}",
    )
    assert answer(found, "What was in place").lines == (
        "Policies not kept to: Post policy",
        "Assets concerned: Post book",
        "Haste",
    )
    assert answer(found, "What was done").lines == (
        "Lock it (done 2026-11-21)",
        "Tell all (due 2026-12-01)",
        "Ask (open)",
    )
    assert answer(found, "How did").lines == ("Reported by Sue Ray",)


def test_what_check_says_of_the_clocks_stands_beside_them() -> None:
    found = desk(f"aware: 2026-12-01T10:00, likelihood: 4, impact: 4, decision: {NO}")
    assert [one.code for one in found.remarks] == ["IG108", "IG604", "IG616"]
    assert desk(AWARE).remarks == ()


def test_other_incidents_are_not_spoken_of() -> None:
    more = "- {id: I, title: T, aware: 2026-11-21T09:30}\n- {id: J, title: U, aware: 2026-12-01T09:30}"
    assert desk("", incidents=more).remarks == ()
