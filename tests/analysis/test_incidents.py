"""Incidents that count, the first word to the regulator, and what happens again."""

from __future__ import annotations

import pytest

from igreg.analysis.incidents import (
    current,
    dpo_advised,
    first_notification,
    has_clock,
    is_breach,
    is_high_risk,
    people_are_settled,
    repeats,
)
from igreg.analysis.tenure import Tenure
from igreg.facts.figures import Figures
from igreg.model.kinds.incidents import Incident
from igreg.model.span import Span
from tests.analysis.registers import day, register


def test_withdrawn_incidents_do_not_count() -> None:
    made = register(
        incidents="- {id: a, title: A, status: open}\n- {id: b, title: B, status: withdrawn}\n- {id: c, title: C, status: closed}"
    )
    assert [incident.id for incident in current(made)] == ["a", "c"]


NOTICES = [
    pytest.param("{to: ico, at: 2026-11-02T10:00}, {to: ico, at: 2026-11-01T10:00}", 1, id="the earlier of two"),
    pytest.param("{to: ico, at: 2026-11-01T10:00}, {to: ico, at: 2026-11-01T10:00}", 0, id="of two at once the first"),
    pytest.param("{to: ico}, {to: ico, at: 2026-11-01T10:00}", 1, id="one with a moment"),
    pytest.param("{to: ico}", 0, id="else the first without"),
    pytest.param("{to: police, at: 2026-11-01T10:00}", None, id="somebody else"),
    pytest.param("", None, id="none"),
    pytest.param(
        "{to: ico, at: '2026-11-01T10:00:00+00:00'}, {to: ico, at: '2026-11-01T10:30:00+02:00'}",
        1,
        id="by the clock of the world",
    ),
]


@pytest.mark.parametrize(("notices", "index"), NOTICES)
def test_the_first_notification(notices: str, index: int | None) -> None:
    made = register(incidents=f"- {{id: a, title: A, notifications: [{notices}]}}")
    (incident,) = made.of(Incident)
    found = first_notification(made, incident)
    assert (found[0] if found else None) == index


def _incident(id: str, aware: str, what: str = "post", unit: str = "ward", status: str = "open") -> str:
    return f"- {{id: {id}, title: T, aware: {aware}, breach_type: {what}, unit: {unit}, status: {status}}}\n"


FIRST = _incident("a", "2026-01-31T23:59")
REPEATS = [
    pytest.param(_incident("b", "2026-02-28T23:59"), [("b", "a")], id="on the last day of the span"),
    pytest.param(_incident("b", "2026-03-01T00:00"), [], id="the day after"),
    pytest.param(_incident("b", "2026-02-01T10:00", what="Post"), [("b", "a")], id="however it is written"),
    pytest.param(_incident("b", "2026-02-01T10:00", what="mail"), [], id="of another type"),
    pytest.param(_incident("b", "2026-02-01T10:00", unit="desk"), [], id="in another unit"),
    pytest.param(_incident("b", "2026-02-01T10:00", status="withdrawn"), [], id="withdrawn"),
    pytest.param(_incident("b", "2026-01-01T10:00"), [("a", "b")], id="in the order of time, not of lines"),
    pytest.param(
        _incident("c", "2026-03-01T10:00") + _incident("b", "2026-02-20T10:00"),
        [("b", "a"), ("c", "b")],
        id="each against the last before it",
    ),
    pytest.param("- {id: b, title: B, breach_type: post, unit: ward}\n", [], id="nobody knows when"),
]


@pytest.mark.parametrize(("others", "found"), REPEATS)
def test_repeats(others: str, found: list[tuple[str, str]]) -> None:
    made = register(incidents=FIRST + others)
    assert [(later.id, earlier.id) for later, earlier in repeats(made, Span(1, "month"))] == found


