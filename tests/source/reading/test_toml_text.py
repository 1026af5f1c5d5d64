"""TOML of settings and maps: what is too deep or too long is refused with a word, and read by nobody."""

from __future__ import annotations

import pytest

from igreg.source.reading.toml_text import NoToml, toml


@pytest.mark.parametrize(
    ("text", "why", "is_syntax"),
    [
        ("a = ", "Invalid value", True),
        ("a = " + "[" * 100_000, "nested too deep", False),
        ("a." * 20_000 + "x = 1", "nested too deep", False),
        ("[x]\n  " + "'a' . " * 30 + "x = 1", "nested too deep", False),
        ("[" + "a." * 30 + "x]", "nested too deep", False),
        ("a = " + "9" * 5000, "a number in it has too many digits", False),
    ],
    ids=["no TOML", "lists in lists", "a long key", "quotes and blanks", "a long head", "many digits"],
)
def test_what_is_refused(text: str, why: str, is_syntax: bool) -> None:
    with pytest.raises(NoToml, match=why) as refused:
        toml(text)
    assert refused.value.is_syntax is is_syntax


def test_so_many_parts_may_a_key_have() -> None:
    found = toml("a." * 29 + "x = 1")
    for _ in range(29):
        found = found["a"]
    assert found == {"x": 1}


@pytest.mark.parametrize(
    "text", ["a = 1\n" + " " * 1_000_000 + "%", "\t" * 500_000 + "[" * 500_000, "a ." * 20 + " " * 1_000_000]
)
def test_a_megabyte_of_blanks_is_looked_through_once(text: str) -> None:
    """Where two runs of blanks could share them, this would take hours."""
    with pytest.raises(NoToml):
        toml(text)


def test_dots_in_a_value_are_no_parts() -> None:
    assert toml('a = "' + "b." * 100 + '"') == {"a": "b." * 100}
