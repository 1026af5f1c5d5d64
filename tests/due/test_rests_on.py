"""By which figure a day was counted: one that the organisation has set for itself is told where the day is told."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.as_of import AsOf
from igreg.deadlines._deadline import catalogue
from igreg.facts.tables import Limit, table
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ANSWERED = "responded: 2026-10-20, internal_review: {asked: 2026-11-02}"


@pytest.mark.parametrize(
    ("request_", "limits"),
    [
        ("category: subject-access", ["subject-request"]),
        ("category: freedom-of-information", ["information-request"]),
        ("category: environmental", ["information-request"]),
        (f"category: freedom-of-information, {ANSWERED}", ["information-review"]),
        (f"category: environmental, {ANSWERED}", ["environmental-review"]),
        ("category: complaint", ["complaint-acknowledged"]),
        ("category: complaint, acknowledged: 2026-10-10", ["complaint-answered"]),
    ],
)
def test_requests(request_: str, limits: list[str]) -> None:
    text = f"# file: requests.yaml\n- {{id: R, title: R, received: 2026-10-01, {request_}}}\n"
    (kind,) = (one for one in catalogue() if one.name == "request")
    found = [one.rests_on for one in kind.until(AsOf(register(text), NOW), dt.date(2027, 12, 31))]
    assert found == [tuple(f"limits.{key}" for key in limits)]
    assert set(limits) <= table(Limit).keys()
