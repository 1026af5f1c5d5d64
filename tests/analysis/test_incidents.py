"""Incidents that count, the first word to the regulator, and what happens again."""

from __future__ import annotations

import pytest

from igreg.analysis.incidents import current, first_notification, repeats
from igreg.model.kinds.incidents import Incident
from igreg.model.span import Span
from tests.analysis.registers import register


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
