"""Values that a reader takes otherwise than they were meant: told where they stand, and not inside block texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from igreg.source.slips.doubtful import Doubtful, cut_short, too_close, typographic


@pytest.mark.parametrize("mark", ["|", ">", "|-", ">-  # folded", ">2"])
def test_in_block_texts_all_signs_are_text(mark: str) -> None:
    text = f"notes: {mark}\n  team: Carer #2 (nights)\n\n  more: Carer #3 (days)\ntitle: Carer #4 (nights)\n"
    assert [(one.place.line, one.becomes) for one in cut_short(text)] == [(5, '"Carer #4 (nights)"')]


def test_a_comparison_begins_no_block_text() -> None:
    text = "title: more > less\n  team: Carer #2 (nights)\n"
    assert [(one.place.line, one.place.column) for one in cut_short(text)] == [(2, 15)]


Find = Callable[[str], Iterator[Doubtful]]
ROWS: list[tuple[Find, str, list[tuple[tuple[int, int, int], str, str]]]] = [
    (typographic, "a: \u201cb\u201d", [((1, 4, 7), "\u201cb\u201d", "\"b\"")]),
    (typographic, "- \u201cc d\u201d  # e", [((1, 3, 8), "\u201cc d\u201d", "\"c d\"")]),
    (typographic, "f: {g: \u00abh\u00bb, i: \u201cj\", k: \u2018l\u2019}", [((1, 8, 11), "\u00abh\u00bb", "\"h\""), ((1, 16, 19), "\u201cj\"", "\"j\""), ((1, 24, 27), "\u2018l\u2019", "\"l\"")]),
    (typographic, "m: [\u201cn\u201d, o]", [((1, 5, 8), "\u201cn\u201d", "\"n\"")]),
    (typographic, "p: \u201cq\u201d r", []),
    (typographic, "s: t \u201cu\u201d", []),
    (typographic, "v: \u201cw\u201cx\u201d", []),
    (typographic, "y: \u2018z\u2019s\u2019", [((1, 4, 9), "\u2018z\u2019s\u2019", "\"z\u2019s\"")]),
    (typographic, "\u201ca\u201d", []),
    (typographic, "\"\u201cb\u201d\": c", []),
    (typographic, "d: '\u201ce\u201d'", []),
    (typographic, "f: |\n  g: \u201ch\u201d\ni: \u201ej\u201c", [((3, 4, 7), "\u201ej\u201c", "\"j\"")]),
    (typographic, "# k: \u201cl\u201d", []),
    (typographic, "m: \u201c n \u201d", [((1, 4, 9), "\u201c n \u201d", "\"n\"")]),
    (typographic, "o: \u201cp\\q\u201d", [((1, 4, 9), "\u201cp\\q\u201d", "'p\\q'")]),
    (typographic, "r: \u201cs\"t\u201d", [((1, 4, 9), "\u201cs\"t\u201d", "'s\"t'")]),
    (typographic, "- {id: p, name: \u201cA\u201d, title: \u201cB\u201d}", [((1, 17, 20), "\u201cA\u201d", "\"A\""), ((1, 29, 32), "\u201cB\u201d", "\"B\"")]),
    (typographic, "p: [\u201ca\u201d, \u201cb\u201d]", [((1, 5, 8), "\u201ca\u201d", "\"a\""), ((1, 10, 13), "\u201cb\u201d", "\"b\"")]),
    (typographic, "a: \u201cb\u201d # \u201cc\u201d, \u201cd\u201d", [((1, 4, 7), "\u201cb\u201d", "\"b\"")]),
    (typographic, "{name: \u201cA, B\u201d, title: \u201cC\u201d}", [((1, 8, 14), "\u201cA, B\u201d", "\"A, B\""), ((1, 23, 26), "\u201cC\u201d", "\"C\"")]),
    (typographic, "a: \"b, \u201cc\u201d, d\"", []),
    (typographic, "a: {b: \"c, \u201cd\u201d, e\", f: \u201cg\u201d}", [((1, 24, 27), "\u201cg\u201d", "\"g\"")]),
    (typographic, "a: b, \u201cc\u201d, d", []),
    (typographic, "a: b [c], \u201cd\u201d", []),
    (typographic, "a: b # k: \u201cl\u201d", []),
    (typographic, "{title: 'x', name: \u201cy\u201d}", [((1, 20, 23), "\u201cy\u201d", "\"y\"")]),
    (typographic, "a: {b: it's, c: \u201cd\u201d}", [((1, 17, 20), "\u201cd\u201d", "\"d\"")]),
    (typographic, "a: {b: 'it, c: \u201cd\u201d}", []),
    (cut_short, "a: Carer #2 (nights)", [((1, 10, 21), "#2 (nights)", "\"Carer #2 (nights)\"")]),
    (cut_short, "a: Carer #two", []),
    (cut_short, "a: b c #two", [((1, 8, 12), "#two", "\"b c #two\"")]),
    (cut_short, "- d #2", [((1, 5, 7), "#2", "\"d #2\"")]),
    (cut_short, "e: #3", [((1, 4, 6), "#3", "\"#3\"")]),
    (cut_short, "f: #g", []),
    (cut_short, "h: 2026-01-01 #2", []),
    (cut_short, "i: 3 weeks #4", []),
    (cut_short, "j: true #5", []),
    (cut_short, "k: 'l' #6", []),
    (cut_short, "m: n #7 #8", []),
    (cut_short, "o: p  #9", []),
    (cut_short, "q: [r #1]", []),
    (cut_short, "s: t #", []),
    (cut_short, "u: v #2\r", [((1, 6, 8), "#2", "\"v #2\"")]),
    (cut_short, "# w: x #3", []),
    (cut_short, "y #4", [((1, 3, 5), "#4", "\"y #4\"")]),
    (cut_short, "z: *a #5", []),
    (cut_short, "id: b: c #6", []),
    (too_close, "a: VXA9Q# invented", [((1, 9, 19), "# invented", "VXA9Q # invented")]),
    (too_close, "b: abc# see", []),
    (too_close, "c: the minutes# of May", [((1, 15, 23), "# of May", "the minutes # of May")]),
    (too_close, "d: C# code", []),
    (too_close, "e: 'f'# g", []),
    (too_close, "h: ABC#i", []),
    (too_close, "j: AB# k", []),
    (too_close, "l: ABC # m", []),
    (too_close, "n: [o# p]", []),
    (too_close, "q: ABC# r\r", []),
    (too_close, "# s: ABC# t", []),
    (too_close, "u: v # w ABC# x", []),
    (too_close, "- y: 1234# z", [((1, 10, 13), "# z", "1234 # z")]),

]  # fmt: skip


@pytest.mark.parametrize(("find", "text", "told"), ROWS)
def test_what_is_told_where_and_what_becomes_of_it(
    find: Find, text: str, told: list[tuple[tuple[int, int, int], str, str]]
) -> None:
    assert [(tuple(one.place), one.text, one.becomes) for one in find(text)] == told


def test_a_long_line_has_each_of_its_values_looked_at() -> None:
    many = ", ".join(["\u201ca\u201d", "'b, \u201cc\u201d'", "{d: \u201ce\u201d}"] * 1_000)
    found = list(typographic(f"m: [{many}]  # n, [\u201co\u201d]\n"))
    assert [one.becomes for one in found] == ['"a"', '"e"'] * 1_000


@pytest.mark.parametrize(
    ("before", "is_value"),
    [
        ("m: ['n', ", True),
        ("m: ['n'', ", False),
        ("m: ['n'\", ", False),
        ("m: [ 'n'# o, ", False),
        ("m: ['n'# o, ", True),
        ("m: ['n, ", False),
        ("m: [n's, ", True),
        ("m: [n], ", False),
    ],
)
def test_a_value_begins_neither_in_quotes_nor_in_a_remark(before: str, is_value: bool) -> None:
    assert [one.becomes for one in typographic(f"{before}\u201cp\u201d]")] == (['"p"'] if is_value else [])
