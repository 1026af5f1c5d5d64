"""Words measured and wrapped: nothing is lost, and no line is wider than it may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.drawing.metrics import drawable, width, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("one two three", ["one two ", "three"], id="at blanks, which stay"),
        pytest.param("abcdefghijklmnop", ["abcdefghij", "klmnop"], id="a long word is broken"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_wrapping_loses_nothing(text: str, lines: list[str]) -> None:
    found = wrap(text, 10, 53)
    assert "".join(found) == text
    assert len(found) == len(lines)


@pytest.mark.thorough
@given(st.text().map(drawable), st.sampled_from([20.0, 53.0, 148.0]))
def test_lines_put_together_are_the_text_and_none_is_too_wide(text: str, most: float) -> None:
    found = wrap(text, 10, most)
    assert "".join(found) == text
    assert all(width(line.rstrip(" "), 10) <= most for line in found if len(line) > 1 and line.isascii())


@pytest.mark.parametrize(
    ("text", "bold", "points"),
    [
        pytest.param("", False, 0, id="nothing"),
        pytest.param("iii", False, 6.66, id="narrow letters"),
        pytest.param("WWW", False, 28.32, id="wide letters"),
        pytest.param("WWW", True, 28.32, id="wide letters in bold"),
        pytest.param("ñé", False, 11.12, id="with accents, as wide as without"),
        pytest.param("ø", False, 5.56, id="a letter like another"),
        pytest.param("e\u0301", False, 5.56, id="an accent of its own takes no room"),
        pytest.param("中", False, 10, id="a wide script"),
        pytest.param("\U0001f600", False, 13, id="a picture"),
        pytest.param("ж", False, 7.5, id="another script"),
        pytest.param("ж", True, 8, id="another script in bold"),
    ],
)
def test_letters_are_as_wide_as_in_helvetica(text: str, bold: bool, points: float) -> None:
    assert width(text, 10, bold) == pytest.approx(points)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("as it is", "as it is", id="plain words"),
        pytest.param("  a  b\n\tc ", "a b c", id="blanks of all sorts are one"),
        pytest.param("a\x1b[31mb", "a\\x1b[31mb", id="control characters are written out"),
        pytest.param("a\uffffb", "a\\uffffb", id="what XML cannot hold"),
    ],
)
def test_any_text_can_be_drawn_on_one_line(text: str, said: str) -> None:
    assert drawable(text) == said


def test_a_word_of_a_hundred_thousand_letters_is_broken_into_lines_that_fit() -> None:
    word = "wi" * 50_000
    lines = wrap(word, 10, 100)
    assert "".join(lines) == word
    assert all(width(line, 10) <= 100 for line in lines)
