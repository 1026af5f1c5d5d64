"""Values on one line: any YAML reader gives back just that value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from igreg.source.editing.inline import inline, quoted


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(None, "null", id="nothing"),
        pytest.param(True, "true", id="yes"),
        pytest.param(False, "false", id="no"),
        pytest.param(5, "5", id="a number"),
        pytest.param(1.5, "1.5", id="a fraction"),
        pytest.param("words", "words", id="words"),
        pytest.param("a/b.md", "a/b.md", id="a path"),
        pytest.param("", "''", id="an empty text"),
        pytest.param("5", "'5'", id="a number that is text"),
        pytest.param("yes: no", "'yes: no'", id="a colon"),
        pytest.param("a #b", "'a #b'", id="a hash"),
        pytest.param("it's", "'it''s'", id="a single quote"),
        pytest.param("a\nb", '"a\\nb"', id="two lines"),
        pytest.param(["a", 1], "[a, 1]", id="a list"),
        pytest.param({"a": ["b: c"], "d": {}}, "{a: ['b: c'], d: {}}", id="a mapping"),
    ],
)
def test_how_it_is_written(value: object, text: str) -> None:
    assert inline(value) == text


@pytest.mark.parametrize(
    ("style", "text"), [("'", "'it''s'"), ('"', '"it\'s"')], ids=["in single quotes", "in double quotes"]
)
def test_quotes_stay_as_they_are(style: str, text: str) -> None:
    assert quoted("it's", style) == text


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(values)
def test_a_reader_gives_it_back(value: object) -> None:
    read = YAML(typ="safe", pure=True).load(f"x: {inline(value)}\n")
    assert read["x"] == value
