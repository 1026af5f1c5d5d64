"""Changes in place: only the lines meant, whatever the layout; every byte of the rest stays."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igreg.source.editing.edit import Append, Change, Delete, EditError, Extend, Set, apply
from igreg.source.editing.patch import patch
from igreg.source.nodes import compose
from igreg.source.reading.document import parse

TEXT = """# top
- id: a   # first
  title: 'x'
  review: {every: 12 months, last: 2025-01-01}  # soon
  # trailing

- id: b
  review:
    every: 12 months   # yearly
    last: 2025-01-01
    next: 2026-01-01
  holders:
    - staff: s
      from: 2020-01-01

- {id: c, title: C, holders: [{staff: q, from: 2020-01-01}], tags: []}
- id: d
  notes:
  title: D"""

CASES = [
    pytest.param(
        Set((0, "review", "last"), "2026-02-03"),
        [
            "-  review: {every: 12 months, last: 2025-01-01}  # soon",
            "+  review: {every: 12 months, last: 2026-02-03}  # soon",
        ],
        id="in flow",
    ),
    pytest.param(
        Set((0, "review", "by"), "ig-lead"),
        [
            "-  review: {every: 12 months, last: 2025-01-01}  # soon",
            "+  review: {every: 12 months, last: 2025-01-01, by: ig-lead}  # soon",
        ],
        id="a new key in flow",
    ),
    pytest.param(Set((0, "title"), "it's: new"), ["-  title: 'x'", "+  title: 'it''s: new'"], id="quotes stay"),
    pytest.param(Set((0, "owner"), "x"), ["+  owner: x"], id="a new key before comments"),
    pytest.param(Set((1, "review", "outcome"), "unchanged"), ["+    outcome: unchanged"], id="a new key in block"),
    pytest.param(Delete((1, "review", "next")), ["-    next: 2026-01-01"], id="a key gone"),
    pytest.param(
        Delete((2, "title")),
        [
            "-- {id: c, title: C, holders: [{staff: q, from: 2020-01-01}], tags: []}",
            "+- {id: c, holders: [{staff: q, from: 2020-01-01}], tags: []}",
        ],
        id="a key gone in flow",
    ),
    pytest.param(Delete((0, "review", "next")), [], id="a key that is not there"),
    pytest.param(
        Append((1, "holders"), {"staff": "t", "from": "2026-01-01"}),
        ["+    - staff: t", "+      from: 2026-01-01"],
        id="an item like the others",
    ),
    pytest.param(
        Append((2, "holders"), {"staff": "t"}),
        [
            "-- {id: c, title: C, holders: [{staff: q, from: 2020-01-01}], tags: []}",
            "+- {id: c, title: C, holders: [{staff: q, from: 2020-01-01}, {staff: t}], tags: []}",
        ],
        id="an item in flow",
    ),
    pytest.param(
        Append((2, "tags"), "x"),
        [
            "-- {id: c, title: C, holders: [{staff: q, from: 2020-01-01}], tags: []}",
            "+- {id: c, title: C, holders: [{staff: q, from: 2020-01-01}], tags: [x]}",
        ],
        id="into empty brackets",
    ),
    pytest.param(
        Append((3, "holders"), {"staff": "t"}),
        ["+  holders:", "+    - {staff: t}"],
        id="a new list at the end of the file",
    ),
    pytest.param(Set((3, "notes"), "yes"), ["-  notes:", "+  notes: yes"], id="an empty value"),
    pytest.param(Set((3, "review", "last"), "2026-01-01"), ["+  review: {last: 2026-01-01}"], id="parents made"),
]


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("change", "lines"), CASES)
def test_only_the_lines_meant(change: Change, lines: list[str], ends: str) -> None:
    before = TEXT.replace("\n", ends)
    after = apply(before, [change])
    assert after.count("\r") == (after.count("\n") if ends == "\r\n" else 0)
    got = difference(before.replace("\r", ""), after.replace("\r", ""))
    last = "  title: D"  # the last line has no end, and gets one when something follows
    assert [line for line in got if line[1:] != last] == lines


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        pytest.param("id: a\ntags:\n  - x\n", Set(("tags",), []), "lines of its own", id="a list of lines"),
        pytest.param("id: a\ntags: [ # none\n]\n", Append(("tags",), "z"), "comment in the empty", id="a comment"),
        pytest.param("id: a\nid: b\n", Set(("id",), "x"), "faults of its own", id="a file with faults"),
        pytest.param("- id: a\n  title: x\n", Delete((0, "id")), "shares its line", id="the key that begins a record"),
        pytest.param("id: a\ntags: x\n", Append(("tags",), "z"), "is not a list", id="no list"),
        pytest.param("id: a\n", Set(("holders", 0, "until"), "z"), "not what it should be", id="an item of no list"),
    ],
)
def test_what_cannot_be_changed_on_its_own_is_refused(text: str, change: Change, why: str) -> None:
    with pytest.raises(EditError, match=why):
        apply(text, [change])


def test_brackets_with_comments_inside_can_be_changed() -> None:
    text = "id: a\ntags:\n  [x,  # one\n   y]  # two\n"
    assert apply(text, [Append(("tags",), "z")]) == "id: a\ntags:\n  [x,  # one\n   y, z]  # two\n"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(WORDS, st.sampled_from([(0, "title"), (1, "review", "by"), (2, "title"), (3, "notes"), (0, "new")]))
def test_any_text_can_be_written_and_read_back(word: str, path: tuple[str | int, ...]) -> None:
    after = apply(TEXT, [Set(path, word)])
    value = parse("f", after).value
    assert value is not None
    found: object = value
    for step in path:
        found = found[step]  # type: ignore[index]
    assert found == word


MIXED = "id: A\r\nreview:\n  every: 1 year\nholders:\r\n  - staff: a\nnotes: |\n  one\n  more\ntitle: T\r\n"


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (Set(("review", "last"), "2026-01-01"), "  last: 2026-01-01\n"),
        (Append(("holders",), {"staff": "b"}), "  - staff: b\n"),
        (Extend(("notes",), "two"), "  two\n"),
        (Set(("left",), "2026-01-01"), "left: 2026-01-01\r\n"),
    ],
)
def test_line_ends_that_a_file_mixes_stay_as_they_are(change: Change, lines: str) -> None:
    before, after = MIXED.splitlines(keepends=True), apply(MIXED, [change]).splitlines(keepends=True)
    after.remove(lines)
    assert after == before


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_field_below_a_last_line_without_an_end_gets_the_line_end_of_the_file(ends: str) -> None:
    text = f"- id: a{ends}- id: b"
    assert apply(text, [Set((1, "title"), "x")]) == f"- id: a{ends}- id: b{ends}  title: x"


@pytest.mark.parametrize("text", ["- id: a\n", "- id: a\n  notes:\n", "- id: a\n  notes: ''\n"])
def test_a_text_goes_on_where_none_was(text: str) -> None:
    assert parse("", apply(text, [Extend((0, "notes"), "one")])).value == [{"id": "a", "notes": "one"}]


@pytest.mark.parametrize(("mark", "end"), [("|", "\n"), ("|-", ""), ("|+", "\n")])
def test_an_empty_line_of_a_text_in_lines_has_no_blanks(mark: str, end: str) -> None:
    text = f"id: a\nnotes: {mark}\n  one\n"
    after = apply(text, [Set(("notes",), f"one\n\ntwo\n\nthree{end}")])
    assert after == f"{text}\n  two\n\n  three\n"


@pytest.mark.parametrize(("last", "added"), [("- a", "- b"), ("-  a", "-  b"), ("-       a", "-       b")])
def test_a_new_item_is_as_far_from_its_dash_as_the_one_before(last: str, added: str) -> None:
    text = f"id: x\nduties:\n  - z\n  {last}\n"
    assert apply(text, [Append(("duties",), "b")]) == f"{text}  {added}\n"


@pytest.mark.parametrize("last", ["-        a", "-"])
def test_a_new_item_behind_one_that_is_far_from_its_dash_or_empty_is_written_as_is_usual(last: str) -> None:
    text = f"id: x\nduties:\n  - z\n  {last}\n"
    assert apply(text, [Append(("duties",), "b")]) == f"{text}  - b\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a:\n", "a: v\n"),
        ("a: \nb: 1\n", "a: v \nb: 1\n"),
        ("a:   # x\nb: 1\n", "a: v   # x\nb: 1\n"),
        ("{a: , b: 1}\n", "{a: v, b: 1}\n"),
        ('{"a":1}\n', '{"a":v}\n'),
        ('{"a":-1}\n', '{"a":v}\n'),
        ("a:  1\n", "a:  v\n"),
    ],
)
def test_a_value_is_parted_from_its_key_where_none_stood_there(text: str, after: str) -> None:
    assert apply(text, [Set(("a",), "v")]) == after


def test_only_a_part_of_a_text_can_be_taken_away() -> None:
    with pytest.raises(EditError, match="only a key can be taken away"):
        patch("a: 1\n", compose("a: 1\n"), (), Delete(()), "\n")
