"""Lines of a terminal: how many cells a text takes, and where it is broken. Rich breaks lines in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from igreg.language.characters import cells, wrapped

CASES = [
    pytest.param("", 5, [""], id="nothing"),
    pytest.param("abcde", 5, ["abcde"], id="exactly the width"),
    pytest.param("abcdef", 5, ["abcde", "f"], id="one character more"),
    pytest.param("ab cde", 5, ["ab ", "cde"], id="between words"),
    pytest.param("abcde  fg", 5, ["abcde  ", "fg"], id="blanks at the end may reach beyond"),
    pytest.param("ab cdefgh", 5, ["ab ", "cdefg", "h"], id="a word that is too long begins on a line of its own"),
    pytest.param("abcdefg hi j", 5, ["abcde", "fg hi ", "j"], id="what follows a long word stands behind it"),
    pytest.param("日本語", 4, ["日本", "語"], id="wide characters take two"),
    pytest.param("日本", 1, ["日", "本"], id="a character wider than the line stands alone"),
]


@pytest.mark.parametrize(("text", "width", "lines"), CASES)
def test_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@pytest.mark.thorough
@settings(max_examples=200)
@given(st.text("abc -.é日", max_size=60), st.integers(2, 20))
def test_wrapped_as_rich_does(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines) == text
    assert all(cells(line.rstrip()) <= width for line in lines)
    theirs = Text(text).wrap(Console(width=width), width, overflow="fold")
    assert [line.rstrip() for line in lines] == [line.plain.rstrip() for line in theirs]
