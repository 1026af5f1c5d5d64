"""Signs inside a value in braces: whether it is a text with a colon, or two fields without a comma."""

from __future__ import annotations

import pytest

from tests.source.slips.mended import SURE, UNSURE, Told, mended

ROWS = [
    ("a colon in a text in braces", "- {id: a, title: Spot check: desks, unit: u}\n",
     (1, 18), UNSURE, "a colon followed by a space stands inside this value",
     'put the value in quotes; the line should read: - {id: a, title: "Spot check: desks", unit: u}',
     '- {id: a, title: "Spot check: desks", unit: u}\n'),
    ("a colon before what is a field", "- {id: a, title: Spot check status: open}\n",
     (1, 28), SURE, "a comma is missing behind 'check'",
     "type one; the line should read: - {id: a, title: Spot check, status: open}",
     "- {id: a, title: Spot check, status: open}\n"),
    ("a word that is a field in this file", "- {id: a, desks: three}\n- {id: b, title: Spot desks: four}\n",
     (2, 22), SURE, "a comma is missing behind 'Spot'",
     "type one; the line should read: - {id: b, title: Spot, desks: four}",
     "- {id: a, desks: three}\n- {id: b, title: Spot, desks: four}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [pytest.param(row[1], row[2:], id=row[0]) for row in ROWS])
def test_a_slip_is_told_and_put_right(text: str, told: Told) -> None:
    assert mended(text) == told
