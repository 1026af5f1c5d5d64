"""What the exact reader gives of a file that holds one value, and how much of it a message shows."""

from __future__ import annotations

import pytest

from igreg.findings import ANCHOR_OR_TAG, REPEATED_KEY, TOO_MUCH
from igreg.source.reading import exact
from igreg.source.reading.exact import read


@pytest.mark.parametrize(
    ("text", "value", "single"),
    [
        ("", [], False),
        ("# c\n", [], False),
        ("~\n", [], False),
        ("a\n", None, False),
        ("7\n", None, False),
        ("a: b\n", [{"a": "b"}], True),
        ("{}\n", [{}], True),
        ("- a: b\n", [{"a": "b"}], False),
        ("[]\n", [], False),
        ("- a\n- b: c\n", [{}, {"b": "c"}], False),
    ],
)
def test_what_a_file_holds(text: str, value: list[object] | None, single: bool) -> None:
    found = read("f", text)
    assert (found.value, found.single) == (value, single)


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 57 + "...")])
def test_a_message_shows_so_much_of_a_name(length: int, shown: str) -> None:
    long = "x" * length
    told = [(one.rule, one.fault.message) for one in read("f", f"- {{a: &{long} 1, b: *{long}}}\n").faults]
    assert told == [(ANCHOR_OR_TAG, f"the anchor &{shown}"), (ANCHOR_OR_TAG, f"the alias *{shown}")]
    (again,) = read("f", f"{long}: 1\n{long}: 2\n").faults
    assert (again.rule, again.fault.message) == (REPEATED_KEY, f"the key {shown!r} stands here again, first on line 1")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0", 0), ("-0", 0), ("+12", 12), ("007", 7), ("0o17", 15), ("0xFf", 255), ("0b1", "0b1"), ("1_000", "1_000"),
        ("1.50", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("-1E-2", -0.01), (".inf", float("inf")), ("+", "+"),
        ("-.INF", float("-inf")), ("1.2.3", "1.2.3"), ("yes", "yes"), ("TRUE", True), ("tRUE", "tRUE"), ("false", False),
        ("null", None), ("NULL", None), ("nULL", "nULL"), ("9" * 399, int("9" * 399)), ("9" * 400, "9" * 400),
        ("2026-11-24", "2026-11-24"), ("12:30", "12:30"),
    ],
)  # fmt: skip
def test_words_without_quotes_are_those_of_yaml_1_2(word: str, value: object) -> None:
    (found,) = read("f", f"a: {word}\n").value or []
    assert (found["a"], type(found["a"])) == (value, type(value))


