"""Training records by course and person."""

from __future__ import annotations

import datetime as dt

from igreg.register.training_index import TrainingIndex
from igreg.register.training_lines import TrainingLine


def _line(staff: str | None, course: str | None, year: int | None, item: int) -> TrainingLine:
    return TrainingLine(staff, course, dt.date(year, 1, 1) if year else None, None, "t.yaml", item)


LINES = (
    _line("ann", "ig", 2024, 0),
    _line("ann", "ig", 2026, 1),
    _line("ann", "ig", 2025, 2),
    _line("ben", "ig", 2025, 3),
    _line("ben", "ig", 2025, 4),
    _line("ann", "fire", 2020, 5),
    _line(None, "ig", 2026, 6),
    _line("cat", None, 2026, 7),
    _line("dan", "law", None, 8),
)


def test_the_latest_of_each_and_all_others() -> None:
    found = TrainingIndex(LINES).by_course
    assert list(found) == ["ig", "fire"]
    assert {staff: line.item for staff, line in found["ig"].latest.items()} == {"ann": 1, "ben": 4}
    assert [line.item for line in found["ig"].earlier] == [0, 2, 3]
    assert found["fire"].earlier == []


def test_who_and_what_is_named() -> None:
    index = TrainingIndex(LINES)
    assert index.people == {"ann", "ben", "cat", "dan"}
    assert index.courses == {"ig", "fire", "law"}
    assert TrainingIndex(()).people == TrainingIndex(()).courses == frozenset()
