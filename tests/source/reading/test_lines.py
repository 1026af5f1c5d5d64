"""Some lines of a text, whatever ends them and wherever the text is cut to count them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.source.reading.lines import lines_of


def split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@pytest.mark.parametrize(
    ("text", "numbers", "found"),
    [
        ("a\nb\nc", [1, 3], {1: "a", 3: "c"}),
        ("a\r\nb\rc\n", [2, 3, 4], {2: "b", 3: "c", 4: ""}),
        ("a\nb", [3], {}),
        ("a\nb", [0, -1], {}),
        ("", [1], {}),
        ("a", [1], {1: "a"}),
        ("\n\na", [3, 3], {3: "a"}),
    ],
)
def test_lines(text: str, numbers: list[int], found: dict[int, str]) -> None:
    assert lines_of(text, numbers) == found


@given(st.text("a\r\n", min_size=1, max_size=30), st.integers(1, 12), st.sets(st.integers(1, 32), max_size=5))
def test_as_if_the_text_had_been_split(text: str, stretch: int, numbers: set[int]) -> None:
    lines = split(text)
    assert lines_of(text, numbers, stretch) == {n: lines[n - 1] for n in numbers if n <= len(lines)}


@pytest.mark.parametrize("stretch", [1, 2, 3, 4])
def test_wherever_a_short_text_is_cut(stretch: int) -> None:
    """All there are, so that none is left to chance."""
    for signs in (signs for many in range(1, 6) for signs in itertools.product("a\r\n", repeat=many)):
        text, lines = "".join(signs), split("".join(signs))
        assert lines_of(text, range(8), stretch) == dict(enumerate(lines, 1)), signs


def test_a_long_text_is_not_cut_into_lines() -> None:
    text = "...\n" * 200_000
    assert lines_of(text, [1, 200_000, 200_001, 200_002]) == {1: "...", 200_000: "...", 200_001: ""}
