"""Slips in braces and brackets: every guess in its order, not only the first."""

from __future__ import annotations

import pytest

from igreg.source.slips import flow, in_braces
from igreg.source.slips._slip import Finder
from tests.source.slips.mended import SURE, UNSURE, Guess, guesses

ROWS: list[tuple[str, Finder, str, int | None, int, list[Guess]]] = [
    ("semicolons", flow.semicolons, "{a: b; c: d; e: f}\na: b; c: d", None, 0, [
        ((1, 6), SURE, "a semicolon stands where a comma belongs", "{a: b, c: d, e: f}\na: b; c: d"),
    ]),
    ("two commas", flow.commas_twice, "[a,,b, ,c]\na,, b", None, 0, [
        ((1, 3), SURE, "two commas stand where one belongs", "[a,b,c]\na,, b"),
    ]),
    ("commas behind", flow.commas_behind, "a: [b],\n- c: {d: e} , # f\ng: h,", None, 0, [
        ((1, 7), SURE, "a comma stands at the end of the line, where nothing goes on",
         "a: [b]\n- c: {d: e} , # f\ng: h,"),
        ((2, 13), SURE, "a comma stands at the end of the line, where nothing goes on",
         "a: [b],\n- c: {d: e} # f\ng: h,"),
    ]),
    ("round brackets", flow.round_brackets, "(a: b)\n- (c: d) # e\nf: (g: h)\ni: (j)", None, 0, [
        ((3, 4), SURE, "round brackets stand where braces belong", "(a: b)\n- (c: d) # e\nf: {g: h}\ni: (j)"),
        ((2, 3), SURE, "round brackets stand where braces belong", "(a: b)\n- {c: d} # e\nf: (g: h)\ni: (j)"),
        ((1, 1), SURE, "round brackets stand where braces belong", "{a: b}\n- (c: d) # e\nf: (g: h)\ni: (j)"),
    ]),
    ("no braces", flow.braces_missing, "- a: b, c: d\n- - e: f, g: h} # i\nj: k, l: m\n- n: o p, q: r # s}", None, 0, [
        ((4, 3), UNSURE, "braces are missing: several fields stand on this line",
         "- a: b, c: d\n- - e: f, g: h} # i\nj: k, l: m\n- {n: o p, q: r} # s}"),
        ((2, 5), UNSURE, "a brace is missing: several fields stand on this line",
         "- a: b, c: d\n- - {e: f, g: h} # i\nj: k, l: m\n- n: o p, q: r # s}"),
        ((1, 3), UNSURE, "braces are missing: several fields stand on this line",
         "- {a: b, c: d}\n- - e: f, g: h} # i\nj: k, l: m\n- n: o p, q: r # s}"),
    ]),
    ("dashes behind a colon", flow.dashes_in_lines, "a: - b: c\n- d: - e: f  # g\nh: - i", None, 0, [
        ((2, 6), UNSURE, "a dash stands behind a colon, where only a value can", "a: - b: c\n- d: {e: f}  # g\nh: - i"),
        ((1, 4), UNSURE, "a dash stands behind a colon, where only a value can", "a: {b: c}\n- d: - e: f  # g\nh: - i"),
    ]),
    ("odd beginnings", flow.odd_beginnings, "{a: @b, c: %d e}\n{f: `g`}\n{h: i@j}", None, 0, [
        ((1, 5), SURE, "this value begins with @, which means something in YAML",
         "{a: \"@b\", c: %d e}\n{f: `g`}\n{h: i@j}"),
        ((1, 12), SURE, "this value begins with %, which means something in YAML",
         "{a: @b, c: \"%d e\"}\n{f: `g`}\n{h: i@j}"),
        ((2, 5), SURE, "this value begins with `, which means something in YAML",
         "{a: @b, c: %d e}\n{f: \"`g`\"}\n{h: i@j}"),
    ]),
    ("two records in a line", flow.records_in_a_line, "- {a: b} - {c: d}\n  - {e: f}, - {g: h}\n{i: j} - {k: l}", None, 0, [
        ((1, 10), UNSURE, "two records stand on one line", "- {a: b}\n- {c: d}\n  - {e: f}, - {g: h}\n{i: j} - {k: l}"),
        ((2, 13), UNSURE, "two records stand on one line",
         "- {a: b} - {c: d}\n  - {e: f}\n  - {g: h}\n{i: j} - {k: l}"),
    ]),
    ("colons of a text in braces", in_braces.colons_in_braces, "- {a: b zz: c}\n- {d: e title: f}\n- {g: h yy: i, j: k yy: l}", None, 0, [
        ((1, 7), UNSURE, "a colon followed by a space stands inside this value",
         "- {a: \"b zz: c\"}\n- {d: e title: f}\n- {g: h yy: i, j: k yy: l}"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("finder", "text", "stopped", "began", "told"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_every_guess(finder: Finder, text: str, stopped: int | None, began: int, told: list[Guess]) -> None:
    assert guesses(finder, text, stopped, began) == told
