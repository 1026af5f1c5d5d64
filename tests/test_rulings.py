"""Rulings: each that is cited stands on the page, and each names a test that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from igreg.rules._rule import catalogue

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/rulings.md").read_text(encoding="utf-8")
NUMBER = re.compile(r"\b[ABEHX]\d{2,3}\b")
RULING = re.compile(r"^- \*\*([ABEHX]\d{2,3})\*\* (.+)\n  Held by (.+)\.$", re.MULTILINE)
CITED_IN = ("src", "tests", "docs", "tools", "bench", "schemas", "ARCHITECTURE.md", "CONTRIBUTING.md")
TEXTS = {".py", ".md", ".yaml", ".json", ".toml"}

RULINGS = [pytest.param(number, held, id=number) for number, _, held in RULING.findall(PAGE)]


def texts() -> Iterator[tuple[str, str]]:
    """Every text in the repository that may cite a ruling, with its path."""
    for name in CITED_IN:
        top = ROOT / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.suffix in TEXTS and path.is_file() and path != ROOT / "docs/rulings.md":
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def cited(text: str) -> Iterator[str]:
    """The numbers that a text cites: `ruling A03`, `rulings A59 to A62`, `rulings A76, A114`."""
    for found in re.finditer(r"\brulings? ([ABEHX]\d{2,3}(?:(?:,| and| to)\s+[ABEHX]\d{2,3})*)", text):
        yield from NUMBER.findall(found[1])


def test_each_has_a_number_of_its_own_and_says_what_holds_it() -> None:
    """The first part (A) has no gaps; of the second (B), its outputs (E), history (H) and exchanges (X) those stand here that are built."""
    numbers = re.findall(r"^- \*\*([A-Z]\d+)\*\*", PAGE, re.MULTILINE)
    assert [param.id for param in RULINGS] == numbers
    first = [number for number in numbers if number.startswith("A")]
    assert first == [f"A{n:02}" for n in range(1, len(first) + 1)]
    assert numbers == sorted(numbers, key=lambda number: (number[0], int(number[1:])))
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(("number", "held"), RULINGS)
def test_what_holds_it_is_there(number: str, held: str) -> None:
    names = re.findall(r"`([^`]+)`", held)
    assert names
    assert held == ", ".join(f"`{name}`" for name in names), "one list of names"
    rules = {rule.name for rule in catalogue()}
    lost = [name for name in names if name not in rules and not (name.startswith("tests/") and (ROOT / name).is_file())]
    assert lost == []


def test_each_that_is_cited_is_on_the_page() -> None:
    known = {param.id for param in RULINGS}
    lost = {(name, number) for name, text in texts() for number in cited(text) if number not in known}
    assert lost == set()


def test_a_number_is_cited_as_a_ruling() -> None:
    """A bare number, or another word for it, would be found by nobody who looks for rulings."""
    bare = {
        (name, number)
        for name, text in texts()
        if name.startswith("src/")
        for number in set(NUMBER.findall(text)) - set(cited(text))
    }
    assert bare == set()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("x (ruling A03).", ["A03"]),
        ("rulings A59 to A62, and ruling A05, `fold=0`", ["A59", "A62", "A05"]),
        ("rulings A76, A114", ["A76", "A114"]),
        ("an A4 sheet, A03", []),
        ("rulings B42, A95 and B44", ["B42", "A95", "B44"]),
    ],
)
def test_how_one_is_cited(text: str, numbers: list[str]) -> None:
    assert list(cited(text)) == numbers
