"""What is said of a word that is not among those that may stand there."""

from __future__ import annotations

import pytest

from igreg.errors import USAGE, unknown
from igreg.language.suggest import nearest_text, one_of

COLOURS = ("amber", "green", "red")


@pytest.mark.parametrize(
    ("word", "otherwise", "said"),
    [
        pytest.param("gren", None, "did you mean 'green'?", id="one is near"),
        pytest.param("gren", "see the list", "did you mean 'green'?", id="one is near, whatever else could be said"),
        pytest.param("blue", None, "one of: amber, green, red", id="none is near"),
        pytest.param("blue", "see the list", "see the list", id="none is near, and there are too many to name"),
        pytest.param("x" * 201, None, "one of: amber, green, red", id="too long to be looked for"),
    ],
)
def test_what_to_do_about_a_word(word: str, otherwise: str | None, said: str) -> None:
    assert one_of(word, COLOURS, otherwise) == said
    assert one_of(word, iter(COLOURS), otherwise) == said


def test_where_there_is_no_word_at_all_that_is_said() -> None:
    assert one_of("blue", ()) == "there is none yet"
    assert one_of("blue", (), "see the list") == "see the list"


def test_the_error_names_the_option_and_the_word() -> None:
    error = unknown("--colour", "colour", "gren", COLOURS)
    assert (error.sentence, error.hint, error.code) == (
        "--colour: there is no colour 'gren'",
        "did you mean 'green'?",
        USAGE,
    )


TASKS = (
    "buy equipment that keeps information safe",
    "answer requests for records of the service",
    "keep the local log",
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("answer requests", TASKS[1], id="its beginning"),
        pytest.param("bying equipment", TASKS[0], id="one word of two, the other misspelt"),
        pytest.param("Request for service", TASKS[1], id="two words, one in another form"),
        pytest.param("keep the local logs", TASKS[2], id="near by its letters"),
        pytest.param("of the", None, id="words that say nothing"),
        pytest.param("hire a consultant abroad", None, id="another matter"),
        pytest.param("equipment of another hospital", None, id="one word of three"),
        pytest.param("answer " * 100, None, id="too long to be looked for"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_text_of_several_words_is_known_by_those_that_it_shares(asked: str, found: str | None) -> None:
    assert nearest_text(asked, TASKS) == found
    assert nearest_text(asked, ()) is None
