"""Which days of a record belong together, which have happened, and which records are looked at closely."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.model.chronology import events, stretches, suspects
from tests.analysis.registers import register

TODAY = dt.date(2026, 11, 24)


def test_days_are_found_in_parts_and_by_their_names_in_the_file() -> None:
    made = register(
        roles="- {id: r, title: R, holders: [{staff: a, from: 2020-01-01}, {staff: b, from: 2021-01-01, until: 2022-01-01}]}",
        audits="- {id: a, title: A, performed: 2026-01-02, findings: [{id: f, what: F, action: {id: x, what: X, done: 2026-02-03}}]}",
        meetings="- {id: m, group: g, date: 2026-05-06, status: held}\n- {id: n, group: g, date: 2026-05-06}",
    )
    assert [tuple(one) for one in stretches(made.by_id["r"])] == [
        (("holders", 1, "until"), "from", dt.date(2021, 1, 1), "until", dt.date(2022, 1, 1))
    ]
    assert [tuple(one) for one in events(made.by_id["a"])] == [
        (("performed",), "performed", dt.date(2026, 1, 2)),
        (("findings", 0, "action", "done"), "done", dt.date(2026, 2, 3)),
    ]
    assert [one.words for one in events(made.by_id["m"])] == ["held"]
    assert list(events(made.by_id["n"])) == []


@pytest.mark.parametrize(
    ("fields", "suspect"),
    [
        pytest.param("aware: 2026-11-01T09:00, closed: 2026-11-10", False, id="in order"),
        pytest.param("aware: 2026-11-01T09:00, closed: 2026-10-31", True, id="closed before"),
        pytest.param("aware: 2026-11-01T23:30-01:00, closed: 2026-11-01", True, id="the next day here, by its offset"),
        pytest.param("aware: 2026-11-24T23:00", True, id="later today"),
        pytest.param("aware: 2026-11-23T23:00-11:00", True, id="still to come, by its offset"),
        pytest.param("aware: 2026-11-21T09:00", False, id="days ago"),
        pytest.param(
            "aware: 2026-11-01T09:00, actions: [{id: x, what: X, done: 2026-11-02}, {id: y, what: Y, done: 2026-12-01}]",
            True,
            id="an action done ahead",
        ),
    ],
)
def test_whoever_may_be_amiss_is_looked_at_closely(fields: str, suspect: bool) -> None:
    made = register(incidents=f"- {{id: one, title: T, {fields}}}\n- {{id: two, title: T, aware: 2026-01-01T09:00}}")
    found = [record.identity for record in suspects(made.kinds["incidents"], TODAY)]
    assert found == (["one"] if suspect else [])


def test_nothing_is_looked_at_where_there_is_nothing() -> None:
    assert list(suspects((), TODAY)) == []
