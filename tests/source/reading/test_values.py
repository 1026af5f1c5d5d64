"""Ids seen in a text that is no YAML, and the characters that another library must not see."""

from __future__ import annotations

import pytest

from igreg.source.reading.values import ids_as_text, masked, unmasked


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("id: a", {"a"}),
        ("- id: a\n- {id: b, id: c}\n", {"a", "b", "c"}),
        ('{"id": "a"}', {"a"}),
        ("- 'id' : 'a.b-c_d'", {"a.b-c_d"}),
        ("paid: a\nidx: b\nID: c\n", set()),
        ("id:a", {"a"}),
        ("id: -a\nid: .b\n", set()),
        ("id: " + "a" * 64, {"a" * 64}),
        ("id: " + "a" * 70, {"a" * 64}),
        (" " * 495 + "id: ab", {"a"}),
        (" " * 500 + "id: a", set()),
        ("", set()),
    ],
)
def test_ids(text: str, ids: set[str]) -> None:
    assert ids_as_text(text) == ids


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("plain", "plain"),
        ("é", "é"),
        ("a\x85b", "a\U000f0085b"),
        ("a\u2028b\u2029c", "a\U000f2028b\U000f2029c"),
    ],
)
def test_masked_and_back(text: str, mask: str) -> None:
    """The others are of nobody's script."""
    found = masked(text)
    assert found == mask
    assert not set(found) & {"\x85", "\u2028", "\u2029"}
    assert unmasked(found) == text


@pytest.mark.parametrize("letter", ["e", "é"])
def test_what_needs_no_mask_is_the_same_object(letter: str) -> None:
    text = letter * 10
    assert masked(text) is text
    assert (unmasked(text) is text) is text.isascii()
