"""Where and why the parser refuses a text, and that nobody is held by its refusal."""

from __future__ import annotations

import gc
import weakref

import pytest
import yaml

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


class Odd(yaml.YAMLError):
    """What a parser may say, with as much of it as it knows."""

    def __init__(self, **told: object) -> None:
        super().__init__("first\nsecond")
        self.__dict__ |= told


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("f", 0, line, column, None, None)


@pytest.mark.parametrize(
    ("error", "text", "told"),
    [
        pytest.param(Odd(), "a: b\n", (0, 0, 0, "first"), id="nothing but words"),
        pytest.param(Odd(reason="bad", position=0), "a\nb", (0, 0, 0, "bad"), id="a place at the beginning"),
        pytest.param(Odd(reason="bad", position=5), "a\nbcde", (1, 3, 1, "bad"), id="a place further down"),
        pytest.param(Odd(reason="bad", position="5"), "a\nbcde", (0, 0, 0, "bad"), id="no place"),
        pytest.param(Odd(problem="p", problem_mark=_mark(1, 2)), "a\nbcde", (1, 2, 1, "p"), id="a mark"),
        pytest.param(
            Odd(problem="p", context="c", problem_mark=_mark(1, 2), context_mark=_mark(0, 1)), "a\nbcde",
            (1, 2, 0, "c, p"), id="a mark, and where it began",
        ),
        pytest.param(Odd(problem="p", context="p", context_mark=_mark(0, 1)), "a", (0, 1, 0, "p"), id="the beginning alone"),
        pytest.param(Odd(problem="p", problem_mark=_mark(2, 0)), "a\nbcd", (1, 3, 1, "p"), id="behind the last line"),
        pytest.param(Odd(problem="p", problem_mark=_mark(1, 0)), "a\n", (1, 0, 1, "p"), id="the end of a last line"),
        pytest.param(
            Odd(problem="p", problem_mark=_mark(1, 1), context_mark=_mark(1, 0), position=3), "a\r\nb",
            (1, 1, 1, "p"), id="a mark goes before a place",
        ),
    ],
)  # fmt: skip
def test_what_a_refusal_tells(error: yaml.YAMLError, text: str, told: tuple[int, int, int, str]) -> None:
    assert where_it_stops(error, text) == told


def test_whatever_a_text_does_to_the_library_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str) -> None:
        raise RecursionError

    monkeypatch.setattr("igreg.source.reading.refusal._LOADER", fails)
    error = refusal("a: b\n")
    assert type(error) is yaml.YAMLError and str(error) == "RecursionError"
    assert stops("a: b\n") == (0, 0)


def test_the_library_is_let_go_of_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    class Loader(yaml.SafeLoader):
        def dispose(self) -> None:
            done.append("")
            super().dispose()

    monkeypatch.setattr("igreg.source.reading.refusal._LOADER", Loader)
    assert [stops("a: b\n"), stops("a: [b\n")] == [None, (1, 0)]
    assert len(done) == 2
