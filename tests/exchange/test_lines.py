"""Lines that are kept as columns are the lines that they would be one by one."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.exchange.lines import Line, LineHeads, Lines, records
from igreg.register.training_lines import TrainingLine

HEADS = LineHeads("Sheet1", {"staff": (0, "Name"), "course": (1, "Course"), "completed": (2, "Done")})
THERE = TrainingLine("b", "fire", dt.date(2026, 3, 2), None, "register/training-records.yaml", 0)
ALL = [
    Line("a", "fire", "2026-03-01", "", None, 2, HEADS),
    Line("b", "fire", "2026-03-02", "", THERE, 3, HEADS),
    Line("c", "sar", "2026-03-03", "2027-03-03", None, 5, HEADS),
]


def kept(lines: list[Line]) -> Lines:
    return Lines([list(column) for column in list(zip(*lines, strict=True))[:-1]], HEADS)


def test_each_is_made_when_it_is_asked_for() -> None:
    lines = kept(ALL)
    assert list(lines) == ALL
    assert (len(lines), lines[1], list(lines[1:]), list(lines[::-1])) == (3, ALL[1], ALL[1:], ALL[::-1])
    assert lines[::-1].column("staff") == ["c", "b", "a"]


def test_the_new_ones_are_parted_from_those_that_are_there() -> None:
    new, there = kept(ALL).parted()
    assert (list(new), list(there)) == ([ALL[0], ALL[2]], [ALL[1]])
    assert there.column("row") == [3]
    new, there = kept([ALL[0], ALL[2]]).parted()
    assert (list(new), list(there)) == ([ALL[0], ALL[2]], [])


@pytest.mark.parametrize("lines", [ALL, ALL[:2], ALL[2:]])
def test_their_records_say_what_each_says(lines: list[Line]) -> None:
    assert list(records(kept(lines))) == list(records(lines)) == [one.fields for one in lines]