READ: list[tuple[str, object, bool, list[int], list[tuple[tuple[int, int], str, str, str]]]] = [
    ("id: a\nid: b\n", [{"id": "a"}], True, [], [
        ((2, 1), "repeated-key", "the key 'id' stands here again, first on line 1",
         "if another record begins here, its dash is missing: - id: b; else keep one of the two"),
    ]),
    ("title: a\ntitle: b\n", [{"title": "a"}], True, [], [
        ((2, 1), "repeated-key", "the key 'title' stands here again, first on line 1",
         "keep one of the two; if another record begins here, its first line is missing: - id: ..."),
    ]),
    ("name: a\nname:\n", [{"name": "a"}], True, [], [
        ((2, 1), "repeated-key", "the key 'name' stands here again, first on line 1",
         "keep one of the two; if another record begins here, its first line is missing: - id: ..."),
    ]),
    ("x: a\nx: b\n", [{"x": "a"}], True, [], [
        ((2, 1), "repeated-key", "the key 'x' stands here again, first on line 1",
         "keep one of the two"),
    ]),
    ("id: a\nid: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n", [{"id": "a"}], True, [], [
        ((2, 1), "repeated-key", "the key 'id' stands here again, first on line 1",
         "if another record begins here, its dash is missing: - id: ...; else keep one of the two"),
    ]),
    ("id: a\nid: [b]\n", [{"id": "a"}], True, [], [
        ((2, 1), "repeated-key", "the key 'id' stands here again, first on line 1",
         "if another record begins here, its dash is missing: - id: ...; else keep one of the two"),
    ]),
    ("<<: {a: 1, b: 2}\na: 3\n", [{"a": 3, "b": 2}], True, [], [
        ((1, 1), "anchor-or-tag", "the merge key <<",
         "write the fields out"),
    ]),
    ("<<: [{a: 1}, {a: 2, b: 3}]\n", [{"a": 1, "b": 3}], True, [], [
        ((1, 1), "anchor-or-tag", "the merge key <<",
         "write the fields out"),
    ]),
    ("'<<': 4\n", [{"<<": 4}], True, [], []),
    ("<<: x\n", [{}], True, [], [
        ((1, 1), "anchor-or-tag", "the merge key <<",
         "write the fields out"),
    ]),
    ("<<: [x, {a: 1}]\n", [{"a": 1}], True, [], [
        ((1, 1), "anchor-or-tag", "the merge key <<",
         "write the fields out"),
    ]),
    ("a: &x [1, [2]]\nb: *x\nc: *y\n", [{"a": [1, [2]], "b": [1, [2]], "c": None}], True, [], [
        ((1, 4), "anchor-or-tag", "the anchor &x",
         "take it out: each value has one place"),
        ((2, 4), "anchor-or-tag", "the alias *x",
         "write the value out: each value has one place"),
        ((3, 4), "anchor-or-tag", "the alias *y",
         "write the value out: each value has one place"),
    ]),
    ("? [a]\n: b\nc: d\n", [{"c": "d"}], True, [], [
        ((1, 3), "wrong-shape", "a list as a key",
         "keys are words"),
    ]),
    ("? {a: b}\n: c\n", [{}], True, [], [
        ((1, 3), "wrong-shape", "a mapping as a key",
         "keys are words"),
    ]),
    ("? &x a\n: b\n", [{"a": "b"}], True, [], [
        ((1, 3), "anchor-or-tag", "the anchor &x",
         "take it out: each value has one place"),
    ]),
    ("? !!str a\n: b\n", [{"a": "b"}], True, [], [
        ((1, 3), "anchor-or-tag", "the tag tag:yaml.org,2002:str",
         "take it out and write the plain value"),
    ]),
    ("a: &x b\n*x : c\n", [{"a": "b"}], True, [], [
        ((1, 4), "anchor-or-tag", "the anchor &x",
         "take it out: each value has one place"),
        ((2, 1), "anchor-or-tag", "the alias *x",
         "write the value out: each value has one place"),
    ]),
    ("%TAG ! tag:x:\n---\na: b\n", [{"a": "b"}], True, [], [
        ((1, 1), "anchor-or-tag", "a %TAG directive",
         "take it out"),
    ]),
    ("- *x\n- a: b\n", [{}, {"a": "b"}], False, [0], [
        ((1, 3), "anchor-or-tag", "the alias *x",
         "write the value out: each value has one place"),
    ]),
    ("&x\na: b\n", [{"a": "b"}], True, [], [
        ((1, 1), "anchor-or-tag", "the anchor &x",
         "take it out: each value has one place"),
    ]),
    ("- &x {a: 1}\n- {b: *x}\n", [{"a": 1}, {"b": {"a": 1}}], False, [], [
        ((1, 3), "anchor-or-tag", "the anchor &x",
         "take it out: each value has one place"),
        ((2, 7), "anchor-or-tag", "the alias *x",
         "write the value out: each value has one place"),
    ]),
    ("*x\n", [], False, [], [
        ((1, 1), "anchor-or-tag", "the alias *x",
         "write the value out: each value has one place"),
    ]),
    ("--- a\n--- b\n", None, False, [], [
        ((1, 5), "wrong-shape", "a single value where records belong",
         "write a record (`id: ...`) or a list of records (`- id: ...`)"),
        ((2, 1), "several-documents", "a second document begins here, and a register file holds one",
         "put its records into a file of their own"),
    ]),
    ("a: b\n...\n", [{"a": "b"}], True, [], []),
    ("!!map {a: b}\n", [{"a": "b"}], True, [], [
        ((1, 1), "anchor-or-tag", "the tag tag:yaml.org,2002:map",
         "take it out and write the plain value"),
    ]),
    ("{from: 3 May, 2026, until: 9 May, 2026}\n", [{"from": "3 May", "2026": None, "until": "9 May"}], True, [], [
        ((1, 28), "repeated-key", "the day '9 May, 2026' ends at its comma, and '2026' is read as a field, which stands here already",
         "write the day in the form 2026-03-31"),
    ]),
    ("{from: 3 May, 2026, x: 1, until: 9 May, 2026, y: 2}\n", [{"from": "3 May", "2026": None, "x": 1, "until": "9 May", "y": 2}], True, [], [
        ((1, 34), "repeated-key", "the day '9 May, 2026' ends at its comma, and '2026' is read as a field, which stands here already",
         "write the day in the form 2026-03-31"),
    ]),
    ("{a: 1, 2026, b: 2, 2026}\n", [{"a": 1, "2026": None, "b": 2}], True, [], [
        ((1, 20), "repeated-key", "the key '2026' stands here again, first on line 1",
         "keep one of the two"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "single", "bad", "faults"), READ)
def test_what_is_read_of_an_odd_text_and_what_is_told(
    text: str, value: object, single: bool, bad: list[int], faults: list[tuple[tuple[int, int], str, str, str]]
) -> None:
    found = read("f", text)
    assert (found.value, found.single, found.bad) == (value, single, frozenset(bad))
    told = [(one.rule, one.fault) for one in found.faults]
    assert [
        ((one.place.line, one.place.column), rule, one.message, one.help) for rule, one in told if one.place
    ] == faults


@pytest.mark.parametrize(
    ("most", "place"),
    [(0, (1, 1)), (3, (1, 1)), (4, (1, 4)), (5, (2, 1)), (6, (3, 3)), (7, (4, 1)), (9, (4, 1)), (10, None)],
)
def test_a_text_of_too_many_marks_is_not_read_in_part(
    most: int, place: tuple[int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exact, "MOST_EVENTS", most)
    found = read("f", "a: b\nc:\n  d\n")
    told = [(one.rule, one.fault.place and one.fault.place[:2]) for one in found.faults]
    assert (found.value, told) == (([{"a": "b", "c": "d"}], []) if place is None else (None, [(TOO_MUCH, place)]))


def test_an_id_that_stands_again_is_shown_up_to_its_bound() -> None:
    for length, shown in ((60, "b" * 60), (61, "...")):
        (one,) = read("f", f"id: a\nid: {'b' * length}\n").faults
        assert f"missing: - id: {shown};" in one.fault.help


def test_aliases_stand_for_so_many_values_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The anchored list is of four values: itself and three in it."""
    for most, value in ((7, None), (8, [1, [2]])):
        monkeypatch.setattr(exact, "MOST_RESOLVED", most)
        assert read("f", "a: &x [1, [2]]\nb: *x\nc: *x\n").value == [{"a": [1, [2]], "b": [1, [2]], "c": value}]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("- id: a\n  b: [\n- id: c\n", {"a", "c"}, id="a text that is no YAML"),
        pytest.param('"\n  id: a"\n', {"a"}, id="a single value"),
        pytest.param("- id: a\n---\n- id: b\n", {"a", "b"}, id="a second document"),
        pytest.param("- id: a\n", set(), id="what could be read has its own"),
        pytest.param("- id: a\n- b\n", set(), id="be it in part"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_ids_are_sought_in_the_text_where_no_record_could_be_read(text: str, ids: set[str]) -> None:
    assert read("f", text).ids == ids
