"""Where and why the parser refuses a text, and that nobody is held by its refusal."""

from __future__ import annotations

import gc
import weakref

import pytest

from igreg.source.reading.refusal import even, in_plain_words, refusal, stops, where_it_stops


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: b\n", None),
        ("a: [b\nc: d\n", (1, 1)),
        ("a: 'b", (0, 5)),
        ("a: 'b\n\n", (2, 0)),
        ("a: b\n- c\n", (1, 0)),
        ("a: \x01\n", (0, 3)),
        ("a: b\nc: \x01\n", (1, 3)),
    ],
)
def test_where_a_parser_gives_up(text: str, at: tuple[int, int] | None) -> None:
    assert stops(text) == at


@pytest.mark.parametrize(
    ("text", "began", "told"),
    [
        ("a: b\nc: [d\ne: f\n", 1, "while parsing a flow sequence, did not find expected ',' or ']'"),
        ("a: b\nc: 'd\n", 1, "while scanning a quoted scalar, found unexpected end of stream"),
        ("a: b: c\n", 0, "mapping values are not allowed in this context"),
    ],
)
def test_where_what_was_not_finished_began(text: str, began: int, told: str) -> None:
    error = refusal(text)
    assert error is not None
    assert where_it_stops(error, text)[2:] == (began, told)


def test_what_the_parser_says_is_said_in_plain_words_with_the_line() -> None:
    message, help = in_plain_words("while scanning a quoted scalar, found unexpected end of stream", 7)
    assert (message, help) == ("the quotation mark that opens on line 7 is never closed", "close it")
    assert in_plain_words("odd", 7)[0] == "this is not valid YAML: odd"


def test_all_line_ends_are_one_sort() -> None:
    assert even("a\r\nb\rc\n") == "a\nb\nc\n"


def test_a_refusal_holds_nobody_who_asked() -> None:
    """Else a file that cannot be read keeps all that was at hand when it was read, until garbage is sought."""

    class Held:
        pass

    def ask() -> weakref.ref[Held]:
        held = Held()
        assert stops("a: [") is not None
        return weakref.ref(held)

    gc.disable()
    try:
        assert ask()() is None
    finally:
        gc.enable()
