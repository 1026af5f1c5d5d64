"""Characters that look like others: every guess in its order, not only the first."""

from __future__ import annotations

import pytest

from igreg.source.slips import characters
from igreg.source.slips._slip import Finder
from tests.source.slips.mended import SURE, UNSURE, Guess, guesses

ROWS: list[tuple[str, Finder, str, int | None, int, list[Guess]]] = [
    ("set in by odd spaces", characters.odd_blanks, "- id: a\n\u00a0\u00a0title: x\n    unit: u", 1, 0, [
        ((2, 1), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\n  title: x\n    unit: u"),
        ((2, 1), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\n  title: x\n    unit: u"),
        ((2, 1), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\ntitle: x\n    unit: u"),
        ((2, 1), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\n    title: x\n    unit: u"),
    ]),
    ("set in by spaces and an odd one", characters.odd_blanks, "- id: a\n \u00a0title: x", None, 0, [
        ((2, 2), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\n  title: x"),
        ((2, 2), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\n  title: x"),
        ((2, 2), SURE, "a no-break space, which looks like a space, stands where a space belongs", "- id: a\ntitle: x"),
        ((2, 2), SURE, "a no-break space, which looks like a space, stands where a space belongs",
         "- id: a\n    title: x"),
    ]),
    ("among the text", characters.odd_blanks, "- id:\u200ba\n  title: x\u2003y\u00a0z", None, 0, [
        ((2, 11), SURE, "a blank of another sort (U+2003), which looks like a space, stands where a space belongs",
         "- id:\u200ba\n  title: x y z"),
        ((1, 6), SURE, "a zero-width space, which cannot be seen, stands among the text",
         "- id:a\n  title: x\u2003y\u00a0z"),
    ]),
    ("a sign that is nothing at the beginning", characters.odd_blanks, "\u200b\u00a0id: a", None, 0, [
        ((1, 1), SURE, "a zero-width space, which cannot be seen, stands among the text", " id: a"),
    ]),
    ("a tab sets in", characters.tabs, "- id: a\n\ttitle:\tx\n      - unit: u", 1, 0, [
        ((2, 1), SURE, "a tab sets this line in, and only spaces can do that", "- id: a\n  title:\tx\n      - unit: u"),
        ((2, 1), SURE, "a tab sets this line in, and only spaces can do that", "- id: a\ntitle:\tx\n      - unit: u"),
        ((2, 1), SURE, "a tab sets this line in, and only spaces can do that",
         "- id: a\n    title:\tx\n      - unit: u"),
    ]),
    ("a tab in the middle", characters.tabs, "- id: a\n  title:\tx\ty", None, 0, [
        ((2, 9), SURE, "a tab stands where a space belongs", "- id: a\n  title: x y"),
    ]),
    ("a tab among spaces", characters.tabs, " \t x: y", None, 0, [
        ((1, 2), SURE, "a tab sets this line in, and only spaces can do that", "  x: y"),
        ((1, 2), SURE, "a tab sets this line in, and only spaces can do that", "    x: y"),
        ((1, 2), SURE, "a tab sets this line in, and only spaces can do that", "x: y"),
    ]),
    ("a tab alone", characters.tabs, "\t\nx: y", None, 0, [
        ((1, 1), SURE, "a tab stands where a space belongs", " \nx: y"),
    ]),
    ("bullets", characters.odd_dashes, "- id: a\n  duties:\n\u2022\tOne\n  \u2013 Two\n    * Three", None, 0, [
        ((5, 5), SURE, "an asterisk (*) stands where the `-` of a list belongs",
         "- id: a\n  duties:\n\u2022\tOne\n  \u2013 Two\n    - Three"),
        ((4, 3), SURE, "an en dash (\u2013) stands where the `-` of a list belongs",
         "- id: a\n  duties:\n\u2022\tOne\n  - Two\n    * Three"),
        ((3, 1), UNSURE, "a bullet (\u2022) stands where the `-` of a list belongs, and at the margin",
         "- id: a\n  duties:\n  - One\n  \u2013 Two\n    * Three"),
        ((3, 1), SURE, "a bullet (\u2022) stands where the `-` of a list belongs",
         "- id: a\n  duties:\n- One\n  \u2013 Two\n    * Three"),
    ]),
    ("a bullet set in as far as the name above", characters.odd_dashes, "  duties:\n  \u2022One", None, 0, [
        ((2, 3), SURE, "a bullet (\u2022) stands where the `-` of a list belongs", "  duties:\n  - One"),
    ]),
    ("a bullet on the first line", characters.odd_dashes, "\u2022 id: a\n\u2022", None, 0, [
        ((1, 1), SURE, "a bullet (\u2022) stands where the `-` of a list belongs", "- id: a\n\u2022"),
    ]),
    ("an asterisk within a list", characters.odd_dashes, "- * a", None, 0, [
        ((1, 3), SURE, "an asterisk (*) stands where the `-` of a list belongs", "- - a"),
    ]),
    ("numbers", characters.numbers_for_dashes, "- id: a\n1. id: b\n10) title:\n  2.  x: y\n1234. x: y\n5.x: y", None, 0, [
        ((4, 3), SURE, "a number (2.) stands where the `-` of a list belongs",
         "- id: a\n1. id: b\n10) title:\n  - x: y\n1234. x: y\n5.x: y"),
        ((4, 3), SURE, "a number (2.) stands where the `-` of a list belongs",
         "- id: a\n1. id: b\n10) title:\n  -   x: y\n1234. x: y\n5.x: y"),
        ((3, 1), SURE, "a number (10)) stands where the `-` of a list belongs",
         "- id: a\n1. id: b\n- title:\n  2.  x: y\n1234. x: y\n5.x: y"),
        ((3, 1), SURE, "a number (10)) stands where the `-` of a list belongs",
         "- id: a\n1. id: b\n-   title:\n  2.  x: y\n1234. x: y\n5.x: y"),
        ((2, 1), SURE, "a number (1.) stands where the `-` of a list belongs",
         "- id: a\n- id: b\n10) title:\n  2.  x: y\n1234. x: y\n5.x: y"),
        ((2, 1), SURE, "a number (1.) stands where the `-` of a list belongs",
         "- id: a\n-  id: b\n10) title:\n  2.  x: y\n1234. x: y\n5.x: y"),
    ]),
    ("typographic quotation marks", characters.odd_quotes, "a: \u201cb\u201d\nc: \u201ca \"b\u201d\n- \u201ed\u201c  # r\n\u201ce\u201d f", None, 0, [
        ((3, 3), SURE, "typographic quotation marks are part of a text, and do not hold it together",
         "a: \u201cb\u201d\nc: \u201ca \"b\u201d\n- \"d\"  # r\n\u201ce\u201d f"),
        ((1, 4), SURE, "typographic quotation marks are part of a text, and do not hold it together",
         "a: \"b\"\nc: \u201ca \"b\u201d\n- \u201ed\u201c  # r\n\u201ce\u201d f"),
    ]),
    ("other colons", characters.odd_colons, "a = b\n- c\uff1ad\n  e ;\n= f\n- g\u2236  h", None, 0, [
        ((5, 4), SURE, "a ratio sign stands where the colon behind `g` belongs",
         "a = b\n- c\uff1ad\n  e ;\n= f\n- g: h"),
        ((3, 5), SURE, "a semicolon stands where the colon behind `e` belongs",
         "a = b\n- c\uff1ad\n  e:\n= f\n- g\u2236  h"),
        ((2, 4), SURE, "a wide colon stands where the colon behind `c` belongs",
         "a = b\n- c: d\n  e ;\n= f\n- g\u2236  h"),
        ((1, 3), SURE, "= stands where the colon behind `a` belongs", "a: b\n- c\uff1ad\n  e ;\n= f\n- g\u2236  h"),
    ]),
    ("what is spoken for a colon", characters.spoken_colons, "title - Nurse\n- name -> Pat\nunit. Home\nx! y\nTitle - z\na-b\nq , r", None, 0, [
        ((4, 2), UNSURE, "an exclamation mark (!) stands where the colon behind `x` belongs",
         "title - Nurse\n- name -> Pat\nunit. Home\nx: y\nTitle - z\na-b\nq , r"),
        ((3, 5), UNSURE, "a full stop (.) stands where the colon behind `unit` belongs",
         "title - Nurse\n- name -> Pat\nunit: Home\nx! y\nTitle - z\na-b\nq , r"),
        ((2, 7), UNSURE, "an arrow (->) stands where the colon behind `name` belongs",
         "title - Nurse\n- name: Pat\nunit. Home\nx! y\nTitle - z\na-b\nq , r"),
        ((1, 6), UNSURE, "a dash (-) stands where the colon behind `title` belongs",
         "title: Nurse\n- name -> Pat\nunit. Home\nx! y\nTitle - z\na-b\nq , r"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("finder", "text", "stopped", "began", "told"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_every_guess(finder: Finder, text: str, stopped: int | None, began: int, told: list[Guess]) -> None:
    assert guesses(finder, text, stopped, began) == told
