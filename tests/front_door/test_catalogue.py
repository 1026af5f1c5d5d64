"""One human mistake in a sound register: the first finding is on that line, and in plain words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Finding
from igreg.register.read import read, reread
from igreg.register.register import Register
from igreg.register.sources import Sources
from igreg.render.findings.text import rank
from tests.pages import moment

ROOT = Path(__file__).parents[2]
REGISTERS = {
    "home": ROOT / "tests" / "registers" / "care-home" / "register",
    "practice": ROOT / "tests" / "registers" / "gp-practice" / "register",
    "trust": ROOT / "register",
}


def texts_of(folder: Path) -> dict[str, str]:
    """The files of a register by their names."""
    files = sorted(file for file in folder.rglob("*.y*ml") if not file.parent.name.startswith("_"))
    return {f"register/{file.relative_to(folder).as_posix()}": file.read_text("utf-8") for file in files}


TEXTS = texts_of(REGISTERS["home"])
NOW = moment("2026-11-24")
RULES = Config(select=("IG0", "IG1"), ignore=("IG109",))
EVERY = 7
"""Of the places in which a mistake can be made, each of so many is tried."""
ONE_IN = 3
"""Of the mistakes that somebody thought of, each of so many is tried each time; all of them are a sweep."""

Change = Callable[[str], str]


def _change(shape: str, into: str | Callable[[re.Match[str]], str]) -> Change:
    return lambda line: line if line.lstrip().startswith("#") else re.sub(shape, into, line, count=1)


_NAMED = r"^( *(?:- +)?(?:title|name): "
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
    "yes for true": (_change(r"(?<!answer): true(?=[,} ]|$)", ": yes"), "write true"),
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
    "a remark too close": (
        _change(r"^( *(?:owner|author|approver|lead|chair|accountable_to): [a-z][a-z-]+)$", r"\1# see the minutes"),
        "a space is missing before the #",
    ),
    "an article before a role": (
        _change(r"^( *(?:owner|author|approver|lead|chair|accountable_to): )([a-z][a-z-]+)$", r"\1the \2"),
        "write ",
    ),
    "braces for brackets": (
        _change(r"^( *(?:areas|present|apologies|members|applies_to): )\[([a-z-]+, [a-z, -]+)\]$", r"\1{\2}"),
        "write: ",
    ),
    "brackets twice": (
        _change(r"^( *(?:areas|present|apologies|members|applies_to): )(\[[a-z, -]+\])$", r"\1[\2]"),
        "write: ",
    ),
    "a list in quotes": (
        _change(r"^( *(?:areas|present|apologies|members|applies_to): )(\[[a-z, -]+\])$", r'\1"\2"'),
        "without quotes",
    ),
    "a name with a star": (_change(r"^( *(?:- +)?)(?!id:)([a-z_]+): ", r"\1\2*: "), "plain letters"),
    "a name in bold": (_change(r"^( *)(?!id:)([a-z_]+): ", r"\1**\2**: "), "delete them"),
    "a text in asterisks": (
        _change(r"^( *(?:- +)?(?:title|name): )([A-Z][A-Za-z ]+)$", r"\1*\2*"),
        "delete them",
    ),
    "an address taken apart": (_change(r"(email: [a-z.]+)@", r"\1 @ "), "write "),
    "garbled letters": (_change(rf"{_NAMED}[A-Z][a-z]+)(?= |$)", "\\1\u00e2\u20ac\u2122s"), "write "),
    "a letter with its accent garbled": (_change(rf"{_NAMED}[A-Z][a-z]*)e", "\\1\u00c3\u00a9"), "write "),
    "a letter that was lost": (_change(rf"{_NAMED}[A-Z][a-z]*)e", "\\1\ufffd"), "type the word anew"),
    "a soft hyphen": (_change(rf"{_NAMED}[A-Z][a-z])(?=[a-z]+)", "\\1\u00ad"), "type it anew"),
    "a space of no width": (_change(rf"{_NAMED}[A-Z][a-z]+)(?= |$)", "\\1\u200b"), "type it anew"),
    "a comma behind a name": (_change(rf"{_NAMED}[A-Z][A-Za-z ]+)$", r"\1,"), "write "),
    "a semicolon behind a name": (_change(rf"{_NAMED}[A-Z][A-Za-z ]+)$", r"\1;"), "write "),
    "the signs of a web page": (_change(rf"{_NAMED}[A-Z][A-Za-z ]+)$", r"\1 &amp; more"), "write "),
    "a name that begins with a number sign": (_change(rf"{_NAMED})(?=[A-Z])", r"\1#3 "), "in quotes: "),
    "a tab": (_change("^  +(?=[a-z_]+:)", "\t"), "press the space bar"),
}
JARGON = re.compile(
    r"valid YAML|scalar|\bmapping|block end|token|indicator|sequence|flow style|Traceback|[A-Z][a-z]+Error",
    re.IGNORECASE,
)
MOST = 3
"""In so many places of a large register each mistake is tried."""


def _found(register: str, texts: dict[str, str], rules: Config = RULES) -> tuple[Finding, ...]:
    """What is found in a sample with these texts; files that were not touched are read once (`register/test_file.py`)."""
    return check(reread(_sound(register), texts), NOW, rules).findings


@cache
def _sound(register: str) -> Register:
    return register_of(texts_of(REGISTERS[register]))


def register_of(texts: dict[str, str]) -> Register:
    """The register of some texts."""
    return read(Sources(texts, has_document=lambda path: (REGISTERS["home"].parent / path).is_file()))


def _places(change: Change, texts: dict[str, str]) -> list[tuple[str, int, str]]:
    """Each file, line and changed line where a mistake can be made."""
    return [
        (file, number, changed)
        for file, text in sorted(texts.items())
        for number, line in enumerate(text.split("\n"))
        if (changed := change(line)) != line
    ]


def _first(found: tuple[Finding, ...]) -> Finding:
    """The finding that `igreg check` shows first."""
    return sorted(found, key=rank)[0]


@pytest.mark.parametrize("register", REGISTERS)
def test_the_register_is_sound(register: str) -> None:
    assert _found(register, texts_of(REGISTERS[register])) == ()


def _tried(register: str, help: str, texts: dict[str, str], places: list[tuple[str, int, str]]) -> None:
    for file, number, changed in places:
        lines = texts[file].split("\n")
        lines[number] = changed
        found = _found(register, {**texts, file: "\n".join(lines)})
        assert found, (file, number + 1, changed)
        first = _first(found)
        assert (first.file, first.line) == (file, number + 1), (changed, first)
        assert not JARGON.search(f"{first.message} {first.help}"), first.message
        assert help in first.help, (changed, first.message, first.help)


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_the_first_finding_and_in_plain_words(mistake: str) -> None:
    change, help = MISTAKES[mistake]
    places = _places(change, TEXTS)
    assert places, "no line in which it can be made"
    _tried("home", help, TEXTS, places[::EVERY])


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("register", ["practice", "trust"])
def test_so_it_is_in_larger_registers(register: str, mistake: str) -> None:
    change, help = MISTAKES[mistake]
    texts = texts_of(REGISTERS[register])
    places = _places(change, texts)
    _tried(register, help, texts, places[:: len(places) // MOST + 1])


def _written() -> Iterator[Any]:
    lines = (Path(__file__).parent / "mistakes.yaml").read_text("utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line.startswith("- ")):
        one = json.loads(line[2:])
        yield pytest.param(one, id=str(one["name"]), marks=[pytest.mark.thorough] if number % ONE_IN else [])


@pytest.mark.no_cover
@pytest.mark.parametrize("mistake", list(_written()))
def test_a_mistake_that_somebody_thought_of(mistake: dict[str, object]) -> None:
    """Each was made without a look at what finds it; first among all that is found, of every rule, stands its cause."""
    file = f"register/{mistake['file']}.yaml"
    changed = TEXTS[file].replace(str(mistake["old"]), str(mistake["new"]), 1)
    assert changed != TEXTS[file]
    found = [one for one in _found("home", {**TEXTS, file: changed}, Config()) if _key(one) not in SOUND]
    first = _first(tuple(found))
    assert (first.file, first.line) == (file, mistake["line"]), first
    assert str(mistake["says"]) in first.message
    assert str(mistake["write"]) in first.help
    assert not JARGON.search(f"{first.message} {first.help}"), first


def _key(one: Finding) -> tuple[str, str | None, str]:
    return one.code, one.record, one.message


SOUND = {_key(one) for one in _found("home", TEXTS, Config())}
