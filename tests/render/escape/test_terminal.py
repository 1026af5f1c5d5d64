"""Text that a terminal shows and never obeys, and how wide it is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import cells, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a role", "a role", id="ASCII"),
        pytest.param("Łódź – naïve", "Łódź – naïve", id="letters beyond ASCII"),
        pytest.param("\x1b[31mred", "\\x1b[31mred", id="an escape sequence"),
        pytest.param("a\nb\tc\r", "a\\nb\\tc\\r", id="line breaks and tabs"),
        pytest.param("\x00\x07\x7f\x80\x9f", "\\x00\\x07\\x7f\\x80\\x9f", id="control signs of both sets"),
        pytest.param("a\u202eb\u2066c\u200f", "a\\u202eb\\u2066c\\u200f", id="signs that turn the direction"),
        pytest.param("a\u2028b\u2029c", "a\\u2028b\\u2029c", id="line separators"),
        pytest.param("\ufeffa", "\\ufeffa", id="a byte-order mark"),
        pytest.param("\xa0", "\xa0", id="a blank that does not break is a blank"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_whatever_is_shown_is_one_line_without_commands(text: str) -> None:
    shown = plain(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("abc", 3, id="ASCII"),
        pytest.param("Łódź", 4, id="letters"),
        pytest.param("e\u0301", 1, id="a letter and its accent"),
        pytest.param("漢字", 4, id="wide signs"),
        pytest.param("ｆ", 2, id="full width"),
        pytest.param("a\u200bb", 2, id="a blank of no width"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("name", ["red", "yellow", "blue", "green", "dim", "bold"])
def test_colour_is_put_on_and_taken_off_again(name: str) -> None:
    assert Style().paint("x", name) == "x"
    painted = Style(colour=True).paint("x", name)
    assert painted.startswith("\x1b[") and painted.endswith("mx\x1b[0m")
    assert Style(colour=True).bold("x") == "\x1b[1mx\x1b[0m"
