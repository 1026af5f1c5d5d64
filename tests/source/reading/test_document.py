"""Reading YAML: what is refused and where; the fast and the exact reader held equal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.findings import Told
from igreg.source.places import Cut, locate
from igreg.source.reading import document
from igreg.source.reading.document import _fast, decode, is_flat, made_out, parse
from igreg.source.reading.exact import read as exact
from igreg.source.reading.fast import Doubt
from igreg.source.reading.fast_look import is_plain
from igreg.source.reading.pieces import glance, opening
from igreg.source.reading.rows import FIELDS, rows

REFUSED = [
    pytest.param("a: b: c\n", [("invalid-yaml", 1, 4)], id="colon in a text"),
    pytest.param("a: [1, 2\n", [("invalid-yaml", 1, 4)], id="bracket left open"),
    pytest.param("a: 'x\n", [("invalid-yaml", 1, 4)], id="quote left open"),
    pytest.param("\ta: 1\n", [("invalid-yaml", 1, 1)], id="tab indents"),
    pytest.param("a: x\x01\n", [("invalid-yaml", 1, 5)], id="control character"),
    pytest.param("a: 1\na: 2\nb: 3\nb: 4\n", [("repeated-key", 2, 1), ("repeated-key", 4, 1)], id="every repeated key"),
    pytest.param("- {a: 1, a: 2}\n", [("repeated-key", 1, 10)], id="repeated in a flow mapping"),
    pytest.param("a: &x 1\nb: *x\n", [("anchor-or-tag", 1, 4), ("anchor-or-tag", 2, 4)], id="anchor and alias"),
    pytest.param("a: !!str 1\n", [("anchor-or-tag", 1, 4)], id="tag"),
    pytest.param("a: !local 1\n", [("anchor-or-tag", 1, 4)], id="own tag"),
    pytest.param("<<: {a: 1}\n", [("anchor-or-tag", 1, 1)], id="merge key"),
    pytest.param("id: x\n---\nid: y\n", [("several-documents", 2, 1)], id="second document"),
    pytest.param("word\n", [("wrong-shape", 1, 1)], id="a bare word"),
    pytest.param(
        "- 1\n- id: x\n- [a]\n", [("wrong-shape", 1, 3), ("wrong-shape", 3, 3)], id="items that are no records"
    ),
    pytest.param("? [a]\n: 1\n", [("wrong-shape", 1, 3)], id="a list as a key"),
    pytest.param("a: " + "[" * 50 + "]" * 50 + "\n", [("too-much", 1, 53)], id="51 levels"),
    pytest.param("- a: " + "[" * 50 + "]" * 50 + "\n", [("too-much", 1, 55)], id="51 levels in a list"),
]

FINE = [
    pytest.param("", [], id="empty"),
    pytest.param("# only a comment\n", [], id="comments only"),
    pytest.param("---\nid: x\n", [{"id": "x"}], id="a document start"),
    pytest.param("id: x\n...\n", [{"id": "x"}], id="a document end"),
    pytest.param(
        "a: 2026-03-31\nb: 2026-11-02T09:30\n", [{"a": "2026-03-31", "b": "2026-11-02T09:30"}], id="days stay"
    ),
    pytest.param(
        "a: yes\nb: NO\nc: True\nd: ~\ne: Null\n",
        [{"a": "yes", "b": "NO", "c": True, "d": None, "e": None}],
        id="words",
    ),
    pytest.param(
        "a: 1_000\nb: 0o17\nc: 012\nd: +1\ne: 1e3\nf: 0b1\n",
        [{"a": "1_000", "b": 15, "c": 12, "d": 1, "e": 1000.0, "f": "0b1"}],
        id="numbers",
    ),
    pytest.param("{to: ico, at: 2026-11-02T09:30}\n", [{"to": "ico", "at": "2026-11-02T09:30"}], id="colon in flow"),
    pytest.param("u: [https://a.example/x]\n", [{"u": ["https://a.example/x"]}], id="address in flow"),
    pytest.param("a: 'it''s'\nb: \"\\u00e9\"\n", [{"a": "it's", "b": "é"}], id="quotes"),
    pytest.param(
        "a: |\n  one\n  two\nb: >\n  three\n  four\n", [{"a": "one\ntwo\n", "b": "three four\n"}], id="blocks"
    ),
    pytest.param("a: Health & care, really! 100 %\n", [{"a": "Health & care, really! 100 %"}], id="signs in a text"),
    pytest.param("a: x # comment\nb: x#y\n", [{"a": "x", "b": "x#y"}], id="hash"),
    pytest.param("a: 1\r\nb: 2\r\n", [{"a": 1, "b": 2}], id="CRLF"),
    pytest.param("1: x\ntrue: y\n", [{"1": "x", "true": "y"}], id="keys are text"),
    pytest.param("a: " + "[" * 49 + "]" * 49 + "\n", None, id="50 levels"),
    pytest.param(
        "a: N\\A \\x1b \U0001f600 \u05d0\n", [{"a": "N\\A \\x1b \U0001f600 \u05d0"}], id="signs of every kind"
    ),
]


def _place(told: Told) -> tuple[str, int, int]:
    """A fault of a text as a row: its rule, line and column."""
    assert told.fault.place is not None
    return told.rule, told.fault.place.line, told.fault.place.column


@pytest.mark.parametrize(("text", "faults"), REFUSED)
def test_what_is_refused_and_where(text: str, faults: list[tuple[str, int, int]]) -> None:
    assert [_place(told) for told in parse("f.yaml", text).faults] == faults


@pytest.mark.parametrize(("text", "value"), FINE)
def test_what_is_fine(text: str, value: list[dict[str, object]] | None) -> None:
    document = parse("f.yaml", text)
    assert document.faults == ()
    if value is not None:
        assert document.value == value


@pytest.mark.parametrize("text", [case.values[0] for case in FINE + REFUSED])
def test_readers_agree_on_every_sample(text: str) -> None:
    assert_equal(text)


def assert_equal(text: str) -> None:
    """Where the fast reader is trusted, the exact one says the same."""
    if not is_plain(text[opening(text) :]):
        return
    fast = _fast("f.yaml", text)
    if fast is not None:
        slow = exact("f.yaml", text)
        assert repr((fast.value, fast.single, fast.faults)) == repr((slow.value, slow.single, slow.faults))


WORDS = st.sampled_from(
    [
        "a",
        "b",
        "id",
        "title",
        "1",
        "0",
        "-1",
        "1.5",
        "1e3",
        ".5",
        "0x1F",
        "0o7",
        "0b1",
        "::",
        "007",
        "1_0",
        "_1",
        "1_",
        "1._0",
        "1e1_0",
        "+1_0",
        "0B1",
        "0x_f",
        "id_1",
        "1a_2",
        "A-1_b",
        "true",
        "False",
        "null",
        "~",
        "yes",
        "2026-01-01",
        "'q'",
        '"d"',
        "#",
        ":",
        "-",
        "[x]",
        "{a:",
        "1}",
        "|",
        ">",
        "&a",
        "*a",
        "!t",
        "<<:",
        "# *a",
        "#'*a",
        "'b #",
        '#"',
        '["c #',
        "---",
        "...",
        "?",
        "%",
        "@",
        "`",
        ",",
        "x:",
        "y:",
        "12:30",
        "http://x",
        "''",
        ".inf",
        ".nan",
        "+1",
        "1.",
        "é",
        "😀",
    ]
)
LINES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["", "- ", "k: ", "m: ", "- k: "]), st.lists(WORDS, max_size=3)),
    max_size=6,
)


@pytest.mark.no_cover
@settings(max_examples=500, derandomize=True, deadline=None)
@given(LINES)
def test_readers_agree_on_generated_text(lines: list[tuple[int, str, list[str]]]) -> None:
    assert_equal("".join(" " * indent + start + " ".join(words) + "\n" for indent, start, words in lines))


def assert_pieces_agree(text: str, size: int) -> None:
    """A list read in pieces of any size is the list read whole, wherever the pieces do not end in doubt."""
    try:
        pieces = list(glance(text, size))
    except Doubt:
        return
    records = [record for _, piece in pieces for record in piece]
    if not is_flat(records):
        return
    whole = parse("f.yaml", text)
    read = (records, any(single for single, _ in pieces), ())
    assert repr(read) == repr((whole.value, whole.single, whole.faults))  # in words, for .nan equals nothing


@pytest.mark.parametrize("size", [1, 7, 40])
@pytest.mark.parametrize("text", [case.values[0] for case in FINE + REFUSED])
def test_pieces_agree_on_every_sample(text: str, size: int) -> None:
    assert_pieces_agree(text, size)


@pytest.mark.no_cover
@settings(max_examples=500, derandomize=True, deadline=None)
@given(LINES, st.integers(1, 30))
def test_pieces_agree_on_generated_text(lines: list[tuple[int, str, list[str]]], size: int) -> None:
    text = "".join(" " * indent + start + " ".join(words) + "\n" for indent, start, words in lines)
    assert_pieces_agree(text, size)


def records(text: str, size: int = 1) -> list[dict[str, object]]:
    return [record for _, piece in glance(text, size) for record in piece]


@pytest.mark.parametrize(
    "odd",
    [
        "title: 'one, *two* three'",
        "title: |\n    *one*\n    two & three",
        "version: 1_000",
        "address: fe80::1",
        "title: a\tb",
    ],
)
@pytest.mark.parametrize("deep", ["", "  "])
def test_one_record_that_is_not_plain_leaves_the_others_to_the_fast_reader(
    odd: str, deep: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word in one record must not make the reading of a file of many records thirty times slower."""
    items = [f"- id: r{i}\n  title: Record {i}\n" for i in range(50)]
    items[20] = f"- id: odd\n  {odd}\n"
    text = "---\n" + "".join(f"{deep}{line}\n" for item in items for line in item.splitlines())
    closely: list[str] = []

    def read(file: str, piece: str) -> object:
        closely.append(piece)
        return exact(file, piece)

    monkeypatch.setattr("igreg.source.reading.exact.read", read)
    found = records(text, 400)
    assert closely == ["".join(f"{deep}{line}\n" for line in items[20].splitlines())]
    assert (found, ()) == (exact("f.yaml", text).value, exact("f.yaml", text).faults)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- id: a\n- id: b\n  x: &y 1\n- id: c\n", id="an anchor"),
        pytest.param("- id: a\n- id: b\n  x: 1\n  x: '*'\n- id: c\n", id="a repeated key beside a sign"),
        pytest.param("- id: a\n- id: b\n---\n- id: c\n", id="a second document"),
        pytest.param("- id: a\n- id: b\n...\n- id: c\n", id="a second document behind the end of the first"),
    ],
)
def test_what_is_refused_in_one_record_ends_in_doubt(text: str) -> None:
    with pytest.raises(Doubt):
        records(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("a: R&D, Q&A at 100%! Really? Yes *", True, id="signs inside a text"),
        pytest.param("in_force_from: x\nid: staff_00012", True, id="underscores of keys and ids"),
        pytest.param("id: POL-001_v2", True, id="underscores after digits in an id"),
        pytest.param("url: https://a.example/?a=1&b=2", True, id="an address"),
        pytest.param("a: was 12_44 once", True, id="an underscore in a number inside a text"),
        pytest.param("# to do: *ask* again, &c. 1_0\na: 1", True, id="signs in a comment"),
        pytest.param("a: x  # ? &b\t1::2 <<", True, id="signs in a comment behind a value"),
        pytest.param('a: ["b # c", *d]', False, id="a hash in quotes is no comment"),
        pytest.param("a: ['b\n  # c', *d]", False, id="a hash in quotes that began on the line above"),
        pytest.param("a: [b#c, *d]", False, id="a hash in a word"),
        pytest.param("a: 1_0", False, id="an underscore in a number"),
        pytest.param("a: [_1]", False, id="an underscore before a number"),
        pytest.param("a: 0B1", False, id="base two"),
        pytest.param("a: &b 1", False, id="an anchor"),
        pytest.param("- &b a: 1", False, id="an anchor of an item"),
        pytest.param("- !b a: 1", False, id="a tag"),
        pytest.param('{"a":*b}', False, id="an alias in flow"),
    ],
)
def test_the_cheap_look(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


def test_comments_above_a_list_are_no_records() -> None:
    assert records("# about\n\n# this list\n- a: \tx\n- b: 2\n") == [{"a": "x"}, {"b": 2}]


def test_a_quote_across_a_piece_ends_in_doubt() -> None:
    with pytest.raises(Doubt):
        list(glance('- a: "one\n- b: two"\n- c: 3\n', 1))


def test_a_mapping_with_lists_at_the_margin_is_read_whole() -> None:
    text = "id: x\nholders:\n- a: 1\n- b: 2\n"
    assert list(glance(text, 1)) == [(True, [{"id": "x", "holders": [{"a": 1}, {"b": 2}]}])]


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(max_size=60))
def test_nothing_makes_reading_fail(text: str) -> None:
    document = parse("f.yaml", text)
    assert document.value is not None or document.faults


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("k" * 100_000 + ": 1\n", id="a long key"),
        pytest.param("[" * 10_000, id="ten thousand brackets"),
        pytest.param("- " * 5_000 + "x\n", id="five thousand dashes"),
        pytest.param("a: " + "9" * 5_000 + "\n", id="a number of 5,000 digits"),
        pytest.param("a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(50)), id="aliases"),
        pytest.param("a: \ud800\n", id="a lone surrogate"),
        pytest.param("\ufffe: 1\n", id="no character"),
    ],
)
def test_hostile_texts_end(text: str) -> None:
    document = parse("f.yaml", text)
    assert document.value is not None or document.faults


