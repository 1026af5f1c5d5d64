"""Rows that did not come back: what may be taken out of the register, and what keeps a record there."""

from __future__ import annotations

import pytest

from igreg.workbook.coming import coming
from tests.workbook.away import NOW, book, register, without_row

ROLES = """\
- {id: top, title: Top}
- {id: mid, title: Mid, accountable_to: top}
- {id: low, title: Low, accountable_to: mid, holders: [{staff: a, from: 2026-01-01}]}
- {id: side, title: Side, accountable_to: mid}
- {id: own, title: Own, accountable_to: own}
"""


@pytest.mark.parametrize(
    ("rows", "ended", "refused"),
    [
        ([], [], []),
        ([4], ["side"], []),
        ([3], ["low"], []),
        ([5], ["own"], []),
        ([1], [], ["the row of top was deleted, but mid points to it"]),
        ([2], [], ["the row of mid was deleted, but low and 1 more point to it"]),
        ([2, 3], ["low"], ["the row of mid was deleted, but side points to it"]),
        ([2, 3, 4], ["mid", "low", "side"], []),
        ([1, 2, 3, 4], ["top", "mid", "low", "side"], []),
    ],
)
def test_what_something_points_to_that_stays_is_not_taken_out(
    rows: list[int], ended: list[str], refused: list[str]
) -> None:
    given = book(ROLES, "roles")
    for number in reversed(rows):
        given = without_row(given, "roles", number)
    for missing in ("keep", "report", "end"):
        found = coming(register(ROLES, "roles"), "w.xlsx", given, NOW, missing=missing).brought
        told = [one.id for one in found.gone]
        assert len(told) == (0 if missing == "keep" else len(rows))
        assert [one.id for one in found.gone if one.what == "ended"] == (ended if missing == "end" else [])
        assert [one.message for one in found.refused] == (refused if missing == "end" else [])
