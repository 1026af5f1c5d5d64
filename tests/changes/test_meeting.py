"""A meeting was held: what is written, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.analysis.as_of import AsOf
from igreg.changes.meeting import hold
from igreg.errors import IgregError
from igreg.register.register import Register
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines
from tests.pages import moment

STAFF = "- {id: a, name: A}\n- {id: b, name: B}"
GROUPS = "- {id: g, title: G}"
TODAY = "2026-11-24"


def as_of(found: Register) -> AsOf:
    return AsOf(found, moment(TODAY))


def held(meeting: str, **words: Any) -> tuple[str, list[str]]:
    """The message of the plan and the lines that are new."""
    found = register(staff=STAFF, groups=GROUPS, meetings=f"- {{id: M, group: g, {meeting}}}")
    plan = hold(as_of(found), "M", **{"present": [], "minutes": None, "day": None} | words)
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
        hold(as_of(register(groups=GROUPS)), "g", [], None, None)


@pytest.mark.parametrize(
    ("planned", "on", "said"),
    [
        ("2026-11-24", None, None),
        ("2026-11-25", None, "the meeting M is planned for 25 November 2026, which is still to come"),
        ("2026-11-25", "2026-11-24", None),
        ("2026-11-25", "2026-11-25", "--on: 2026-11-25 is still to come"),
        ("2026-11-24", "2026-11-25", "--on: 2026-11-25 is still to come"),
    ],
)
def test_what_is_still_to_come_was_not_held(planned: str, on: str | None, said: str | None) -> None:
    found = register(groups=GROUPS, meetings=f"- {{id: M, group: g, date: {planned}}}")
    if said is None:
        assert hold(as_of(found), "M", [], None, day(on) if on else None).message.startswith("Held: M of g")
        return
    with pytest.raises(IgregError) as told:
        hold(as_of(found), "M", [], None, day(on) if on else None)
    assert told.value.sentence == said
    assert on is not None or told.value.hint == "if it was held before, say when: igreg hold M --on 2026-11-24"


@pytest.mark.parametrize(
    ("group", "others", "offered"),
    [
        ("meets_every: 1 month", "", "2026-12-24"),
        ("meets_every: 32 days", "", "2026-12-24"),  # the 26th is a Saturday, the 25th a holiday
        ("meets_every: 1 week", "", "2026-12-01"),
        ("", "", None),
        ("meets_every: 1 month, end: 2026-12-23", "", None),
        ("meets_every: 1 month, end: 2026-12-24", "", "2026-12-24"),
        ("meets_every: 1 month", "date: 2027-01-12", None),
        ("meets_every: 1 month", "date: 2027-01-12, status: cancelled", "2026-12-24"),
        ("meets_every: 1 month", "date: 2026-11-23", "2026-12-24"),
    ],
)
def test_the_next_day_is_offered_where_none_is_planned(group: str, others: str, offered: str | None) -> None:
    more = f"\n- {{id: N, group: g, {others}}}" if others else ""
    found = register(
        groups=f"- {{id: g, title: IG group, {group}}}", meetings=f"- {{id: M, group: g, date: 2026-11-24}}{more}"
    )
    remarks = hold(as_of(found), "M", [], None, None).remarks
    assert [one.partition("to plan it: ")[2] for one in remarks] == (
        [f"igreg plan-meeting g --on {offered}"] if offered else []
    )


def test_apologies_are_written_beside_who_was_there() -> None:
    _, lines = held("date: 2026-11-02", present=["a"], apologies=["b"])
    assert lines == ["- {id: M, group: g, date: 2026-11-02, status: held, present: [a], apologies: [b]}"]


def test_more_apologies_are_added_to_those_that_stand_there() -> None:
    _, lines = held("date: 2026-11-02, status: held, apologies: [a]", apologies=["a", "b"])
    assert lines == ["- {id: M, group: g, date: 2026-11-02, status: held, apologies: [a, b]}"]


def test_who_was_there_sent_no_apologies() -> None:
    with pytest.raises(IgregError, match="a was there and sent apologies"):
        held("date: 2026-11-02", present=["a"], apologies=["a"])
