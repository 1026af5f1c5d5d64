"""Days from one to another: which two have in common, how many they are, and who is there on which."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.analysis.spans import Run, Span, day_before, joined, runs


def d(day: int | None) -> dt.date | None:
    return dt.date(2026, 1, day) if day else None


def span(first: int | None, last: int | None) -> Span:
    return Span(d(first), d(last))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((1, 5), (3, 9), (3, 5)),
        ((1, 5), (5, 9), (5, 5)),
        ((1, 5), (6, 9), None),
        ((1, 9), (3, 4), (3, 4)),
        ((None, 5), (3, None), (3, 5)),
        ((None, 5), (None, 3), (None, 3)),
        ((3, None), (5, None), (5, None)),
        ((None, None), (3, 5), (3, 5)),
        ((None, None), (None, None), (None, None)),
        ((9, 1), (None, None), None),
    ],
)
def test_what_two_have_in_common(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None], both: tuple[int | None, int | None] | None
) -> None:
    found = span(*both) if both else None
    assert span(*one).meets(span(*other)) == found
    assert span(*other).meets(span(*one)) == found


@pytest.mark.parametrize(
    ("first", "last", "days"), [(1, 1, 1), (1, 2, 2), (1, 31, 31), (None, 1, None), (1, None, None), (None, None, None)]
)
def test_how_many_days(first: int | None, last: int | None, days: int | None) -> None:
    assert span(first, last).days == days


def test_the_day_before() -> None:
    assert day_before(dt.date(2026, 3, 1)) == dt.date(2026, 2, 28)
    assert day_before(dt.date.min) == dt.date.min
    assert day_before(dt.date(1, 1, 2)) == dt.date.min


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        pytest.param([], [(1, 9, "")], id="nobody"),
        pytest.param([(1, 9, "a")], [(1, 9, "a")], id="one all the time"),
        pytest.param([(None, None, "a")], [(1, 9, "a")], id="one without days"),
        pytest.param([(3, 5, "a")], [(1, 2, ""), (3, 5, "a"), (6, 9, "")], id="one in the middle"),
        pytest.param([(3, 9, "a")], [(1, 2, ""), (3, 9, "a")], id="until the last day"),
        pytest.param([(1, 1, "a")], [(1, 1, "a"), (2, 9, "")], id="on the first day"),
        pytest.param([(9, 9, "a")], [(1, 8, ""), (9, 9, "a")], id="on the last"),
        pytest.param([(10, 12, "a")], [(1, 9, "")], id="after the last"),
        pytest.param([(1, 4, "a"), (5, 9, "a")], [(1, 9, "a")], id="the same goes on"),
        pytest.param([(1, 4, "a"), (6, 9, "a")], [(1, 4, "a"), (5, 5, ""), (6, 9, "a")], id="but for a day"),
        pytest.param([(1, 4, "a"), (5, 9, "b")], [(1, 4, "a"), (5, 9, "b")], id="another follows"),
        pytest.param([(1, 5, "a"), (4, 9, "b")], [(1, 3, "a"), (4, 5, "ab"), (6, 9, "b")], id="together for a while"),
        pytest.param([(1, 5, "a"), (3, 9, "a")], [(1, 9, "a")], id="twice is once"),
        pytest.param([(1, 9, "a"), (3, 5, "a")], [(1, 9, "a")], id="twice, and the one ends"),
        pytest.param([(7, 3, "a")], [(1, 9, "")], id="a span that ends before it begins"),
    ],
)
def test_runs(spans: list[tuple[int | None, int | None, str]], found: list[tuple[int, int, str]]) -> None:
    made = list(
        runs(((span(first, last), who) for first, last, who in spans), dt.date(2026, 1, 1), dt.date(2026, 1, 9))
    )
    assert made == [Run(dt.date(2026, 1, first), dt.date(2026, 1, last), frozenset(who)) for first, last, who in found]
    assert [run.span for run in made] == [span(first, last) for first, last, _ in found]


def test_runs_up_to_the_last_day_there_is() -> None:
    found = runs([(Span(dt.date(9999, 12, 31), None), "a")], dt.date(9999, 12, 30), dt.date.max)
    assert [(run.first.day, run.last.day, set(run.there)) for run in found] == [(30, 30, set()), (31, 31, {"a"})]


@pytest.mark.parametrize(
    ("spans", "as_one"),
    [
        ([], []),
        ([(1, 5), (6, 9)], [(1, 9)]),
        ([(7, None), (1, 5)], [(1, 5), (7, None)]),
        ([(6, None), (None, 5)], [(None, None)]),
        ([(1, 9), (2, 3)], [(1, 9)]),
        ([(1, None), (2, 3)], [(1, None)]),
    ],
)
def test_days_that_overlap_or_follow_are_one(
    spans: list[tuple[int | None, int | None]], as_one: list[tuple[int | None, int | None]]
) -> None:
    assert joined(span(*one) for one in spans) == [span(*one) for one in as_one]
