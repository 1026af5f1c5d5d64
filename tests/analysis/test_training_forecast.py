"""When a share of people trained falls under its target."""

from __future__ import annotations

import pytest

from igreg.analysis.audience import Audiences
from igreg.analysis.tenure import Tenure
from igreg.analysis.training import Training
from igreg.analysis.training_forecast import TrainingForecast, training_forecast
from igreg.analysis.training_plans import Yearly, percent, shares
from igreg.model.span import Span
from tests.analysis.registers import day, register

TODAY = day("2026-11-29")
STAFF = "".join(f"- {{id: {one}, name: {one.title()} Doe}}\n" for one in ("ann", "ben", "cat", "dan"))
PLAN = "- {id: p, title: P, audience: [all-staff], courses: [{course: ig}]}"


def _forecast(
    records: str, course: str = "target: 75, valid_for: 12 months", yearly: Yearly | None = None
) -> TrainingForecast:
    made = register(
        staff=STAFF, courses=f"- {{id: ig, title: IG, {course}}}", training_plans=PLAN, training_records=records
    )
    training = Training(made, TODAY)
    (share,) = shares(Audiences(Tenure(made, TODAY)), training, yearly)
    return training_forecast(training, share)


def _record(staff: str, completed: str, expires: str = "") -> str:
    end = f", expires: {expires}" if expires else ""
    return f"- {{staff: {staff}, course: ig, completed: {completed}{end}}}\n"


ALL = _record("ann", "2025-12-10") + _record("ben", "2026-01-05") + _record("cat", "2026-06-01")


@pytest.mark.parametrize(
    ("records", "course", "falls"),
    [
        # three of four are just enough; the first to lapse counts on 10 December and not on the 11th
        pytest.param(ALL, "target: 75, valid_for: 12 months", "2026-12-11", id="the first lapse is one too many"),
        pytest.param(ALL, "target: 50, valid_for: 12 months", "2027-01-06", id="the second is"),
        pytest.param(ALL, "target: 80, valid_for: 12 months", None, id="under it today"),
        pytest.param(ALL, "valid_for: 12 months", None, id="no target"),
        pytest.param(ALL, "target: 75", None, id="it never lapses"),
        pytest.param(ALL, "target: 0, valid_for: 12 months", None, id="nobody is enough"),
        pytest.param(
            ALL + _record("ann", "2026-11-28"), "target: 75, valid_for: 12 months", "2027-01-06", id="taken again"
        ),
        pytest.param(
            ALL + _record("dan", "2026-11-29", "2026-11-29"),
            "target: 100, valid_for: 12 months",
            "2026-11-30",
            id="its last day is today",
        ),
        pytest.param(ALL + _record("dan", "2026-11-30"), "target: 100, valid_for: 12 months", None, id="not taken yet"),
    ],
)
def test_the_first_day_under_the_target(records: str, course: str, falls: str | None) -> None:
    found = _forecast(records, course)
    assert found.falls == (day(falls) if falls else None)


def test_how_many_are_left_on_a_day() -> None:
    found = _forecast(ALL + _record("dan", "2026-01-01", "9999-12-31"))
    days = ("2026-11-29", "2026-12-10", "2026-12-11", "2027-06-01", "2027-06-02")
    assert [found.trained_on(day(one)) for one in days] == [4, 4, 3, 2, 1]


def test_with_a_window_nothing_counts_for_longer() -> None:
    yearly = Yearly(75, Span(12, "month"))
    found = _forecast(ALL, "applies_window: true", yearly)
    assert found.falls == day("2026-12-11")
    assert [str(one) for one in found.ends] == ["2026-12-10", "2027-01-05", "2027-06-01"]


def test_a_share_is_rounded_down() -> None:
    assert percent(949, 1000) == 94.9
    assert percent(9499, 10000) == 94.9
    assert percent(2, 3) == 66.6
