"""What is missing or too many: every guess in its order, not only the first."""

from __future__ import annotations

import pytest

from igreg.source.slips import punctuation
from igreg.source.slips._slip import Finder
from tests.source.slips.mended import SURE, UNSURE, Guess, guesses

ROWS: list[tuple[str, Finder, str, int | None, int, list[Guess]]] = [
    ("a tight dash and lines below", punctuation.tight_dashes, "-a\n b: c\n\n  d: e\nf: g", 0, 0, [
        ((1, 2), SURE, "a space is missing behind the dash", "- a\n b: c\n\n  d: e\nf: g"),
        ((1, 2), SURE, "a space is missing behind the dash", "- a\n  b: c\n\n   d: e\nf: g"),
    ]),
    ("a tight dash and nothing set in below", punctuation.tight_dashes, "-a\nb: c\n  d: e", 0, 0, [
        ((1, 2), SURE, "a space is missing behind the dash", "- a\nb: c\n  d: e"),
    ]),
    ("dashes within dashes", punctuation.tight_dashes, "- -a\n-- b\n---\n  -c", None, 0, [
        ((4, 4), SURE, "a space is missing behind the dash", "- -a\n-- b\n---\n  - c"),
        ((2, 2), SURE, "two dashes stand where one belongs", "- -a\n-  b\n---\n  -c"),
        ((1, 4), SURE, "a space is missing behind the dash", "- - a\n-- b\n---\n  -c"),
    ]),
    ("tight colons", punctuation.tight_colons, "a:b\n- - c:d\nhttp://x\ne: f\nx::y", None, 0, [
        ((2, 7), SURE, "a space is missing behind the colon of `c`", "a:b\n- - c: d\nhttp://x\ne: f\nx::y"),
        ((1, 3), SURE, "a space is missing behind the colon of `a`", "a: b\n- - c:d\nhttp://x\ne: f\nx::y"),
    ]),
    ("no colons", punctuation.missing_colons, "a b\nThis is a line that was written.\nc\n- d  e\n=\nf = g", None, 0, [
        ((4, 4), UNSURE, "a colon is missing behind `d`", "a b\nThis is a line that was written.\nc\n- d: e\n=\nf = g"),
        ((3, 2), UNSURE, "a colon is missing behind `c`",
         "a b\nThis is a line that was written.\nc:\n- d  e\n=\nf = g"),
        ((1, 2), UNSURE, "a colon is missing behind `a`",
         "a: b\nThis is a line that was written.\nc\n- d  e\n=\nf = g"),
    ]),
    ("no commas in lines", punctuation.commas_in_lines, "- {a: b c: d}\n- [{a: b}{c: d} [e]]\na: b c: d\nx: {\n  y: z w: v", None, 0, [
        ((1, 8), SURE, "a comma is missing behind 'b'",
         "- {a: b, c: d}\n- [{a: b}{c: d} [e]]\na: b c: d\nx: {\n  y: z w: v"),
        ((2, 10), SURE, "a comma is missing behind 'b}'",
         "- {a: b c: d}\n- [{a: b}, {c: d} [e]]\na: b c: d\nx: {\n  y: z w: v"),
        ((2, 16), SURE, "a comma is missing behind 'd}'",
         "- {a: b c: d}\n- [{a: b}{c: d}, [e]]\na: b c: d\nx: {\n  y: z w: v"),
        ((5, 7), SURE, "a comma is missing behind 'z'",
         "- {a: b c: d}\n- [{a: b}{c: d} [e]]\na: b c: d\nx: {\n  y: z, w: v"),
    ]),
    ("no commas in lines, begun further down", punctuation.commas_in_lines, "x: {\n  y: z\nw: v u: t", None, 2, []),
    ("no commas at ends", punctuation.commas_at_ends, "- x: [\n  a,\n  b  # r\n  c\n  ]\n  d: e", None, 0, [
        ((3, 4), SURE, "a comma is missing behind 'b'", "- x: [\n  a,\n  b,  # r\n  c\n  ]\n  d: e"),
        ((4, 4), SURE, "a comma is missing behind 'c'", "- x: [\n  a,\n  b  # r\n  c,\n  ]\n  d: e"),
    ]),
    ("no commas at ends of fields", punctuation.commas_at_ends, "- x: {\n  a b\n  c d}", None, 0, [
        ((2, 6), SURE, "a comma is missing behind 'b'", "- x: {\n  a b,\n  c d}"),
    ]),
    ("no commas at the end of the last line", punctuation.commas_at_ends, "- x: [\n  a\n  b", 1, 0, []),
    ("brackets", punctuation.brackets, "a: [b]]\nc: {d: [e}\nf: (g}\nh: ['i]', \"j]\" # ]", None, 0, [
        ((1, 7), UNSURE, "the bracket ] closes what was not opened",
         "a: [b]\nc: {d: [e}\nf: (g}\nh: ['i]', \"j]\" # ]"),
        ((2, 10), SURE, "} closes what was opened with the other sign",
         "a: [b]]\nc: {d: [e]\nf: (g}\nh: ['i]', \"j]\" # ]"),
        ((3, 6), UNSURE, "the brace } closes what was not opened", "a: [b]]\nc: {d: [e}\nf: (g\nh: ['i]', \"j]\" # ]"),
        ((4, 15), UNSURE, "a space and # begin a remark here, and what closes the bracket stands in it",
         "a: [b]]\nc: {d: [e}\nf: (g}\nh: ['i]', '\"j]\" #' ]"),
    ]),
    ("brackets left open", punctuation.brackets, "a: {b: [c, d\ne: [f,\ng: {h: i,  # j", None, 0, [
        ((1, 8), SURE, "the bracket [ that opens here is not closed", "a: {b: [c, d]}\ne: [f,\ng: {h: i,  # j"),
        ((2, 4), SURE, "the bracket [ that opens here is not closed", "a: {b: [c, d\ne: [f],\ng: {h: i,  # j"),
        ((2, 4), UNSURE, "the bracket [ that opens here is not closed", "a: {b: [c, d\ne: [f]\ng: {h: i,  # j"),
        ((3, 4), SURE, "the brace { that opens here is not closed", "a: {b: [c, d\ne: [f,\ng: {h: i},  # j"),
        ((3, 4), UNSURE, "the brace { that opens here is not closed", "a: {b: [c, d\ne: [f,\ng: {h: i}  # j"),
    ]),
    ("a hash in brackets", punctuation.brackets, "a: {b: c, d: e #f}\ng: [h, i #j, k]\nl: {m: n #o\np: [q, r #s, {t: u", None, 0, [
        ((1, 15), UNSURE, "a space and # begin a remark here, and what closes the brace stands in it",
         "a: {b: c, d: \"e #f\"}\ng: [h, i #j, k]\nl: {m: n #o\np: [q, r #s, {t: u"),
        ((2, 9), UNSURE, "a space and # begin a remark here, and what closes the bracket stands in it",
         "a: {b: c, d: e #f}\ng: [h, \"i #j\", k]\nl: {m: n #o\np: [q, r #s, {t: u"),
        ((3, 4), SURE, "the brace { that opens here is not closed",
         "a: {b: c, d: e #f}\ng: [h, i #j, k]\nl: {m: n} #o\np: [q, r #s, {t: u"),
        ((4, 4), SURE, "the bracket [ that opens here is not closed",
         "a: {b: c, d: e #f}\ng: [h, i #j, k]\nl: {m: n #o\np: [q, r] #s, {t: u"),
    ]),
    ("errors of a spreadsheet", punctuation.brackets, "a: {b: #REF!, c: d}\ne: [f, #N/A]\ng: {h: #NAME}", None, 0, [
        ((1, 7), UNSURE, "an error of a spreadsheet (#REF!) stands where a value belongs",
         "a: {b: \"\", c: d}\ne: [f, #N/A]\ng: {h: #NAME}"),
        ((2, 7), UNSURE, "an error of a spreadsheet (#N/A) stands where a value belongs",
         "a: {b: #REF!, c: d}\ne: [f, \"\"]\ng: {h: #NAME}"),
        ((3, 7), UNSURE, "a space and # begin a remark here, and what closes the brace stands in it",
         "a: {b: #REF!, c: d}\ne: [f, #N/A]\ng: {h: \"#NAME\"}"),
    ]),
    ("a list in braces that swallows fields", punctuation.brackets, "a: {b: [c, d, e: f, g: h}\ni: {j: [k l, m: [n]]\no: [p, q: r", None, 0, [
        ((1, 8), UNSURE, "the bracket [ that opens here is not closed",
         "a: {b: [c, d], e: f, g: h}\ni: {j: [k l, m: [n]]\no: [p, q: r"),
        ((1, 25), UNSURE, "} closes what was opened with the other sign",
         "a: {b: [c, d, e: f, g: h]\ni: {j: [k l, m: [n]]\no: [p, q: r"),
        ((2, 4), UNSURE, "the brace { that opens here is not closed",
         "a: {b: [c, d, e: f, g: h}\ni: {j: [k l, m: [n]]}\no: [p, q: r"),
        ((3, 4), UNSURE, "the bracket [ that opens here is not closed",
         "a: {b: [c, d, e: f, g: h}\ni: {j: [k l, m: [n]]\no: [p], q: r"),
        ((3, 4), UNSURE, "the bracket [ that opens here is not closed",
         "a: {b: [c, d, e: f, g: h}\ni: {j: [k l, m: [n]]\no: [p, q: r]"),
    ]),
    ("apostrophes and brackets", punctuation.brackets, "a: it's [b\nc: {d: 'e}', f: g\nh: ['i', j", None, 0, [
        ((1, 9), SURE, "the bracket [ that opens here is not closed", "a: it's [b]\nc: {d: 'e}', f: g\nh: ['i', j"),
        ((2, 4), SURE, "the brace { that opens here is not closed", "a: it's [b\nc: {d: 'e}', f: g}\nh: ['i', j"),
        ((3, 4), SURE, "the bracket [ that opens here is not closed", "a: it's [b\nc: {d: 'e}', f: g\nh: ['i', j]"),
    ]),
    ("lists over lines", punctuation.lists_never_closed, "- x: [\n  a,\n  b\n  d: e", None, 0, [
        ((1, 6), SURE, "the bracket [ that opens here is not closed", "- x: [\n  a,\n  b]\n  d: e"),
    ]),
    ("lists over lines and an empty one", punctuation.lists_never_closed, "- x: {a: [b,\n   c\n\n  d: e", None, 0, [
        ((1, 10), SURE, "the bracket [ that opens here is not closed", "- x: {a: [b,\n   c]}\n\n  d: e"),
        ((1, 10), SURE, "the bracket [ that opens here is not closed", "- x: {a: [b,\n   c\n]}\n  d: e"),
    ]),
    ("braces over lines", punctuation.lists_never_closed, "- x: {a: b,\n   c: d,\n  e: f", None, 0, [
        ((1, 6), SURE, "the brace { that opens here is not closed", "- x: {a: b,\n   c: d},\n  e: f"),
        ((1, 6), UNSURE, "the brace { that opens here is not closed", "- x: {a: b,\n   c: d}\n  e: f"),
        ((1, 6), SURE, "the brace { that opens here is not closed", "- x: {a: b,\n   c: d,\n  e: f}"),
    ]),
    ("a list over lines stopped early", punctuation.lists_never_closed, "- x: [\n  a,\n  b\n  d: e", 1, 0, []),
    ("a list closed, and one closed wrongly", punctuation.lists_never_closed, "x: [a,\n b]\ny: [c}\n d", None, 0, [
        ((1, 4), SURE, "the bracket [ that opens here is not closed", "x: [a,\n b]\ny: [c}\n d"),
        ((1, 4), SURE, "the bracket [ that opens here is not closed", "x: [a,\n b]\ny: [c}\n d]"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("finder", "text", "stopped", "began", "told"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_every_guess(finder: Finder, text: str, stopped: int | None, began: int, told: list[Guess]) -> None:
    assert guesses(finder, text, stopped, began) == told
