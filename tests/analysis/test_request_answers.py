"""Was a request answered in time?"""

from __future__ import annotations

from typing import Any

import pytest

from igreg.analysis.request_answers import answer_of
from igreg.analysis.requests import TimeLimits
from igreg.facts.figures import Figures
from igreg.model.kinds.requests import Request
from tests.analysis.registers import day, register

LIMITS = TimeLimits(Figures(), "england")
SAR = {"category": "subject-access", "received": "2026-07-01"}  # to be answered by Saturday 1, so Monday 3 August


@pytest.mark.parametrize(
    ("fields", "today", "state", "late"),
    [
        (SAR | {"responded": "2026-08-03"}, "2026-11-29", "in time", 0),
        (SAR | {"responded": "2026-08-04"}, "2026-11-29", "late", 1),
        (SAR, "2026-08-03", "open", 0),
        (SAR, "2026-08-04", "overdue", 0),
        (SAR | {"outcome": "withdrawn"}, "2026-11-29", "withdrawn", 0),
        (SAR | {"clarification": [{"asked": "2026-07-02"}]}, "2026-11-29", "open", 0),
        ({"category": "complaint", "received": "2026-07-01", "acknowledged": "2026-07-31"}, "2026-11-29", "in time", 0),
        ({"category": "complaint", "received": "2026-07-01", "acknowledged": "2026-08-01"}, "2026-11-29", "late", 1),
    ],
)
def test_at_the_edges(fields: dict[str, Any], today: str, state: str, late: int) -> None:
    request = Request.model_validate({"id": "r", "title": "R"} | fields)
    found = answer_of(LIMITS, request, day(today))
    assert (found.state, found.days_late) == (state, late)


def test_an_acknowledged_complaint_waits_for_its_answer() -> None:
    fields = {"id": "r", "title": "R", "category": "complaint", "received": "2026-07-01", "acknowledged": "2026-07-02"}
    assert answer_of(LIMITS, Request.model_validate(fields), day("2026-11-29")).waits
    assert not answer_of(LIMITS, Request.model_validate(fields | {"responded": "2026-07-09"}), day("2026-11-29")).waits


def test_without_the_day_on_which_it_came_no_limit_is_known() -> None:
    made = register(requests="- {id: r, title: R, category: subject-access, responded: 2026-08-04}")
    assert answer_of(LIMITS, made.of(Request)[0], day("2026-11-29")).state == "not known"
