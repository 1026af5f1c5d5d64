"""Lines set in too far or not far enough, and lost dashes: every guess in its order, not only the first."""

from __future__ import annotations

import pytest

from igreg.source.slips import layout
from igreg.source.slips._slip import Finder
from tests.source.slips.mended import SURE, UNSURE, Guess, guesses

ROWS: list[tuple[str, Finder, str, int | None, int, list[Guess]]] = [
    ("the lines near the stop, odd ones first", layout.indents, "- id: a\n  title: x\n   unit: u\n  areas: []", 2, 0, [
        ((3, 4), UNSURE, "this line begins too far in: in column 4, where column 3 belongs",
         "- id: a\n  title: x\n  unit: u\n  areas: []"),
        ((3, 4), UNSURE, "this line begins too far in: in column 4, where column 1 belongs",
         "- id: a\n  title: x\nunit: u\n  areas: []"),
        ((2, 3), UNSURE, "this line begins not far enough in: in column 3, where column 4 belongs",
         "- id: a\n   title: x\n   unit: u\n  areas: []"),
        ((2, 3), UNSURE, "this line begins too far in: in column 3, where column 1 belongs",
         "- id: a\ntitle: x\n   unit: u\n  areas: []"),
        ((1, 1), UNSURE, "this line begins not far enough in: in column 1, where column 4 belongs",
         "   - id: a\n  title: x\n   unit: u\n  areas: []"),
        ((1, 1), UNSURE, "this line begins not far enough in: in column 1, where column 3 belongs",
         "  - id: a\n  title: x\n   unit: u\n  areas: []"),
    ]),
    ("two by two", layout.indents, "- id: a\n    title: x\n  unit: u", None, 0, [
        ((3, 3), UNSURE, "this line begins not far enough in: in column 3, where column 5 belongs",
         "- id: a\n    title: x\n    unit: u"),
        ((3, 3), UNSURE, "this line begins too far in: in column 3, where column 1 belongs",
         "- id: a\n    title: x\nunit: u"),
        ((2, 5), UNSURE, "this line begins too far in: in column 5, where column 3 belongs",
         "- id: a\n  title: x\n  unit: u"),
        ((2, 5), UNSURE, "this line begins too far in: in column 5, where column 1 belongs",
         "- id: a\ntitle: x\n  unit: u"),
        ((1, 1), UNSURE, "this line begins not far enough in: in column 1, where column 3 belongs",
         "  - id: a\n    title: x\n  unit: u"),
        ((1, 1), UNSURE, "this line begins not far enough in: in column 1, where column 5 belongs",
         "    - id: a\n    title: x\n  unit: u"),
    ]),
    ("a remark is no line to set in", layout.indents, "- id: a\n    - {staff: b}\n # c\n   - {staff: c}", None, 0, [
        ((4, 4), UNSURE, "this line begins not far enough in: in column 4, where column 7 belongs",
         "- id: a\n    - {staff: b}\n # c\n      - {staff: c}"),
        ((4, 4), UNSURE, "this line begins not far enough in: in column 4, where column 5 belongs",
         "- id: a\n    - {staff: b}\n # c\n    - {staff: c}"),
        ((4, 4), UNSURE, "this line begins too far in: in column 4, where column 3 belongs",
         "- id: a\n    - {staff: b}\n # c\n  - {staff: c}"),
        ((4, 4), UNSURE, "this line begins too far in: in column 4, where column 1 belongs",
         "- id: a\n    - {staff: b}\n # c\n- {staff: c}"),
        ((2, 5), UNSURE, "this line begins not far enough in: in column 5, where column 6 belongs",
         "- id: a\n     - {staff: b}\n # c\n   - {staff: c}"),
        ((2, 5), UNSURE, "this line begins too far in: in column 5, where column 4 belongs",
         "- id: a\n   - {staff: b}\n # c\n   - {staff: c}"),
        ((2, 5), UNSURE, "this line begins too far in: in column 5, where column 3 belongs",
         "- id: a\n  - {staff: b}\n # c\n   - {staff: c}"),
        ((2, 5), UNSURE, "this line begins too far in: in column 5, where column 1 belongs",
         "- id: a\n- {staff: b}\n # c\n   - {staff: c}"),
    ]),
    ("one record", layout.indents, "id: a\n title: b", None, 0, [
        ((2, 2), UNSURE, "this line begins too far in: in column 2, where column 1 belongs", "id: a\ntitle: b"),
        ((1, 1), UNSURE, "this line begins not far enough in: in column 1, where column 2 belongs",
         " id: a\n title: b"),
    ]),
    ("an empty line", layout.indents, "a: b\n\n   c: d", None, 0, [
        ((3, 4), UNSURE, "this line begins too far in: in column 4, where column 1 belongs", "a: b\n\nc: d"),
        ((1, 1), UNSURE, "this line begins not far enough in: in column 1, where column 4 belongs",
         "   a: b\n\n   c: d"),
    ]),
    ("a list item lost its dash", layout.dashes_lost, "- id: a\n  duties:\n    x: y\n    z: w\n    - x: q\n      z: r", 4, 0, [
        ((3, 5), SURE, "a dash is missing: the first item of `duties` begins here",
         "- id: a\n  duties:\n    - x: y\n      z: w\n    - x: q\n      z: r"),
    ]),
    ("one field alone", layout.dashes_lost, "- id: a\n  duties:\n    x: y\n    - x: q", None, 0, [
        ((3, 5), SURE, "a dash is missing: the first item of `duties` begins here",
         "- id: a\n  duties:\n    - x: y\n    - x: q"),
    ]),
    ("behind an empty line", layout.dashes_lost, "- id: a\n  duties:\n\n    x: y\n    - x: q", None, 0, []),
    ("deeper fields of its own", layout.dashes_lost, "duties:\n  x:\n      y: z\n  - x: q", None, 0, [
        ((2, 3), SURE, "a dash is missing: the first item of `duties` begins here",
         "duties:\n  - x:\n        y: z\n  - x: q"),
    ]),
    ("no name of a list above", layout.dashes_lost, "- id: a\n  duties: z\n    x: y\n    - x: q", None, 0, []),
    ("nothing above", layout.dashes_lost, "x: y\n- x: q", None, 0, []),
    ("no dash lost", layout.dashes_lost, "- id: a\n  duties:\n    - x: y\n    - x: q", None, 0, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("finder", "text", "stopped", "began", "told"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_every_guess(finder: Finder, text: str, stopped: int | None, began: int, told: list[Guess]) -> None:
    assert guesses(finder, text, stopped, began) == told
