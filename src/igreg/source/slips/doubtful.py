"""Slips that are read without a word, since YAML takes them: typographic quotes as text, and ` #` that ends a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from igreg.findings import Place
from igreg.source.slips._slip import KEY, quoted

_HEAD = rf"(?:[ ]*(?:-[ ]+)*{KEY}:[ ]+|[ ]*(?:-[ ]+)+|[^\"'#]*[{{,\[][ ]*(?:{KEY}:[ ]+)?)"
_OPEN, _CLOSE = "\u201c\u201d\u201e\u201f\u00ab", "\u201c\u201d\u00bb"
_SMART = re.compile(
    rf"{_HEAD}(?P<all>[{_OPEN}](?P<in>[^{_OPEN}{_CLOSE}]*)[{_CLOSE}]|\u2018(?P<one>[^\u2018]*)\u2019)"
    r"(?=[ ]*(?:[,}\]]|#.*$|$))"
)
_HASH = re.compile(
    rf"([ ]*(?:-[ ]+)*(?:{KEY}:[ ]+)?)(?!{KEY}:[ ])(?P<kept>[^\s\"'#&*!|>%@`{{\[-][^#]*?) (?P<cut>#[A-Za-z0-9][^#]*)$"
)
_CUTS = re.compile(r" #[A-Za-z0-9]")
_NUMBERED = re.compile(r"#\d")
_NO_TEXT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?|\d+ (?:hour|day|week|month|year)s?|-?[\d.]+|true|false|null|~", re.IGNORECASE
)
_BLOCK = re.compile(r"([ ]*)(?:-[ ]+)*(?:[^#]*:[ ]+|)[|>][0-9+-]*[ ]*(?:#.*)?$")


class Doubtful(NamedTuple):
    """A stretch of a line: where it is, its text, and the stretch as it should be."""

    place: Place
    text: str
    becomes: str


def typographic(text: str) -> Iterator[Doubtful]:
    """Values whose quotation marks are those of a word processor, so that they are part of the text."""
    if not any(sign in text for sign in "\u201c\u201d\u201e\u00ab\u2018"):
        return
    for number, line in _lines(text):
        for found in _SMART.finditer(line) if not line.isascii() else ():
            inside = found["in"] if found["in"] is not None else found["one"]
            place = Place(number, found.start("all") + 1, found.end("all") + 1)
            yield Doubtful(place, found["all"], quoted(inside.strip()))


_ALL_CUT = re.compile(rf"[ ]*(?:-[ ]+)*{KEY}:[ ]+(?P<cut>#[A-Za-z0-9][^#]*)$")


def cut_short(text: str) -> Iterator[Doubtful]:
    """Texts without quotes that a ` #` ends, where what it cuts off looks like part of them: `Carer #2 (nights)`."""
    if _CUTS.search(text) is None:  # hardly any file has one; to go through all lines takes long
        return
    for number, line in _lines(text):
        if " #" in line and (whole_value := _ALL_CUT.match(line.rstrip("\r"))) is not None:
            cut = whole_value["cut"].rstrip()
            begins = whole_value.start("cut")
            if _NUMBERED.match(cut):
                yield Doubtful(Place(number, begins + 1, begins + 1 + len(cut)), cut, quoted(cut))
            continue
        found = _HASH.match(line.rstrip("\r")) if " #" in line else None
        if found is None or found["kept"] != found["kept"].rstrip() or _NO_TEXT.fullmatch(found["kept"]):
            continue
        if _NUMBERED.match(found["cut"]) or " " in found["kept"]:
            whole = f"{found['kept']} {found['cut']}".rstrip()
            yield Doubtful(
                Place(number, found.start("cut") + 1, found.end("cut") + 1), found["cut"].rstrip(), quoted(whole)
            )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with their numbers; those of block texts, in which all signs are text, are left out."""
    block: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        depth = len(line) - len(line.lstrip(" "))
        if block is not None and (depth > block or not line.strip()):
            continue
        begins = _BLOCK.match(line.rstrip("\r")) if "|" in line or ">" in line else None
        block = len(begins[1]) if begins else None
        if not line.lstrip().startswith("#"):
            yield number, line