BREACHES = [
    pytest.param("", True, id="an incident"),
    pytest.param(", personal_data: false", False, id="without personal data"),
    pytest.param(", status: withdrawn", False, id="withdrawn"),
    pytest.param(", near_miss: true", False, id="a near miss"),
    pytest.param(", near_miss: true, effects: [integrity, availability]", False, id="with other effects"),
    pytest.param(", near_miss: true, effects: [integrity, confidentiality]", True, id="out of our hands"),
    pytest.param(", near_miss: true, contained: {how: Called back}", True, id="contained"),
    pytest.param(", near_miss: true, personal_data: false, contained: {how: Shut}", False, id="contained, no data"),
]


@pytest.mark.parametrize(("fields", "breach"), BREACHES)
def test_what_is_a_breach(fields: str, breach: bool) -> None:
    (incident,) = register(incidents=f"- {{id: a, title: A{fields}}}").of(Incident)
    assert is_breach(incident) is has_clock(incident) is breach


@pytest.mark.parametrize(
    ("fields", "runs"),
    [
        ("near_miss: true, decision: {report: true}", True),
        ("near_miss: true, decision: {report: false}", False),
        ("near_miss: true, personal_data: false, decision: {report: true}", False),
        ("near_miss: true, status: withdrawn, decision: {report: true}", False),
    ],
)
def test_a_near_miss_has_a_clock_where_it_is_to_be_reported(fields: str, runs: bool) -> None:
    (incident,) = register(incidents=f"- {{id: a, title: A, {fields}}}").of(Incident)
    assert has_clock(incident) is runs


POSTS = """
- {id: dpo, title: D, function: dpo, holders: [{staff: a, from: 2026-01-01, until: 2026-03-31}, {staff: b, from: 2026-01-01, as: deputy}]}
- {id: siro, title: S, function: siro, holders: [{staff: c, from: 2026-01-01}]}
"""


@pytest.mark.parametrize(
    ("fields", "advised"),
    [
        ("decision: {by: dpo}", True),
        ("decision: {by: siro}", False),
        ("decision: {by: siro}, timeline: [{at: 2026-06-01T10:00, by: dpo}]", True),
        ("timeline: [{at: 2026-03-31T23:59, by: a}]", True),
        ("timeline: [{at: 2026-04-01T00:00, by: a}]", False),
        ("timeline: [{at: 2026-06-01T10:00, by: b}]", True),
        ("timeline: [{at: 2026-06-01T10:00, by: c}, {by: b}]", False),
        ("summary: nothing", False),
    ],
)
def test_whether_the_dpo_advised(fields: str, advised: bool) -> None:
    made = register(roles=POSTS, incidents=f"- {{id: a, title: A, {fields}}}")
    (incident,) = made.of(Incident)
    assert dpo_advised(Tenure(made, day("2026-11-22")), incident) is advised


@pytest.mark.parametrize(
    ("fields", "high"),
    [
        ("likelihood: 4, impact: 4", True),
        ("likelihood: 3, impact: 5", False),
        ("likelihood: 5, impact: 3", False),
        ("impact: 5", False),
        ("likelihood: 5, impact: 5, high_risk: {answer: false}", False),
        ("likelihood: 1, impact: 1, high_risk: {answer: true}", True),
        ("likelihood: 4, impact: 4, high_risk: {reason: R}", True),
    ],
)
def test_a_high_risk(fields: str, high: bool) -> None:
    (incident,) = register(incidents=f"- {{id: a, title: A, {fields}}}").of(Incident)
    assert is_high_risk(incident, Figures()) is high


@pytest.mark.parametrize(
    ("told", "settled"),
    [("{at: 2026-11-01T10:00}", True), ("{not_told_reason: R}", True), ("{how: R}", False), ("", False)],
)
def test_whether_people_are_settled(told: str, settled: bool) -> None:
    (incident,) = register(incidents=f"- {{id: a, title: A, people_told: {told}}}").of(Incident)
    assert people_are_settled(incident) is settled