def test_ids_of_a_broken_file_are_read_as_text() -> None:
    document = parse("f.yaml", '- id: a-1\n  title: x: y\n- id: \'b-2\'\n- {"id": "c-3", paid: d-4}\n')
    assert document.value is None
    assert document.ids == {"a-1", "b-2", "c-3"}


@pytest.mark.parametrize(
    ("data", "text", "fault"),
    [
        pytest.param(b"a: 1\n", "a: 1\n", None, id="plain"),
        pytest.param(b"\xef\xbb\xbfa: 1\n", "a: 1\n", None, id="byte-order mark"),
        pytest.param("a: 1\n".encode("utf-16"), None, ("not-utf8", 1, 1), id="UTF-16"),
        pytest.param(b"a: 1\nb: \xe9\n", None, ("not-utf8", 2, 4), id="Latin-1"),
        pytest.param(b"a: 1\nb: \x00\n", None, ("invalid-yaml", 2, 4), id="NUL, which is UTF-8 and no YAML"),
        pytest.param("a: 1\n".encode("utf-16-le"), None, ("not-utf8", 1, 1), id="UTF-16 without a mark"),
    ],
)
def test_decoding(data: bytes, text: str | None, fault: tuple[str, int, int] | None) -> None:
    found, problem = decode("f.yaml", data)
    assert found == text
    assert (problem and _place(problem)) == fault


