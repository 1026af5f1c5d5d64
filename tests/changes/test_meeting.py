"""A meeting was held: what is written, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.changes.meeting import hold
from igreg.errors import IgregError
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines

STAFF = "- {id: a, name: A}\n- {id: b, name: B}"
GROUPS = "- {id: g, title: G}"


def held(meeting: str, **words: Any) -> tuple[str, list[str]]:
    """The message of the plan and the lines that are new."""
    found = register(staff=STAFF, groups=GROUPS, meetings=f"- {{id: M, group: g, {meeting}}}")
    plan = hold(found, "M", **{"present": [], "minutes": None, "day": None} | words)
    return plan.message, new_lines(plan, found).get("meetings", [])


@pytest.mark.parametrize(
    ("meeting", "words", "on", "after"),
    [
        pytest.param("date: 2026-11-02", {}, "2026-11-02", "date: 2026-11-02, status: held", id="as planned"),
        pytest.param(
            "date: 2026-11-02", {"day": "2026-11-02"}, "2026-11-02", "date: 2026-11-02, status: held", id="on that day"
        ),
        pytest.param(
            "date: 2026-11-02", {"day": "2026-11-03"}, "2026-11-03", "date: 2026-11-03, status: held", id="a day late"
        ),
        pytest.param(
            "date: 2026-11-02",
            {"present": ["b", "a", "b"]},
            "2026-11-02",
            "date: 2026-11-02, status: held, present: [b, a]",
            id="who was there, each once",
        ),
        pytest.param(
            "date: 2026-11-02, present: [a]",
            {"present": ["a", "b"]},
            "2026-11-02",
            "date: 2026-11-02, present: [a, b], status: held",
            id="who was there too",
        ),
        pytest.param(
            "date: 2026-11-02, status: held",
            {"day": "2026-11-01"},
            "2026-11-01",
            "date: 2026-11-01, status: held",
            id="held already, and on another day",
        ),
        pytest.param(
            "date: 2026-11-02, status: held",
            {"minutes": "docs\\m.md"},
            "2026-11-02",
            "date: 2026-11-02, status: held, minutes: {path: docs/m.md}",
            id="held already, and its minutes",
        ),
    ],
)
def test_what_is_written(meeting: str, words: dict[str, Any], on: str, after: str) -> None:
    if "day" in words:
        words = words | {"day": day(words["day"])}
    message, lines = held(meeting, **words)
    assert message == f"Held: M of g, on {on}"
    assert lines == [f"- {{id: M, group: g, {after}}}"]


@pytest.mark.parametrize(
    ("meeting", "words", "said"),
    [
        ("status: cancelled", {"present": ["a"]}, "the meeting M was cancelled"),
        ("status: held", {}, "the meeting M is down as held already"),
        ("status: held, present: [a]", {"present": ["a"]}, "the meeting M is down as held already"),
        ("status: planned", {"present": ["c"]}, "'c' is none of the roles or staff"),
        ("status: planned", {"present": ["g"]}, "'g' is none of the roles or staff"),
    ],
)
def test_what_is_refused(meeting: str, words: dict[str, Any], said: str) -> None:
    with pytest.raises(IgregError) as told:
        held(f"date: 2026-11-02, {meeting}", **words)
    assert told.value.sentence == said


def test_it_must_be_a_meeting() -> None:
    with pytest.raises(IgregError, match="'g' is none of the meetings"):
        hold(register(groups=GROUPS), "g", [], None, None)
