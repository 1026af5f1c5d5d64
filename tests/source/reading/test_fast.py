"""What the fast reader is not given."""

from __future__ import annotations

import sys

import pytest
import yaml_rs

from igreg.source.reading.fast import Doubt, _has_a_long_line, load


@pytest.mark.parametrize(
    ("text", "long"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("a" * 10_000, False, id="as long as may be"),
        pytest.param("a" * 10_001, True, id="a letter more"),
        pytest.param("a\n" * 10_000, False, id="many short ones"),
        pytest.param(("a" * 500 + "\n") * 60, False, id="many of a usual length"),
        pytest.param("a" * 9_999 + "\n" + "b" * 10_000, False, id="two long ones"),
        pytest.param("a" * 9_999 + "\n" + "b" * 10_001, True, id="the second is too long"),
        pytest.param("\n" + "x" * 10_000, False, id="an empty line, and one as long as may be"),
        pytest.param("\n" + "x" * 10_001, True, id="an empty line, and a letter more"),
    ],
)
def test_long_lines(text: str, long: bool) -> None:
    assert _has_a_long_line(text) is long


def test_lists_in_lists_are_refused_on_long_lines_only() -> None:
    with pytest.raises(Doubt):
        load("- " * 6_000 + "x")
    assert load("- - - x") == [[["x"]]]
    assert load("a: " + "x" * 20_000) == {"a": "x" * 20_000}


@pytest.mark.parametrize("text", ["a: [", "a: b: c"])
def test_what_it_refuses_is_in_doubt(text: str) -> None:
    with pytest.raises(Doubt):
        load(text)


def test_days_stay_text() -> None:
    assert load("a: 2026-11-24\nb: 2026-11-24T10:00:00Z") == {"a": "2026-11-24", "b": "2026-11-24T10:00:00Z"}


def test_a_text_does_not_keep_the_bytes_that_the_fast_reader_saw() -> None:
    text = "- name: Zo\u00eb \u2013 x\n" * 50
    before = sys.getsizeof(text)
    assert load(text) == [{"name": "Zo\u00eb \u2013 x"}] * 50
    assert sys.getsizeof(text) == before


@pytest.mark.parametrize(
    "text", ["  - a: |+\n      x\n\n", "# c\n- a: 1\n", "word", "", "[a,\n b]\n", "a: >-\n  x\n  y\n"]
)
def test_the_line_before_a_text_means_nothing(text: str) -> None:
    assert load(text) == yaml_rs.loads(text, parse_datetime=False)