def test_what_aliases_and_merge_keys_stand_for_is_read_all_the_same() -> None:
    """So that the one mistake is the one finding, and no field is called missing besides."""
    text = "- &b {id: a, name: &n A, tags: [x]}\n- {<<: *b, id: b}\n- {id: c, name: *n}\n- *b\n"
    found = parse("staff.yaml", text)
    assert {told.rule for told in found.faults} == {"anchor-or-tag"}
    assert found.value == [
        {"id": "a", "name": "A", "tags": ["x"]},
        {"id": "b", "name": "A", "tags": ["x"]},
        {"id": "c", "name": "A"},
        {},
    ]
    assert found.bad == {3}


def test_a_bomb_of_aliases_is_not_set_off() -> None:
    lines = ["- id: a", "  extra:", "    k0: &k0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"    k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]" for i in range(1, 9)]
    found = parse("staff.yaml", "\n".join(lines) + "\n")
    assert str(found.value).count("'x'") == 90


def test_a_fault_at_the_end_of_a_last_line_that_is_not_ended_is_on_that_line() -> None:
    (fault,) = parse("staff.yaml", "'-: a]}[   -").faults
    assert _place(fault) == ("invalid-yaml", 1, 13)


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_what_yaml_1_2_takes_for_a_character_is_no_end_of_a_line(odd: str, quote: str) -> None:
    text = f"- id: a\n  name: {quote}x{odd}y{quote}\n- {{id: b, colour: red}}\n"
    found = parse("staff.yaml", text)
    assert found.faults == ()
    assert found.value == [{"id": "a", "name": f"x{odd}y"}, {"id": "b", "colour": "red"}]
    place = locate(text, [((1, "colour"), True)])[(1, "colour"), True]
    assert (place.line, place.column) == (3, 11)
    assert Cut(text).written([(0, "name")]) == {(0, "name"): f"x{odd}y"}


