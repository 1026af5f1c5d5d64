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


def test_who_did_it_when() -> None:
    found = TrainingIndex(LINES).by_course
    assert list(found) == ["ig", "fire"]
    assert {(day.year, end): people for (day, end), people in found["ig"].items()} == {
        (2024, None): ["ann"],
        (2026, None): ["ann"],
        (2025, None): ["ann", "ben", "ben"],
    }
    assert list(found["fire"].values()) == [["ann"]]


def test_days_and_ends() -> None:
    ends = TrainingLine("ann", "ig", dt.date(2020, 1, 1), dt.date(2027, 1, 1), "t.yaml", 9)
    index = TrainingIndex((*LINES, ends))
    assert {day.year for day in index.days} == {2020, 2024, 2025, 2026}
    assert index.ending == [ends]
    assert list(TrainingIndex(LINES).ending) == []


def test_who_and_what_is_named() -> None:
    index = TrainingIndex(LINES)
    assert index.people == {"ann", "ben", "cat", "dan"}
    assert index.courses == {"ig", "fire", "law"}
    assert TrainingIndex(()).people == TrainingIndex(()).courses == frozenset()
