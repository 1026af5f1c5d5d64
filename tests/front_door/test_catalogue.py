"""One human mistake in a sound register: the first finding is on that line, and in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import UNREAD, Finding
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources
from tests.pages import moment

REGISTER = Path(__file__).parents[1] / "registers" / "care-home" / "register"
TEXTS = {
    f"register/{file.relative_to(REGISTER).as_posix()}": file.read_text("utf-8") for file in REGISTER.rglob("*.yaml")
}
NOW = moment("2026-11-24")
RULES = Config(select=("IG0", "IG1"), ignore=("IG109",))
EVERY = 7
"""Of the places in which a mistake can be made, each of so many is tried."""

Change = Callable[[str], str]


def _change(shape: str, into: str | Callable[[re.Match[str]], str]) -> Change:
    return lambda line: line if line.lstrip().startswith("#") else re.sub(shape, into, line, count=1)


_DAY = r"(: )(\d{4})-(\d\d)-(\d\d)(?=[,} ]|$)"
MISTAKES: dict[str, tuple[Change, str]] = {
    "a day with strokes": (_change(_DAY, r"\1\4/\3/\2"), "write"),
    "a day with dots": (_change(_DAY, r"\1\4.\3.\2"), "write: "),
    "a day in words": (_change(_DAY, r"\1\4 Mar \2"), "write: "),
    "a day without noughts": (_change(r"(: )(\d{4})-0(\d)-(\d\d)(?=[,} ]|$)", r"\1\2-\3-\4"), "write: "),
    "a day and a month changed over": (
        _change(r"(: )(\d{4})-(\d\d)-(1[3-9]|[23]\d)(?=[,} ]|$)", r"\1\2-\4-\3"),
        "write: ",
    ),
    "a span abbreviated": (_change(r"(: \d+ )(month|year)s?(?=[,}]|$)", lambda f: f[1] + f[2][0] + "r"), ""),
    "a span in one word": (_change(r"(: )12 months(?=[,} ]|$)", r"\1yearly"), "write: 1 year"),
    "a span in words": (_change(r"(: )24 months(?=[,} ]|$)", r"\1two years"), "write: 2 years"),
    "a span with no blank": (_change(r"(: \d+) (months|years|weeks|days|hours)(?=[,}]|$)", r"\1\2"), "write: "),
    "yes for true": (_change(r": true(?=[,} ]|$)", ": yes"), "write true"),
    "a field in capitals": (
        _change(r"^( *(?:- +)?)(?!id:)([a-z])([a-z_]+:)", lambda f: f[1] + f[2].upper() + f[3]),
        "did you mean",
    ),
    "a tight field in braces": (_change(r"\{(?!id)([a-z_]+): (?=[a-z])", r"{\1:"), "write: "),
    "no brackets": (_change(r"^( *areas: )\[([a-z, -]+)\]", r"\1\2"), "in brackets"),
    "typographic quotes": (
        _change(r"^( *(?:- +)?(?:title|name): )([A-Z][A-Za-z ]+)$", "\\1\u201c\\2\u201d"),
        "delete them",
    ),
    "a number sign": (_change(r"^( *(?:- +)?(?:title|name): [A-Z][A-Za-z ]+)$", r"\1 #2 (nights)"), "in quotes"),
    "a blank in an address": (_change(r"(email: \S+?)@", r"\1 at "), "e-mail address"),
    "a colon in a text": (_change(r"^( *(?:- +)?(?:title|name): [A-Z][a-z]+) ", r"\1: "), "in quotes"),
    "a no-break space": (_change(r"^( *(?:- +)?[a-z_]+): ", "\\1:\u00a0"), "type a space"),
    "an en dash": (_change("^( *)- ", "\\1\u2013 "), "type a hyphen"),
    "no space behind a dash": (_change("^( *)- (?=[a-z]+: )", r"\1-"), ""),
    "no comma": (_change(r"(\{[a-z_]+: [^,{}\[\]]+), ", r"\1 "), ""),
    "no brace": (_change(r"\}$", ""), ""),
    "a tab": (_change("^  +(?=[a-z_]+:)", "\t"), "press the space bar"),
}
JARGON = re.compile(r"valid YAML|scalar|mapping values|block end|token|Traceback|[A-Z][a-z]+Error", re.IGNORECASE)


def _found(texts: dict[str, str]) -> tuple[Finding, ...]:
    return check(register_of(texts), NOW, RULES).findings


def register_of(texts: dict[str, str]) -> Register:
    """The register of some texts."""
    return read(Sources(texts))


def _places(change: Change) -> list[tuple[str, int, str]]:
    """Each file, line and changed line where a mistake can be made."""
    return [
        (file, number, changed)
        for file, text in sorted(TEXTS.items())
        for number, line in enumerate(text.split("\n"))
        if (changed := change(line)) != line
    ]


def test_the_register_is_sound() -> None:
    assert _found(TEXTS) == ()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_the_first_finding_and_in_plain_words(mistake: str) -> None:
    change, help = MISTAKES[mistake]
    places = _places(change)
    assert places, "no line in which it can be made"
    for file, number, changed in places[::EVERY]:
        lines = TEXTS[file].split("\n")
        lines[number] = changed
        found = sorted(_found({**TEXTS, file: "\n".join(lines)}), key=lambda one: one.rule not in UNREAD)
        assert found, (file, number + 1, changed)
        first = found[0]
        assert (first.file, first.line) == (file, number + 1), (changed, first)
        assert not JARGON.search(first.message), first.message
        assert help in first.help, (changed, first.message, first.help)