@pytest.mark.parametrize("dash", ["- ", "-  "])
def test_lists_in_lists_without_end_on_one_line(dash: str) -> None:
    """They would end the process of the fast reader."""
    assert [_place(told)[:2] for told in parse("f", dash * 200_000 + "a\n").faults] == [("too-much", 1)]


ROWS = [
    pytest.param("- staff: s1\n  course: c-1\n  completed: 2026-01-31\n", 1, id="in lines"),
    pytest.param("- {staff: s1, course: c-1, completed: 2026-01-31}\n", 1, id="in brackets"),
    pytest.param("- { staff: s1, course: c-1, completed: 2026-01-31, expires: 2027-01-31 } # x", 1, id="spaced"),
    pytest.param("- staff: s1\n  course: c-1\n  completed: 2026-01-31\n  expires: 2027-01-31", 1, id="with an end"),
    pytest.param(
        "# a\n\n  - staff: s1  # b\n\n# c\n    course: c-1 \n    completed: 2026-01-31 #d\n # e\n", 1, id="remarks"
    ),
    pytest.param("- staff: s1\n  course: c-1\n  completed: 2026-01-31\n# no line end", 0, id="remark without line end"),
    pytest.param("- staff: s1\n  course: c-1\n  completed: 2026-01-31\n  notes: x\n", 0, id="a field more"),
    pytest.param("- staff: s1\n  course: c-1\n  completed: 2026-01-31\n    noon\n", 0, id="text that goes on"),
    pytest.param("- staff: s1\n  course: c-1#2\n  completed: 2026-01-31\n", 0, id="number sign in a word"),
    pytest.param("- staff: s1\n   course: c-1\n  completed: 2026-01-31\n", 0, id="uneven"),
    pytest.param("- {staff: s1, course: c-1, completed: 2026-01-31\n", 0, id="bracket left open"),
    pytest.param("- {staff: s1\n  course: c-1\n  completed: 2026-01-31}\n", 0, id="bracket and lines"),
    pytest.param("- course: c-1\n  staff: s1\n  completed: 2026-01-31\n", 0, id="another order"),
    pytest.param("- staff: s1\n  course: c-1\n  course: c-2\n  completed: 2026-01-31\n", 0, id="a key twice"),
    pytest.param("- staff: 's1'\n  course: c-1\n  completed: 2026-01-31\n", 0, id="quoted"),
    pytest.param("- staff: s1\n  course: c-1\n  completed: 2026-01-31T09:00\n", 0, id="moment"),
    pytest.param("- staff: 17\n  course: c-1\n  completed: 2026-01-31\n", 0, id="number"),
]


