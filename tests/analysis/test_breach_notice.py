"""How long it took to tell the regulator, and whether that was in time."""

from __future__ import annotations

import pytest

from igreg.analysis.breach_notice import notice_of
from igreg.model.kinds.incidents import Incident
from tests.analysis.registers import register

ORGANISATION = "{name: E, type: other, breach_report_to: ico}\n"


@pytest.mark.parametrize(
    ("aware", "notifications", "minutes", "in_time"),
    [
        pytest.param("2026-11-01T10:00", "{to: ico, at: 2026-11-01T11:30}", 90, True, id="soon"),
        pytest.param("2026-11-01T10:00", "{to: ico, at: 2026-11-04T10:00}", 72 * 60, True, id="on the last minute"),
        pytest.param("2026-11-01T10:00", "{to: ico, at: 2026-11-04T10:01}", 72 * 60 + 1, False, id="a minute late"),
        pytest.param("2026-11-01", "{to: ico, at: 2026-11-04T00:00}", 72 * 60, True, id="known on a day"),
        pytest.param(
            "2026-11-01T10:00", "{to: cqc, at: 2026-11-01T10:10}, {to: ico, at: 2026-11-01T10:20}", 20, True, id="not another"
        ),
    ],
)  # fmt: skip
def test_how_long_it_took(aware: str, notifications: str, minutes: int, in_time: bool) -> None:
    made = register(
        organisation=ORGANISATION,
        incidents=f"- {{id: I, title: T, aware: {aware}, notifications: [{notifications}]}}\n",
    )
    found = notice_of(made, made.of(Incident)[0], 72)
    assert found is not None
    assert (found.minutes, found.in_time, found.notification.to) == (minutes, in_time, "ico")
    assert found.notification is made.of(Incident)[0].notifications[found.index]


@pytest.mark.parametrize(
    "more",
    ["aware: 2026-11-01", "aware: 2026-11-01, notifications: [{to: cqc, at: 2026-11-01T10:00}]",
     "aware: 2026-11-01, notifications: [{to: ico}]", "notifications: [{to: ico, at: 2026-11-01T10:00}]"],
)  # fmt: skip
def test_nothing_that_can_be_held_against_the_hours(more: str) -> None:
    made = register(organisation=ORGANISATION, incidents=f"- {{id: I, title: T, {more}}}\n")
    assert notice_of(made, made.of(Incident)[0], 72) is None
