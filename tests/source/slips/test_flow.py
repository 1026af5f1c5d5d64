"""Slips in braces and brackets, and lines that lack them: what is told, and what becomes of the text."""

from __future__ import annotations

import pytest

from tests.source.slips.mended import SURE, UNSURE, Told, mended

ROWS = [
    ("semicolons", "- {id: a; title: x; unit: u}\n",
     (1, 9), SURE, "a semicolon stands where a comma belongs",
     "type a comma; the line should read: - {id: a, title: x, unit: u}", "- {id: a, title: x, unit: u}\n"),
    ("commas twice", "- {id: a,, title: x}\n",
     (1, 9), SURE, "two commas stand where one belongs", "delete one; the line should read: - {id: a, title: x}",
     "- {id: a, title: x}\n"),
    ("commas twice with a blank", "- id: a\n  areas: [a, , b]\n",
     (2, 12), SURE, "two commas stand where one belongs", "delete one; the line should read: areas: [a, b]",
     "- id: a\n  areas: [a, b]\n"),
    ("a comma behind a list", "- id: a\n  areas: [a, b],\n  title: x\n",
     (2, 16), SURE, "a comma stands at the end of the line, where nothing goes on",
     "delete it; the line should read: areas: [a, b]", "- id: a\n  areas: [a, b]\n  title: x\n"),
    ("a comma behind braces, and a remark", "- id: a\n  review: {every: 1 year} ,  # r\n  title: x\n",
     (2, 27), SURE, "a comma stands at the end of the line, where nothing goes on",
     "delete it; the line should read: review: {every: 1 year}  # r",
     "- id: a\n  review: {every: 1 year}  # r\n  title: x\n"),
    ("round brackets", "- id: a\n  holders:\n    - (staff: b, from: 2020-01-01)  # r\n    - {staff: c}\n",
     (3, 7), SURE, "round brackets stand where braces belong",
     "write { and }; the line should read: - {staff: b, from: 2020-01-01}  # r",
     "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01}  # r\n    - {staff: c}\n"),
    ("round brackets behind a name", "- id: a\n  review: (every: 1 year, last: 2026-01-01)\n",
     (2, 11), SURE, "round brackets stand where braces belong",
     "write { and }; the line should read: review: {every: 1 year, last: 2026-01-01}",
     "- id: a\n  review: {every: 1 year, last: 2026-01-01}\n"),
    ("braces missing", "- id: a\n  holders:\n    - staff: b, from: 2020-01-01\n    - {staff: c}\n",
     (3, 7), UNSURE, "braces are missing: several fields stand on this line",
     "put { before the first and } behind the last; the line should read: - {staff: b, from: 2020-01-01}",
     "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01}\n    - {staff: c}\n"),
    ("one brace missing", "- id: a\n  holders:\n    - staff: b, from: 2020-01-01}\n    - {staff: c}\n",
     (3, 7), UNSURE, "a brace is missing: several fields stand on this line",
     "put { before the first and } behind the last; the line should read: - {staff: b, from: 2020-01-01}",
     "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01}\n    - {staff: c}\n"),
    ("braces missing, and a remark", "- id: a\n  holders:\n    - staff: b, from: 2020-01-01  # r\n",
     (3, 7), UNSURE, "braces are missing: several fields stand on this line",
     "put { before the first and } behind the last; the line should read: - {staff: b, from: 2020-01-01}  # r",
     "- id: a\n  holders:\n    - {staff: b, from: 2020-01-01}  # r\n"),
    ("a dash behind a colon", "- id: a\n  review: - every: 1 year\n  title: x\n",
     (2, 11), UNSURE, "a dash stands behind a colon, where only a value can",
     "delete it, and put the fields in braces; the line should read: review: {every: 1 year}",
     "- id: a\n  review: {every: 1 year}\n  title: x\n"),
    ("a dash behind a colon, and a remark", "- id: a\n  review: - every: 1 year # r\n  title: x\n",
     (2, 11), UNSURE, "a dash stands behind a colon, where only a value can",
     "delete it, and put the fields in braces; the line should read: review: {every: 1 year} # r",
     "- id: a\n  review: {every: 1 year} # r\n  title: x\n"),
    ("an at sign in braces", "- {id: a, email: @home, title: x}\n",
     (1, 18), SURE, "this value begins with @, which means something in YAML",
     'put the value in quotes; the line should read: - {id: a, email: "@home", title: x}',
     '- {id: a, email: "@home", title: x}\n'),
    ("a backtick in braces", "- {id: a, title: `x }\n",
     (1, 18), SURE, "this value begins with `, which means something in YAML",
     'put the value in quotes; the line should read: - {id: a, title: "`x" }', '- {id: a, title: "`x" }\n'),
    ("a per cent sign in braces", "- {id: a, title: %x y}\n",
     (1, 18), SURE, "this value begins with %, which means something in YAML",
     'put the value in quotes; the line should read: - {id: a, title: "%x y"}', '- {id: a, title: "%x y"}\n'),
    ("two records on a line", "- {id: a} - {id: b}\n- {id: c}\n",
     (1, 11), UNSURE, "two records stand on one line", "begin a new line before the second `-`",
     "- {id: a}\n- {id: b}\n- {id: c}\n"),
    ("two records on a line, with a comma", "  - {id: a}, - {id: b}\n  - {id: c}\n",
     (1, 14), UNSURE, "two records stand on one line", "begin a new line before the second `-`",
     "  - {id: a}\n  - {id: b}\n  - {id: c}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [pytest.param(row[1], row[2:], id=row[0]) for row in ROWS])
def test_a_slip_is_told_and_put_right(text: str, told: Told) -> None:
    assert mended(text) == told
