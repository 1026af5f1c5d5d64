"""Numbers that identify a person: which are seen, where they stand, and what is shown of them."""

from __future__ import annotations

import pytest

from igreg.register import private_numbers as module
from igreg.register.private_numbers import masked, may_hold_numbers, private_numbers, without_numbers

NHS = "an NHS number"
CASES = [
    pytest.param("943 476 5919", NHS, id="with spaces"),
    pytest.param("943-476-5919", NHS, id="with hyphens"),
    pytest.param("9434765919", NHS, id="without"),
    pytest.param("0101010136", None, id="a check digit that is wrong"),
    pytest.param("9434765918", None, id="one off"),
    pytest.param("94347659191", None, id="eleven digits"),
    pytest.param("x9434765919y", NHS, id="between letters"),
    pytest.param("943 4765919", None, id="spaces elsewhere"),
    pytest.param(
        "3200000007", "an H&C number (Northern Ireland), or an NHS number", id="Northern Ireland begins at 32"
    ),
    pytest.param("0101000000", None, id="ten would be the check digit, so no number has it"),
    pytest.param("AB 12 34 56 C", "a National Insurance number", id="National Insurance"),
    pytest.param("ab123456c", "a National Insurance number", id="in small letters"),
    pytest.param("BG 12 34 56 C", None, id="a beginning that is never given out"),
    pytest.param("DA 12 34 56 C", None, id="a letter that none begins with"),
    pytest.param("AB 12 34 56 E", None, id="an end that none has"),
    pytest.param("XAB123456C", None, id="in a longer word"),
]


@pytest.mark.parametrize(("text", "what"), CASES)
def test_what_is_seen(text: str, what: str | None) -> None:
    assert [found.what for found in private_numbers(text)] == ([what] if what else [])
    assert may_hold_numbers(text) or what is None


def _valid(nine: str) -> str:
    check = (11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11) % 11
    return f"{nine}{check}" if check < 10 else ""


@pytest.mark.parametrize(
    ("nine", "what"),
    [
        ("010100000", "a CHI number"),
        ("310100000", "a CHI number"),
        ("310100001", "a CHI number"),
        ("311200000", "a CHI number"),
        ("311300000", NHS),
        ("319900000", NHS),
        ("320100000", "an H&C number"),
        ("390100000", "an H&C number"),
        ("400100000", NHS),
        ("000100000", NHS),
        ("010000000", NHS),
    ],
)
def test_days_of_birth_and_countries(nine: str, what: str) -> None:
    number = next(filter(None, (_valid(f"{int(nine) + more:09d}") for more in range(3))))
    (found,) = private_numbers(number)
    assert found.what.startswith(what)


def test_where_they_stand() -> None:
    text = "a: 1\nb: 943 476 5919 9434765919\r\nc: AB123456C"
    assert [found.place for found in private_numbers(text)] == [(2, 4, 16), (2, 17, 27), (3, 4, 13)]


def test_two_characters_are_shown() -> None:
    assert [found.shown for found in private_numbers("943 476 5919")] == ["94......"]
    assert masked("see 943 476 5919, AB 12 34 56 C and 123") == "see 94......, AB...... and 123"
    assert masked("nothing") == "nothing"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("9434765919", [(1, 1, 11)], id="at the beginning"),
        pytest.param("\n9434765919", [(2, 1, 11)], id="a line begins with it"),
        pytest.param("x\ry 9434765919", [(1, 3, 13)], id="behind a lone return"),
        pytest.param("a 9434765919 AB123456C\n\nb 9434765919", [(1, 3, 13), (1, 14, 23), (3, 3, 13)], id="three"),
        pytest.param("AB123456C 9434765919", [(1, 1, 10), (1, 11, 21)], id="in the order of the text"),
    ],
)
def test_lines_and_columns(text: str, places: list[tuple[int, int, int]]) -> None:
    assert [found.place for found in private_numbers(text)] == places


@pytest.mark.parametrize(
    ("most", "what"),
    [(1, ["N"]), (2, ["N", "I"]), (3, ["N", "I", "N"]), (4, ["N", "I", "N", "I"]), (9, ["N", "I", "N", "I"])],
)
def test_the_first_so_many(most: int, what: list[str]) -> None:
    found = private_numbers("9434765919 AB123456C 943 476 5919 AB 12 34 56 C", most)
    assert ["I" if "Insurance" in one.what else "N" for one in found] == what


def test_so_many_are_told_and_one_more_is_noticed() -> None:
    assert len(list(private_numbers("9434765919\n" * 5_002))) == 5_001


def test_texts_between_numbers_stay() -> None:
    assert masked("9434765919,9434765919 end") == "94......,94...... end"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("no number", "no number"),
        ("9434765919", "X"),
        ("a 943 476 5919, b AB123456C.", "a X, b X."),
        ("AB123456C9434765919", "AB123456CX"),
        ("9434765918", "9434765918"),
    ],
)
def test_other_words_in_their_place(text: str, after: str) -> None:
    assert without_numbers(text, "X") == after


@pytest.mark.parametrize(("most", "until"), [(1, 10), (2, 21), (3, None), (4, None)])
def test_what_follows_the_last_that_counts_is_not_gone_through(
    most: int, until: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, asked = "9434765919 9434765919 AB123456C", list[int]()
    monkeypatch.setattr(module, "_of_insurance", lambda text, until: asked.append(until) or iter(()))
    assert len(list(private_numbers(text, most))) == min(most, 2)
    assert asked[0] == (until or len(text))
