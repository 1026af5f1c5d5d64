"""What was typed and cannot be read: signs that a word processor put there, and what is left out or too much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from igreg.errors import IgregError
from igreg.language.suggest import one_of
from igreg.pattern import pattern

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"
_OPENS = {"\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "\u2018": "\u2019"}
"""Marks that a word processor opens a quotation with, each with the one that closes it."""


_TOGETHER = ("facts",)
_LENGTH = pattern(r"(?:hour|day|week|month|year)s?$")


def refuse_slips(typed: Sequence[str], options: Sequence[str], command: str) -> None:
    """Raise IgregError where a dash or a quotation mark comes from a word processor, or an option has one hyphen.

    A length of time in two words is refused, too, but for a command that puts them together.
    """
    more = f"igreg help {command}"
    for word, after in zip(typed, (*typed[1:], ""), strict=False):
        if word == "--":
            return
        name = "--" + word.lstrip(_DASHES).partition("=")[0]
        signs = word[: len(word) - len(word.lstrip(_DASHES))]
        if signs and name in options and signs != "--":
            what = "one hyphen" if signs == "-" else "a dash of a word processor"
            raise IgregError(f"{word!r} begins with {what}, where two hyphens belong", f"type: {name}")
        if word in ("/?", "/h", "-?", "/help"):
            raise IgregError(f"{word} is not how help is asked for here", f"type: {more}")
        if word.isdecimal() and _LENGTH.match(after) and command not in _TOGETHER:
            raise IgregError(f"{word} {after} is read as two words", f'put it in quotes: "{word} {after}"')
        if (close := _OPENS.get(word[:1])) is not None and close not in word[1:]:
            rest = " ".join(typed[list(typed).index(word) :])
            inner = rest[1:].partition(close)[0]
            raise IgregError(
                f"{word[0]} is a quotation mark of a word processor, and holds no words together here",
                f'type straight ones: "{inner}"',
            )


def told(error: Any, options: Sequence[str], command: str) -> IgregError | None:
    """What a mistake in the words of a command is told as; nothing where the error says it well by itself."""
    more = f"igreg help {command}"
    said = str(error.message)
    if not said and error.param is not None:
        return _missing(error.param, command)
    if (name := getattr(error, "option_name", None)) and said.startswith("No such option"):
        return IgregError(f"{command} has no option {name}", one_of(name, options, f"{more} lists them"))
    if (extra := re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)$", said)) is not None:
        words = f'words that belong together go in quotes, such as "2 weeks": {more} says what it takes'
        if "--register" in options and Path(extra[1]).is_dir():
            folder = f'"{extra[1]}"' if " " in extra[1] else extra[1]
            words = f"for the register in that folder type: --register {folder}"
        return IgregError(f"{extra[1]!r} is more than {command} takes", words)
    if (without := re.match(r"Option '(\S+)' requires an argument", said)) is not None:
        return IgregError(f"nothing stands behind {without[1]}", f"write its value there: {more} says which")
    if (form := re.match(r"Input should be a valid (integer|number)", said)) is not None and error.param is not None:
        what = "a whole number" if form[1] == "integer" else "a number"
        return IgregError(f"{error.param.opts[0]} takes {what}", f"{more} says more")
    return None


def _missing(parameter: Any, command: str) -> IgregError:
    """The error that an argument or an option was left out: what it is called, what it means, and where more stands."""
    metavar = str(parameter.metavar or "").strip("{}[]")
    word = parameter.opts[0] if parameter.opts[0].startswith("-") else metavar
    means = str(parameter.help).rstrip(".")
    means = means[:1].lower() + means[1:] if means[1:2].islower() else means
    form = word if word == metavar else f"{word} {metavar}"
    example = ", such as 2026-03-31" if metavar == "DATE" else ""
    return IgregError(f"{word} is missing", f"{form} ({means}{example}): igreg help {command} says more")
