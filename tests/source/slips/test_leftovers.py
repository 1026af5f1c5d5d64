"""Signs that a paste or an export left in a text: which words they stand in, and what was meant."""

from __future__ import annotations

import pytest

from igreg.source.slips import leftovers
from igreg.source.slips.leftovers import called, from_a_page, garbled, may_be_from_a_page, unseen


@pytest.mark.parametrize(
    ("text", "told", "becomes"),
    [
        ("name: Tom O\u00e2\u20ac\u2122Brien", "O\u00e2\u20ac\u2122Brien", "O\u2019Brien"),
        ("name: Zo\u00c3\u00ab Ali", "Zo\u00c3\u00ab", "Zo\u00eb"),
        ("name: \u00c5\u0081ukasz", "\u00c5\u0081ukasz", "\u0141ukasz"),
        ("cost: \u00c2\u00a3200", "\u00c2\u00a3200", "\u00a3200"),
        ("name: \u00c2\u00a1Hola", "\u00c2\u00a1Hola", "\u00a1Hola"),
        ("unit: \u00c5\u00bf", "\u00c5\u00bf", "\u017f"),
        ("unit: a\u00e2\u20ac\u0090b", "a\u00e2\u20ac\u0090b", "a\u2010b"),
        ("unit: a\u00e2\u20ac\u00a6", "a\u00e2\u20ac\u00a6", "a\u2026"),
        ("cost: \u00e2\u201a\u00ac5", "\u00e2\u201a\u00ac5", "\u20ac5"),
        ("name: W\ufffdod", "W\ufffdod", ""),
    ],
)
def test_garbled_letters_are_found_with_what_was_meant(text: str, told: str, becomes: str) -> None:
    (found,) = garbled(f"# {text}\n{text}\n")
    assert (found.place.line, found.text, found.becomes) == (2, told, becomes)
    assert text[found.place.column - 1 : found.place.end_column - 1] == told


@pytest.mark.parametrize(
    "text",
    [
        "\u201c\u00c4\u201d",
        "\u00c2ME",
        "\u00c5ngstr\u00f6m",
        "CAF\u00c9\u2019s",
        "S\u00c3O Tom\u00e9",
        "\u00e2ge",
        "a\u00e2\u20ac\u008f",
        "a\u00e2\u20ac\u00a7",
        "\u00e2\u201a\u00ab",
        "\u00e2\u201e\u00a1",
    ],
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


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Smith &amp; Co", "Smith & Co"), ("Smith &AMP; Co", "Smith & Co"), ("&#233;t&#xe9;", "\u00e9t\u00e9"),
        ("the <b>desk</b>", "the desk"), ("a<br/>b", "a b"), ("<p class='x'>a</p>", "a"), ("Zoe%20Ali", "Zoe Ali"),
        ("Zoe=20Ali", "Zoe Ali"), ("Zoe\\nAli", "Zoe Ali"), ("50%20", None), ("<c>a</c>", None), ("a < b > c", None),
        ("a  b & c", None), ("<br>", None), ("R&D", None), ("&x;", None), ("Zoe Ali", None), ("", None),
    ],
)  # fmt: skip
def test_a_name_in_the_signs_of_a_page_as_it_is_read(name: str, right: str | None) -> None:
    assert from_a_page(name) == right


@pytest.mark.parametrize(
    ("garble", "right"),
    [
        ("\u00c2\u00a0", " "), ("\u00c2\u00a1", "\u00a1"), ("\u00c3\u00bf", "\u00ff"), ("\u00c4\u20ac", "\u0100"),
        ("\u00c5\u00bf", "\u017f"), ("\u00e2\u20ac\u0090", "\u2010"), ("\u00e2\u20ac\u00a6", "\u2026"),
        ("\u00e2\u20ac\u201c", "\u2013"), ("\u00e2\u201a\u00ac", "\u20ac"), ("\u00e2\u201e\u00a2", "\u2122"),
        ("\u00e2\u20ac\u00a8", None), ("\u00c2\u201a", None), ("\u00c3\u2019", "\u00d2"), ("\u00c2 ", None),
    ],
)  # fmt: skip
def test_each_letter_that_was_read_in_the_wrong_encoding(garble: str, right: str | None) -> None:
    text = f"name: x{garble}y\n"
    found = [(one.text, one.becomes) for one in garbled(text)]
    assert found == ([] if right is None else [(f"x{garble}y", f"x{right}y")])


def test_all_words_of_a_text_with_such_letters_are_found_and_none_of_a_remark() -> None:
    text = "\u00c3\u00a9: a\n  # Zo\u00c3\u00ab\nb: Zo\u00c3\u00ab, [T\u00c3\u00a9o] ok\n- \u00c2 \u00c3\u00bc\n"
    found = [(tuple(one.place), one.text, one.becomes) for one in garbled(text)]
    assert found == [
        ((1, 1, 3), "\u00c3\u00a9", "\u00e9"),
        ((3, 4, 8), "Zo\u00c3\u00ab", "Zo\u00eb"),
        ((3, 11, 15), "T\u00c3\u00a9o", "T\u00e9o"),
        ((4, 5, 7), "\u00c3\u00bc", "\u00fc"),
    ]
    assert list(garbled("# Zo\u00c3\u00ab\n")) == []
    assert [(one.text, one.becomes) for one in garbled("a: W\ufffdod Zo\u00c3\u00ab\ufffd\n")] == [
        ("W\ufffdod", ""),
        ("Zo\u00c3\u00ab\ufffd", ""),
    ]


def test_what_a_word_without_such_a_sign_is_called() -> None:
    assert [called(word) for word in ("a", "\ufeffa", "a\u200b\u00ad", "\u2066")] == [
        "",
        "a mark",
        "a zero-width space",
        "a sign of the direction of writing",
    ]


@pytest.mark.parametrize(
    "text", ["name: Zoe", "name: Zo\u00eb \u2013 the \u201cRed\u201d team", "name: \u0141ukasz \u4e2d"]
)
def test_a_text_in_which_no_such_sign_stands_is_not_gone_through(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_lines", None)
    assert [*garbled(text), *unseen(text)] == []
