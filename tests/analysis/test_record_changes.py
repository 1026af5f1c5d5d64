"""Which records differ between two states, and in which fields."""

from __future__ import annotations

import pytest

from igreg.analysis.record_changes import record_changes
from tests.analysis.registers import register


def fields(before: str, after: str) -> list[tuple[str, object, object]]:
    found = record_changes(register(roles=f"- {before}\n"), register(roles=f"- {after}\n"))
    return [(".".join(map(str, one.path)), one.before, one.after) for record in found for one in record.fields]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param("{id: r, title: R}", "{id: r, title: R, notes: null, areas: []}", [], id="nothing is nothing"),
        pytest.param("{id: r, title: R}", "{id: r, title: S}", [("title", "R", "S")], id="a value"),
        pytest.param(
            "{id: r, title: R}", "{id: r, title: R, end: 2027-01-01}", [("end", None, "2027-01-01")], id="more"
        ),
        pytest.param(
            "{id: r, title: R, review: {every: 1 year}}",
            "{id: r, title: R, review: {every: 2 years}}",
            [("review.every", "1 year", "2 years")],
            id="in a part",
        ),
        pytest.param(
            "{id: r, title: R, holders: [{staff: a, from: 2020-01-01}, {staff: b, from: 2021-01-01}]}",
            "{id: r, title: R, holders: [{staff: b, from: 2021-01-01, until: 2027-01-01}, {staff: a, from: 2020-01-01}]}",
            [("holders.0.until", None, "2027-01-01")],
            id="parts by whom they are of, whatever their order",
        ),
        pytest.param(
            "{id: r, title: R, holders: [{staff: a, from: 2020-01-01}]}",
            "{id: r, title: R, holders: [{staff: a, from: 2020-01-02}]}",
            [("holders.0.from", "2020-01-01", "2020-01-02")],
            id="another day of an appointment at the same place",
        ),
        pytest.param(
            "{id: r, title: R, areas: [risk]}",
            "{id: r, title: R, areas: [risk, security]}",
            [("areas.1", None, "security")],
            id="a list of words",
        ),
    ],
)
def test_fields(before: str, after: str, rows: list[tuple[str, object, object]]) -> None:
    assert fields(before, after) == rows


def test_added_and_gone() -> None:
    before, after = register(roles="- {id: r, title: R}\n"), register(roles="- {id: s, title: S}\n")
    assert [(one.kind, one.record, one.change) for one in record_changes(before, after)] == [
        ("roles", "r", "gone"),
        ("roles", "s", "added"),
    ]
    assert record_changes(before, before) == []