@pytest.mark.parametrize("before", ["", "PLAIN" * 5], ids=["alone", "among plain ones"])
@pytest.mark.parametrize(("text", "count"), ROWS)
def test_rows_are_what_the_fast_reader_reads(text: str, count: int, before: str) -> None:
    lead = " " * (len(match[1]) if (match := re.search("^( *)- ", text, re.MULTILINE)) else 0)
    plain = f"{lead}- staff: s0\n{lead}  course: c-0\n{lead}  completed: 2025-12-31\n"
    whole = before.replace("PLAIN", plain) + text
    try:
        expected = records(whole)
    except Doubt:
        with pytest.raises(Doubt):
            list(glance(whole, take=rows))
        return
    found = [record for _, piece in glance(whole, take=rows) for record in piece]
    taken = [record for record in found if type(record) is tuple]
    assert len(taken) == count + before.count("PLAIN")
    named = [dict(zip(FIELDS, row[1:], strict=False)) if type(row) is tuple else row for row in found]
    assert [{key: value for key, value in row.items() if value} for row in named] == expected


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"a" * 10, None, id="as large as may be"),
        pytest.param(b"a" * 11, ("too-much", 1, 1), id="a byte more"),
        pytest.param(b"a\x00aa", ("invalid-yaml", 1, 2), id="a quarter of it is nothing"),
        pytest.param(b"a\x00aaa\x00\x00", ("not-utf8", 1, 1), id="more than a quarter is"),
        pytest.param(b"\xff\xfea", ("not-utf8", 1, 1), id="a mark of UTF-16"),
        pytest.param(b"\xfe\xffa", ("not-utf8", 1, 1), id="the other one"),
        pytest.param("é\né".encode() + b"\xff", ("not-utf8", 2, 2), id="columns are characters"),
    ],
)
def test_bytes_at_their_bounds(
    data: bytes, fault: tuple[str, int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MOST_BYTES", 10)
    _, problem = decode("f.yaml", data)
    assert (problem and _place(problem)) == fault


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\xff9", "a\ufffd9"), ("a9".encode("utf-16"), "a9"), ("a9".encode("utf-16-le"), "a9"), (b"\xfe\xff\x00a", "a")],
)
def test_what_can_be_made_out(data: bytes, text: str) -> None:
    assert made_out(data).lstrip("\ufeff") == text


def _deep(levels: int, *, lists: bool) -> list[dict[str, object]]:
    """A record of so many levels, its own mapping among them."""
    value: object = 1
    for _ in range(levels - 1):
        value = [value] if lists else {"a": value}
    return [{"a": value}]


@pytest.mark.parametrize("lists", [True, False])
@pytest.mark.parametrize(("levels", "flat"), [(1, True), (50, True), (51, False)])
def test_how_deep_a_record_may_be(levels: int, flat: bool, lists: bool) -> None:
    assert is_flat(_deep(levels, lists=lists)) is flat


@pytest.mark.parametrize("records", [[{1: "a"}], [{"a": {None: 1}}], [{"a": [{2: 3}]}]])
def test_what_is_no_plain_data(records: list[dict[str, object]]) -> None:
    assert not is_flat(records)
