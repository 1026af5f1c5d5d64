"""Signs that a paste or an export left in a text: which words they stand in, and what was meant."""

from __future__ import annotations

import pytest

from igreg.source.slips.leftovers import called, from_a_page, garbled, may_be_from_a_page, unseen


@pytest.mark.parametrize(
    ("text", "told", "becomes"),
    [
        ("name: Tom O\u00e2\u20ac\u2122Brien", "O\u00e2\u20ac\u2122Brien", "O\u2019Brien"),
        ("name: Zo\u00c3\u00ab Ali", "Zo\u00c3\u00ab", "Zo\u00eb"),
        ("name: \u00c5\u0081ukasz", "\u00c5\u0081ukasz", "\u0141ukasz"),
        ("cost: \u00c2\u00a3200", "\u00c2\u00a3200", "\u00a3200"),
        ("name: W\ufffdod", "W\ufffdod", ""),
    ],
)
def test_garbled_letters_are_found_with_what_was_meant(text: str, told: str, becomes: str) -> None:
    (found,) = garbled(f"# {text}\n{text}\n")
    assert (found.place.line, found.text, found.becomes) == (2, told, becomes)
    assert text[found.place.column - 1 : found.place.end_column - 1] == told


@pytest.mark.parametrize(
    "text",
    ["\u201c\u00c4\u201d", "\u00c2ME", "\u00c5ngstr\u00f6m", "CAF\u00c9\u2019s", "S\u00c3O Tom\u00e9", "\u00e2ge"],
)
def test_letters_of_their_own_right_are_left_alone(text: str) -> None:
    assert list(garbled(f"name: {text}\n")) == []


@pytest.mark.parametrize(
    ("sign", "name"),
    [("\u00ad", "a soft hyphen"), ("\u200b", "a zero-width space"), ("\u2028", "a line separator"),
     ("\u202d", "a sign of the direction of writing")],
)  # fmt: skip
def test_signs_that_nobody_sees_are_found(sign: str, name: str) -> None:
    (found,) = unseen(f"name: pro{sign}tection policy\n")
    assert (called(found.text), found.becomes) == (name, "protection")
    assert (found.place.line, found.place.column, found.place.end_column) == (1, 7, 18)


@pytest.mark.parametrize(
    ("line", "told", "becomes"),
    [
        pytest.param('name: "Anna\u200b Lee"', "Anna\u200b", "Anna", id="its first word"),
        pytest.param("name: 'Lee\u200b'", "Lee\u200b", "Lee", id="single quotes"),
        pytest.param("- {id: a\u00ad, name: Ann}", "a\u00ad", "a", id="a comma of braces"),
        pytest.param("areas: [\u200brisk]", "\u200brisk", "risk", id="brackets"),
        pytest.param("name: O'Bri\u00aden", "O'Bri\u00aden", "O'Brien", id="an apostrophe of its own"),
        pytest.param('name: "\u200b"', '"\u200b"', '""', id="nothing else in the quotes"),
    ],
)
def test_a_word_with_such_a_sign_is_told_without_what_surrounds_it(line: str, told: str, becomes: str) -> None:
    (found,) = unseen(f"{line}\n")
    assert (found.text, found.becomes) == (told, becomes)
    assert line[found.place.column - 1 : found.place.end_column - 1] == told


def test_joiners_that_scripts_and_pictures_need_are_left_alone() -> None:
    assert list(unseen("name: \U0001f469\u200d\u2695\ufe0f\n")) == []


@pytest.mark.parametrize(
    "name", ["Smith &amp; Co", "the <b>desk</b>", "Zoe%20Ali", "Zoe=20Ali", "Zoe\\nAli", "&#233;t"]
)
def test_the_quick_look_at_names_passes_over_none_that_comes_from_a_page(name: str) -> None:
    assert from_a_page(name) is not None and may_be_from_a_page(f"Ali\n{name}\nBea")


@pytest.mark.parametrize("name", ["Zoe Ali", "50% of it", "a = 20", "W \u00d8d"])
def test_where_the_quick_look_at_names_sees_nothing_there_is_nothing(name: str) -> None:
    assert not may_be_from_a_page(name) and from_a_page(name) is None
