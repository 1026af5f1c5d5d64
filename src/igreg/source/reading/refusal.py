"""Where and why the parser refuses a text."""

from __future__ import annotations

from typing import Any

import yaml

from igreg.source.reading.values import masked

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LOOK = "look at quotes, brackets, colons and how far lines are set in, on this line and above it"
_PLAIN = (
    ("quoted scalar, found unexpected end", "the quotation mark that opens on line {line} is never closed", "close it"),
    ("expected ',' or '}'", "the brace that opens on line {line} is not closed, or a comma is missing", _LOOK),
    ("expected ',' or ']'", "the bracket that opens on line {line} is not closed, or a comma is missing", _LOOK),
    ("mapping values are not allowed", "a colon stands here where none can stand", _LOOK),
    ("could not find expected ':'", "a colon is missing behind a field's name, here or on the line above", _LOOK),
    ("did not find expected '-'", "this line does not belong to the list that begins on line {line}", _LOOK),
    ("did not find expected key", "this line does not fit with those above it", _LOOK),
    ("did not find expected <block end>", "this line does not fit with those above it", _LOOK),
    ("cannot start any token", "a value cannot begin with this character", "put the value in quotes, or delete a tab"),
    ("tab character", "a tab stands where only spaces can", "delete it and press the space bar"),
    ("expected node content", "a value is missing here", _LOOK),
    ("not allowed", "a character here that no text may hold", "take it out"),
    ("special characters", "a character here that no text may hold", "take it out"),
    ("control characters", "a character here that no text may hold", "take it out"),
)
"""What the parser says, what that means, and what to do."""


def in_plain_words(told: str, began: int) -> tuple[str, str]:
    """A message and a help for the parser's words; `began` is the line, counted from 1, where the trouble began."""
    for words, message, help in _PLAIN:
        if words in told:
            return message.format(line=began), help
    return f"this is not valid YAML: {told}", _LOOK


def even(text: str) -> str:
    """A text with one sort of line end, so that its lines are those the parser counts."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refusal(text: str) -> yaml.YAMLError | None:
    """Why the parser gives up on a text; nothing where it reads it all.

    The error comes without its traceback: that holds whoever asks, and all that is at hand there, for long.
    """
    loader = None
    try:
        loader = _LOADER(masked(text))
        while loader.check_event():
            loader.get_event()
    except yaml.YAMLError as error:
        return error.with_traceback(None)
    except Exception as error:  # whatever a broken text does to the library, it is refused
        return yaml.YAMLError(type(error).__name__)
    finally:
        if loader is not None:
            loader.dispose()
    return None


def stops(text: str) -> tuple[int, int] | None:
    """The line and column, counted from 0, at which the parser gives up on a text; nothing where it reads it all."""
    error = refusal(text)
    return None if error is None else where_it_stops(error, text)[:2]


def where_it_stops(error: yaml.YAMLError, text: str) -> tuple[int, int, int, str]:
    """Line and column of a refusal, the line where what could not be finished began, and the parser's own words."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
    context = getattr(error, "context", None)
    told = f"{context}, {problem}" if context and context != problem else str(problem)
    position = getattr(error, "position", None)
    if mark is None and isinstance(position, int):
        before = text[:position]
        line = before.count("\n")
        return line, len(before) - before.rfind("\n") - 1, line, told
    if mark is None:
        return 0, 0, 0, told
    began = getattr(error, "context_mark", None) or mark
    line, column = mark.line, mark.column
    lines = even(text).split("\n")
    if line >= len(lines):  # the end of a text whose last line is not ended
        line, column = len(lines) - 1, len(lines[-1])
    return line, column, min(began.line, line), told
