"""Longest runs of days with the same two answers, and the days on which an answer may change."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.consequences.runs import FIRST, Run, days_of, edges, runs
from tests.analysis.registers import day, register

D = [dt.date(2026, 1, number) for number in range(1, 10)]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        pytest.param({}, [], id="no day"),
        pytest.param({0: "aa"}, [], id="the same"),
        pytest.param({0: "ab"}, [("a", "b", 0, None)], id="from a day on"),
        pytest.param({0: "ab", 3: "aa"}, [("a", "b", 0, 2)], id="until the day before"),
        pytest.param({0: "ab", 3: "ab", 5: "ab"}, [("a", "b", 0, None)], id="it goes on"),
        pytest.param({0: "ab", 3: "ac"}, [("a", "b", 0, 2), ("a", "c", 3, None)], id="another"),
        pytest.param({0: "ab", 3: None, 5: "ab"}, [("a", "b", 0, 2), ("a", "b", 5, None)], id="nothing to answer"),
        pytest.param({0: None, 3: "ab", 4: "bb"}, [("a", "b", 3, 3)], id="one day"),
        pytest.param({0: "aa", 3: "ba", 5: "aa", 7: "ba"}, [("b", "a", 3, 4), ("b", "a", 7, None)], id="and again"),
    ],
)
def test_runs(answers: dict[int, str | None], found: list[tuple[str, str, int, int | None]]) -> None:
    def ask(day: dt.date) -> tuple[str, str] | None:
        pair = answers[D.index(day)]
        return (pair[0], pair[1]) if pair else None

    days = [D[number] for number in answers]
    expected = [Run(was, now, D[on], None if until is None else D[until]) for was, now, on, until in found]
    assert list(runs(days, ask)) == list(runs([*reversed(days), *days], ask)) == expected


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (D[0], D[4], [D[0], D[5]]),
        (D[0], None, [D[0]]),
        (None, D[4], [D[5]]),
        (None, None, []),
        (D[0], dt.date.max, [D[0]]),
        (FIRST, dt.date(9999, 12, 30), [FIRST, dt.date.max]),
    ],
)
def test_where_a_span_begins_and_is_over(first: dt.date | None, last: dt.date | None, days: list[dt.date]) -> None:
    assert list(edges(first, last)) == days


def test_days_of_records() -> None:
    made = register(
        roles="- {id: r, title: R, start: 2026-01-01, holders: [{staff: a, until: 2026-02-28}, {staff: b, from: 2026-03-02}]}\n",
        units="- {id: u, name: U, start: 2026-01-01, end: 2026-12-31}\n",
        staff="- {id: a, name: A, started: 2026-01-01}\n",
    )
    assert list(days_of(made.by_id["r"])) == [day("2026-01-01"), day("2026-03-01"), day("2026-03-02")]
    assert list(days_of(made.by_id["u"])) == [day("2026-01-01"), day("2027-01-01")]
    assert list(days_of(made.by_id["a"])) == []
