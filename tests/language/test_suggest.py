"""What is said of a word that is not among those that may stand there."""

from __future__ import annotations

import pytest

from igreg.errors import USAGE, unknown
from igreg.language.suggest import one_of

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


def test_the_error_names_the_option_and_the_word() -> None:
    error = unknown("--colour", "colour", "gren", COLOURS)
    assert (error.sentence, error.hint, error.code) == (
        "--colour: there is no colour 'gren'",
        "did you mean 'green'?",
        USAGE,
    )
