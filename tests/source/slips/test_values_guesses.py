"""Values that need quotes: every guess in its order, not only the first."""

from __future__ import annotations

import pytest

from igreg.source.slips import values
from igreg.source.slips._slip import Finder
from tests.source.slips.mended import SURE, UNSURE, Guess, guesses

ROWS: list[tuple[str, Finder, str, int | None, int, list[Guess]]] = [
    ("quotes", values.quotes, "a: 'b'c'\nd: \"e\nf: 'g' h\n- 'i: j\n'k': l", None, 0, [
        ((1, 6), SURE, "an apostrophe inside '...' ends the text before its time",
         "a: \"b'c\"\nd: \"e\nf: 'g' h\n- 'i: j\n'k': l"),
        ((1, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: \"b'c'\"\nd: \"e\nf: 'g' h\n- 'i: j\n'k': l"),
        ((2, 4), SURE, "the quotation mark \" opens here and is not closed on this line",
         "a: 'b'c'\nd: \"e\"\nf: 'g' h\n- 'i: j\n'k': l"),
        ((3, 8), UNSURE, "the quotation marks hold only a part of this value: 'h' stands behind them",
         "a: 'b'c'\nd: \"e\nf: \"'g' h\"\n- 'i: j\n'k': l"),
        ((3, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: 'b'c'\nd: \"e\nf: \"g' h\"\n- 'i: j\n'k': l"),
        ((4, 3), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: 'b'c'\nd: \"e\nf: 'g' h\n- \"i: j\"\n'k': l"),
    ]),
    ("an apostrophe inside, and more behind it", values.quotes, "a: 'it's b' c", None, 0, [
        ((1, 13), UNSURE, "the quotation marks hold only a part of this value: 'c' stands behind them",
         'a: "\'it\'s b\' c"'),
        ((1, 4), SURE, "the quotation mark ' opens here and is not closed on this line", 'a: "it\'s b\' c"'),
    ]),
    ("more behind a quoted text than is shown", values.quotes, f"a: 'b' {'c' * 31}", None, 0, [
        ((1, 8), UNSURE, f"the quotation marks hold only a part of this value: '{'c' * 30}' stands behind them",
         f"a: \"'b' {'c' * 31}\""),
        ((1, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         f"a: \"b' {'c' * 31}\""),
    ]),
    ("an apostrophe inside, and two at one end", values.quotes, "a: ''b'c'\nd: 'e'f''", None, 0, [
        ((1, 5), SURE, "an apostrophe inside '...' ends the text before its time", "a: \"'b'c\"\nd: 'e'f''"),
        ((1, 4), SURE, "the quotation mark ' opens here and is not closed on this line", "a: \"'b'c'\"\nd: 'e'f''"),
        ((2, 6), SURE, "an apostrophe inside '...' ends the text before its time", "a: ''b'c'\nd: \"e'f'\""),
        ((2, 4), SURE, "the quotation mark ' opens here and is not closed on this line", "a: ''b'c'\nd: \"e'f''\""),
    ]),
    ("quotes of two sorts", values.quotes, "a: ''b''\nc: \"d'\ne: 'f\u2019 # g", None, 0, [
        ((1, 4), UNSURE, "two apostrophes stand where a quotation mark belongs", "a: \"b\"\nc: \"d'\ne: 'f\u2019 # g"),
        ((1, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: \"'b''\"\nc: \"d'\ne: 'f\u2019 # g"),
        ((2, 4), UNSURE, "the quotation mark \" opens here and is not closed on this line",
         "a: ''b''\nc: \"d\"\ne: 'f\u2019 # g"),
        ((2, 4), SURE, "the quotation mark \" opens here and is not closed on this line",
         "a: ''b''\nc: \"d'\"\ne: 'f\u2019 # g"),
        ((3, 4), UNSURE, "the quotation mark ' opens here and is not closed on this line",
         "a: ''b''\nc: \"d'\ne: \"f\" # g"),
        ((3, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: ''b''\nc: \"d'\ne: \"f\u2019\" # g"),
    ]),
    ("quotes that are closed by a bracket", values.quotes, "a: 'b', c\nd: \"e\"f\"]\ng: 'h'  # i\nj: ''k' l''", None, 0, [
        ((1, 7), UNSURE, "the quotation marks hold only a part of this value: ', c' stands behind them",
         "a: \"'b', c\"\nd: \"e\"f\"]\ng: 'h'  # i\nj: ''k' l''"),
        ((1, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: \"b', c\"\nd: \"e\"f\"]\ng: 'h'  # i\nj: ''k' l''"),
        ((2, 6), SURE, "a quotation mark inside \"...\" ends the text before its time",
         "a: 'b', c\nd: 'e\"f']\ng: 'h'  # i\nj: ''k' l''"),
        ((2, 4), SURE, "the quotation mark \" opens here and is not closed on this line",
         "a: 'b', c\nd: 'e\"f\"]'\ng: 'h'  # i\nj: ''k' l''"),
        ((3, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: 'b', c\nd: \"e\"f\"]\ng: \"h'\"  # i\nj: ''k' l''"),
        ((4, 5), UNSURE, "an apostrophe inside '...' ends the text before its time",
         "a: 'b', c\nd: \"e\"f\"]\ng: 'h'  # i\nj: \"'k' l'\""),
        ((4, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: 'b', c\nd: \"e\"f\"]\ng: 'h'  # i\nj: \"'k' l''\""),
    ]),
    ("a quote around a quote", values.quotes, "a: \"b \"c\" d\"\ne: '\"f\" g'h'\ni: \"\"j\"\"", None, 0, [
        ((1, 7), SURE, "a quotation mark inside \"...\" ends the text before its time",
         "a: 'b \"c\" d'\ne: '\"f\" g'h'\ni: \"\"j\"\""),
        ((1, 4), SURE, "the quotation mark \" opens here and is not closed on this line",
         "a: 'b \"c\" d\"'\ne: '\"f\" g'h'\ni: \"\"j\"\""),
        ((2, 10), SURE, "an apostrophe inside '...' ends the text before its time",
         "a: \"b \"c\" d\"\ne: '\"f\" g''h'\ni: \"\"j\"\""),
        ((2, 4), SURE, "the quotation mark ' opens here and is not closed on this line",
         "a: \"b \"c\" d\"\ne: '\"f\" g''h'''\ni: \"\"j\"\""),
        ((3, 5), UNSURE, "a quotation mark inside \"...\" ends the text before its time",
         "a: \"b \"c\" d\"\ne: '\"f\" g'h'\ni: '\"j\"'"),
        ((3, 4), SURE, "the quotation mark \" opens here and is not closed on this line",
         "a: \"b \"c\" d\"\ne: '\"f\" g'h'\ni: '\"j\"\"'"),
    ]),
    ("colons", values.bare_colons, "a: b: c\n- d: e: f  # g: h\n{i: j: k, l: m n: o}\nx: [y: z\np: q:", None, 0, [
        ((5, 4), SURE, "a colon followed by a space stands inside this value",
         "a: b: c\n- d: e: f  # g: h\n{i: j: k, l: m n: o}\nx: [y: z\np: \"q:\""),
        ((3, 5), SURE, "a colon followed by a space stands inside this value",
         "a: b: c\n- d: e: f  # g: h\n{i: \"j: k\", l: m n: o}\nx: [y: z\np: q:"),
        ((3, 14), SURE, "a colon followed by a space stands inside this value",
         "a: b: c\n- d: e: f  # g: h\n{i: j: k, l: \"m n: o\"}\nx: [y: z\np: q:"),
        ((2, 6), SURE, "a colon followed by a space stands inside this value",
         "a: b: c\n- d: \"e: f\"  # g: h\n{i: j: k, l: m n: o}\nx: [y: z\np: q:"),
        ((1, 4), SURE, "a colon followed by a space stands inside this value",
         "a: \"b: c\"\n- d: e: f  # g: h\n{i: j: k, l: m n: o}\nx: [y: z\np: q:"),
    ]),
    ("colons before a field that stands in braces often", values.bare_colons, "a: b owner: c\nd: e, status: f\ng: h nowner: i", None, 0, [
        ((3, 4), SURE, "a colon followed by a space stands inside this value",
         "a: b owner: c\nd: e, status: f\ng: \"h nowner: i\""),
        ((2, 4), UNSURE, "a colon followed by a space stands inside this value",
         "a: b owner: c\nd: \"e, status: f\"\ng: h nowner: i"),
        ((1, 4), UNSURE, "a colon followed by a space stands inside this value",
         "a: \"b owner: c\"\nd: e, status: f\ng: h nowner: i"),
    ]),
    ("odd beginnings", values.odd_beginnings, "a: @b\nc: *d*\ne: [f] g\nh: |\ni: [j]\nk: {l: m\nn: `o`\np: [q@r](mailto:q@r)", None, 0, [
        ((1, 4), SURE, "this value begins with an at sign (@), which means something in YAML",
         "a: \"@b\"\nc: *d*\ne: [f] g\nh: |\ni: [j]\nk: {l: m\nn: `o`\np: [q@r](mailto:q@r)"),
        ((2, 4), UNSURE, "the signs around this value (*) are those of another program, and mean something in YAML",
         "a: @b\nc: \"d\"\ne: [f] g\nh: |\ni: [j]\nk: {l: m\nn: `o`\np: [q@r](mailto:q@r)"),
        ((3, 4), SURE, "this value begins with a bracket ([), which means something in YAML",
         "a: @b\nc: *d*\ne: \"[f] g\"\nh: |\ni: [j]\nk: {l: m\nn: `o`\np: [q@r](mailto:q@r)"),
        ((5, 4), UNSURE, "this value begins with a bracket ([), which means something in YAML",
         "a: @b\nc: *d*\ne: [f] g\nh: |\ni: \"[j]\"\nk: {l: m\nn: `o`\np: [q@r](mailto:q@r)"),
        ((6, 4), UNSURE, "this value begins with a brace ({), which means something in YAML",
         "a: @b\nc: *d*\ne: [f] g\nh: |\ni: [j]\nk: \"{l: m\"\nn: `o`\np: [q@r](mailto:q@r)"),
        ((7, 4), UNSURE, "the signs around this value (`) are those of another program, and mean something in YAML",
         "a: @b\nc: *d*\ne: [f] g\nh: |\ni: [j]\nk: {l: m\nn: \"o\"\np: [q@r](mailto:q@r)"),
        ((8, 4), UNSURE, "the signs around this value ([) are those of another program, and mean something in YAML",
         "a: @b\nc: *d*\ne: [f] g\nh: |\ni: [j]\nk: {l: m\nn: `o`\np: \"q@r\""),
    ]),
    ("odd beginnings that are none", values.odd_beginnings, "a: -\nb: >\nc: d\n@e\n- \"f\n- 'g\nh: - i # j\nk: **l** # m", None, 0, [
        ((5, 3), SURE, "this value begins with a quotation mark (\"), which means something in YAML",
         "a: -\nb: >\nc: d\n@e\n- '\"f'\n- 'g\nh: - i # j\nk: **l** # m"),
        ((6, 3), SURE, "this value begins with an apostrophe ('), which means something in YAML",
         "a: -\nb: >\nc: d\n@e\n- \"f\n- \"'g\"\nh: - i # j\nk: **l** # m"),
        ((7, 4), SURE, "this value begins with a hyphen (-), which means something in YAML",
         "a: -\nb: >\nc: d\n@e\n- \"f\n- 'g\nh: \"- i\" # j\nk: **l** # m"),
        ((8, 4), UNSURE, "the signs around this value (*) are those of another program, and mean something in YAML",
         "a: -\nb: >\nc: d\n@e\n- \"f\n- 'g\nh: - i # j\nk: \"l\" # m"),
    ]),
    ("backslashes", values.backslashes, "a: \"b\\c\"\nd: \"C:\\e\"\nf: \"\\\\g\\h\"\ni: \"j\"\nk: 'l\\m'", None, 0, [
        ((1, 6), SURE, "a backslash between double quotation marks begins a special sign",
         "a: \"b/c\"\nd: \"C:\\e\"\nf: \"\\\\g\\h\"\ni: \"j\"\nk: 'l\\m'"),
        ((2, 7), UNSURE, "a backslash between double quotation marks begins a special sign",
         "a: \"b\\c\"\nd: \"C:/e\"\nf: \"\\\\g\\h\"\ni: \"j\"\nk: 'l\\m'"),
        ((3, 5), UNSURE, "a backslash between double quotation marks begins a special sign",
         "a: \"b\\c\"\nd: \"C:\\e\"\nf: \"//g/h\"\ni: \"j\"\nk: 'l\\m'"),
    ]),
    ("two fields on a line", values.fields_on_a_line, "- a: b c_d: e\n  f: g, h_i: j\nk: 'l' m_n: o\np: q r: s", None, 0, [
        ((2, 9), UNSURE, "two fields stand on one line", "- a: b c_d: e\n  f: g\n  h_i: j\nk: 'l' m_n: o\np: q r: s"),
        ((1, 8), UNSURE, "two fields stand on one line", "- a: b\n  c_d: e\n  f: g, h_i: j\nk: 'l' m_n: o\np: q r: s"),
    ]),
    ("partly in quotes", values.partly_quoted, "{a: \"b\" c, d: 'e' f }\n{g: \"h\", i: 'j'}", None, 0, [
        ((1, 5), UNSURE, "the quotation marks hold only a part of this value",
         "{a: '\"b\" c', d: 'e' f }\n{g: \"h\", i: 'j'}"),
        ((1, 15), UNSURE, "the quotation marks hold only a part of this value",
         "{a: \"b\" c, d: \"'e' f\"}\n{g: \"h\", i: 'j'}"),
    ]),
    ("ditto marks", values.ditto_marks, "a: \"\n{b: \", c: \"}\n{d: \", e: \"f\"}\ng: \u201d  # h", None, 0, [
        ((1, 4), UNSURE, "a ditto mark stands where a value belongs",
         "a: '\"'\n{b: \", c: \"}\n{d: \", e: \"f\"}\ng: \u201d  # h"),
        ((2, 5), UNSURE, "a ditto mark stands where a value belongs",
         "a: \"\n{b: '\"', c: '\"'}\n{d: \", e: \"f\"}\ng: \u201d  # h"),
        ((4, 4), UNSURE, "a ditto mark stands where a value belongs",
         "a: \"\n{b: \", c: \"}\n{d: \", e: \"f\"}\ng: '\"'  # h"),
    ]),
    ("narrow cells", values.narrow_cells, "a: ###\n{b: ####, c: d}\n###\ne: ##\nf: ### g", None, 0, [
        ((1, 4), UNSURE, "### is what a spreadsheet shows where its column is too narrow for what stands there",
         "a: \"###\"\n{b: ####, c: d}\n###\ne: ##\nf: ### g"),
        ((2, 5), UNSURE, "#### is what a spreadsheet shows where its column is too narrow for what stands there",
         "a: ###\n{b: \"####\", c: d}\n###\ne: ##\nf: ### g"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("finder", "text", "stopped", "began", "told"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_every_guess(finder: Finder, text: str, stopped: int | None, began: int, told: list[Guess]) -> None:
    assert guesses(finder, text, stopped, began) == told
