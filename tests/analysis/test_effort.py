"""How long something takes, and who says so: the record, the organisation's settings, or the facts."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.effort import takes
from igreg.facts.figures import Figures
from igreg.model.base import Record
from igreg.model.span import Span
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
MADE = register(
    risks="- {id: R, title: T, effort: 3 hours}\n- {id: S, title: T}\n- {id: D, title: T, effort: 2 days}\n",
    groups="- {id: g, title: G, effort: 4 hours}\n- {id: h, title: H}\n",
    meetings="- {id: M, group: g}\n- {id: N, group: g, effort: 1 hour}\n- {id: O, group: h}\n- {id: P, group: x}\n",
    flows="- {id: F, title: T}\n",
)


def asked(what: str, id: str, **effort: float | Span) -> tuple[float, str]:
    as_of = AsOf(MADE, NOW, Figures(effort=effort))
    record: Record = MADE.by_id[id]
    found = takes(as_of, what, record)
    return found.hours, found.by


@pytest.mark.parametrize(
    ("what", "id", "hours"),
    [("review", "R", 3), ("meeting", "N", 1), ("meeting", "M", 4)],
)
def test_the_record_says_so(what: str, id: str, hours: float) -> None:
    assert asked(what, id, review=9, meeting=9) == (hours, "record")


def test_days_are_working_days() -> None:
    day = AsOf(MADE, NOW).number("working-day")
    assert asked("review", "D") == (2 * day, "record")
    assert asked("review", "S", review=Span(3, "day")) == (3 * day, "settings")
    assert asked("review", "S", review=Span(3, "hour")) == (3, "settings")


@pytest.mark.parametrize(
    ("what", "id", "effort", "hours"),
    [
        pytest.param("review", "S", {"risks": 5, "review": 6}, 5, id="of a review the kind before the word"),
        pytest.param("review", "S", {"review": 6}, 6, id="else the word"),
        pytest.param("meeting", "O", {"meeting": 5, "meetings": 6}, 5, id="of a meeting the word before the kind"),
        pytest.param("meeting", "P", {"meetings": 6}, 6, id="else the kind, whatever group there is"),
        pytest.param("flow", "F", {"flow": 5, "flows": 6}, 5, id="of all else the word"),
        pytest.param("flow", "F", {"flows": 6}, 6, id="then the kind"),
        pytest.param("action", "R", {"action": 5}, 5, id="an action is not what its record takes"),
    ],
)
def test_the_settings_say_so(what: str, id: str, effort: dict[str, float], hours: float) -> None:
    assert asked(what, id, **effort) == (hours, "settings")


def test_else_the_facts_guess() -> None:
    for what, id in (("review", "S"), ("meeting", "O"), ("action", "R"), ("action", "S"), ("flow", "F"), ("zeal", "F")):
        hours, by = asked(what, id)
        assert by == "default" and hours > 0
    assert asked("action", "R", risks=5)[1] == "default"
