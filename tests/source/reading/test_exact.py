"""What the exact reader gives of a file that holds one value, and how much of it a message shows."""

from __future__ import annotations

import pytest

from igreg.findings import ANCHOR_OR_TAG, REPEATED_KEY
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
