"""Lines that are set in too far, or not far enough, and items that lost their dash."""

from __future__ import annotations

import pytest

from tests.source.slips.mended import SURE, UNSURE, Told, mended

ROWS = [
    ("too far in", "- id: a\n  title: x\n   unit: u\n",
     (3, 4), UNSURE, "this line begins too far in: in column 4, where column 3 belongs",
     "delete one space before it; the line should read: unit: u", "- id: a\n  title: x\n  unit: u\n"),
    ("two too far in", "- id: a\n  title: x\n    unit: u\n",
     (3, 5), UNSURE, "this line begins too far in: in column 5, where column 3 belongs",
     "delete 2 spaces before it; the line should read: unit: u", "- id: a\n  title: x\n  unit: u\n"),
    ("not far enough in", "- id: a\n  title: x\n unit: u\n",
     (3, 2), UNSURE, "this line begins not far enough in: in column 2, where column 3 belongs",
     "add one space before it; the line should read: unit: u", "- id: a\n  title: x\n  unit: u\n"),
    ("at the margin", "- id: a\ntitle: x\n",
     (2, 1), UNSURE, "this line begins not far enough in: in column 1, where column 3 belongs",
     "add 2 spaces before it; the line should read: title: x", "- id: a\n  title: x\n"),
    ("an item not far enough in", "- id: a\n  duties:\n    - x\n   - y\n",
     (4, 4), UNSURE, "this line begins not far enough in: in column 4, where column 7 belongs",
     "add 3 spaces before it; the line should read: - y", "- id: a\n  duties:\n    - x\n      - y\n"),
    ("a remark between", "- id: a\n  title: x\n # r\n   unit: u\n",
     (4, 4), UNSURE, "this line begins too far in: in column 4, where column 3 belongs",
     "delete one space before it; the line should read: unit: u", "- id: a\n  title: x\n # r\n  unit: u\n"),
    ("a dash lost", "- id: a\n  holders:\n      staff: b\n      from: 2020-01-01\n    - staff: c\n",
     (5, 5), UNSURE, "this line begins too far in: in column 5, where column 1 belongs",
     "delete 4 spaces before it; the line should read: - staff: c",
     "- id: a\n  holders:\n      staff: b\n      from: 2020-01-01\n- staff: c\n"),
    ("a dash lost, as far in as the next",
     "- id: a\n  holders:\n    staff: b\n    from: 2020-01-01\n    - staff: c\n      from: 2021-01-01\n",
     (3, 5), SURE, "a dash is missing: the first item of `holders` begins here",
     "type one; the line should read: - staff: b",
     "- id: a\n  holders:\n    - staff: b\n      from: 2020-01-01\n    - staff: c\n      from: 2021-01-01\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [pytest.param(row[1], row[2:], id=row[0]) for row in ROWS])
def test_a_slip_is_told_and_put_right(text: str, told: Told) -> None:
    assert mended(text) == told
