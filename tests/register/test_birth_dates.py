"""Days of birth: dates near a word that says so."""

from __future__ import annotations

import pytest

from igreg.register.birth_dates import birth_dates, may_hold_birth_dates

CASES = [
    pytest.param("born on 3 May 1960", ["3 May 1960"], id="words"),
    pytest.param("DOB: 03/05/1960", ["03/05/1960"], id="slashes"),
    pytest.param("D.O.B. 1960-05-03", ["1960-05-03"], id="the other way round"),
    pytest.param("date_of_birth 03051960", ["03051960"], id="without anything between"),
    pytest.param("3 May 1960 was her date of birth", ["3 May 1960"], id="before the word"),
    pytest.param("born on the third of May nineteen sixty", ["third of May nineteen sixty"], id="all in words"),
    pytest.param("born a b c d e 3 May 1960", ["3 May 1960"], id="five words between"),
    pytest.param("born a b c d e f 3 May 1960", ["3 May 1960"], id="six words between"),
    pytest.param("born a b c d e f g 3 May 1960", [], id="seven words between"),
    pytest.param("stubborn on 3 May 1960", [], id="part of a word"),
    pytest.param("born yesterday", [], id="no date"),
    pytest.param("reviewed on 3 May 1960", [], id="no such word"),
    pytest.param("born 133 May 1960", [], id="part of a number"),
]


@pytest.mark.parametrize(("text", "dates"), CASES)
def test_what_is_seen(text: str, dates: list[str]) -> None:
    assert birth_dates(text) == dates
    assert may_hold_birth_dates(text) or not dates


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("", False), ("reviewed on 3 May 1960", False), ("she was BORN here", True), ("D.O.B.", True),
        ("Dob", True), ("date of Birth", True), ("born, dob, birth", True), ("the mirth of birds", True), ("birch of bornes", True), ("bor n", False),
    ],
)  # fmt: skip
def test_one_quick_look_at_a_file(text: str, may: bool) -> None:
    assert may_hold_birth_dates(text) is may


@pytest.mark.parametrize(("blanks", "seen"), [(110, True), (111, False)])
def test_a_date_is_looked_for_so_many_characters_away(blanks: int, seen: bool) -> None:
    """Ten of the hundred and twenty are the date itself."""
    assert bool(birth_dates("born" + " " * blanks + "3 May 1960")) is seen
    assert bool(birth_dates("3 May 1960" + " " * blanks + "born")) is seen


def test_every_date_near_every_word() -> None:
    """The last is too far from the first word, and near enough to the second."""
    assert birth_dates("born 3 May 1960, or 4 May 1960; dob 5 May 1960") == [
        *("3 May 1960", "4 May 1960"),
        *("3 May 1960", "4 May 1960", "5 May 1960"),
    ]
