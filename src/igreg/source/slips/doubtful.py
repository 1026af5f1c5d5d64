"""Slips that are read without a word, since YAML takes them: typographic quotes as text, and ` #` that ends a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from igreg.findings import Place
from igreg.pattern import pattern
from igreg.source.slips._slip import KEY, quoted

_HEAD = rf"(?:^[ ]*(?:-[ ]+)*{KEY}:[ ]+|^[ ]*(?:-[ ]+)+|(?P<within>[{{,\[])[ ]*(?:{KEY}:[ ]+)?)"
_OPEN, _CLOSE = "\u201c\u201d\u201e\u201f\u00ab", "\u201c\u201d\u00bb"
_SMART = pattern(
    rf"{_HEAD}(?P<all>[{_OPEN}](?P<in>[^{_OPEN}{_CLOSE}]*)[{_CLOSE}]|[{_OPEN}](?P<mixed>[^{_OPEN}{_CLOSE}\"]*)\"|\u2018(?P<one>[^\u2018]*)\u2019)"
    r"(?=[ ]*(?:[,}\]]|#.*$|$))"
)
_SIGN = pattern(
    r"(?<![^ \[{,])(?P<held>\"[^\"]*\"|'[^']*')|(?<![^ \[{,])[\"']|(?:^|[ \t])#|(?P<in>[\[{])|(?P<out>[\]}])"
)
"""What tells where values stand: a text in quotes, what is left of one that is not ended, a remark, a bracket."""
_HASH = pattern(
    rf"([ ]*(?:-[ ]+)*(?:{KEY}:[ ]+)?)(?!{KEY}:[ ])(?P<kept>[^\s\"'#&*!|>%@`{{\[-][^#]*?) (?P<cut>#[A-Za-z0-9][^#]*)$"
)
_CUTS = re.compile(r" #[A-Za-z0-9]")
_NUMBERED = pattern(r"#\d")
_NO_TEXT = pattern(
    r"\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?|\d+ (?:hour|day|week|month|year)s?|-?[\d.]+|true|false|null|~", re.IGNORECASE
)
_BLOCK = pattern(r"([ ]*)(?:-[ ]+)*(?:[^#]*:[ ]+|)[|>][0-9+-]*[ ]*(?:#.*)?$")


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
        if line.isascii():
            continue
        places, deep = _depths(line)
        for found in _SMART.finditer(line):
            if found["within"] and deep[bisect_right(places, found.end("within")) - 1] <= 0:
                continue
            inside = next(part for part in (found["in"], found["mixed"], found["one"]) if part is not None)
            place = Place(number, found.start("all") + 1, found.end("all") + 1)
            yield Doubtful(place, found["all"], quoted(inside.strip()))


def _depths(line: str) -> tuple[list[int], list[int]]:
    """From which places of a line on how many brackets are open; none within quotes, nor from a remark on."""
    places, deep, now = [0], [0], 0
    for found in _SIGN.finditer(line):
        start, end = found.span()
        if found["held"]:
            behind = line[end : end + 1]
            is_odd = behind in ("'", '"') or (behind == "#" and line[start - 1 : start] in ("", " "))
            places += [start + 1, end]
            deep += [0, now]
            if is_odd:  # as a quote that nothing ends, and a remark
                places.append(end + 1)
                deep.append(0)
                break
        elif found["in"] or found["out"]:
            now += 1 if found["in"] else -1
            places.append(end)
            deep.append(now)
        else:
            places.append(end)
            deep.append(0)
            break
    return places, deep


_ALL_CUT = re.compile(rf"[ ]*(?:-[ ]+)*{KEY}:[ ]+(?P<cut>#[A-Za-z0-9][^#]*)$")


def cut_short(text: str) -> Iterator[Doubtful]:
    """Texts without quotes that a ` #` ends, where what it cuts off looks like part of them: `Carer #2 (nights)`."""
    if not any(map(_cut, _lines_with(text, _CUTS))):
        return  # hardly any file has one; to go through all lines takes long
    for number, line in _lines(text):
        cut = _cut(line)
        if cut is not None:
            begins, ends, told, becomes = cut
            yield Doubtful(Place(number, begins + 1, ends + 1), told, becomes)


_CLOSE_SIGNS = re.compile(r"# (?<=\S# )")
"""A number sign with a blank behind it and none before: the sign comes first, for which `re` looks fast."""
_TOO_CLOSE = re.compile(
    rf"[ ]*(?:-[ ]+)*{KEY}:[ ]+(?P<kept>[^\s\"'#&*!|>%@`{{\[][^\"'#]*?"
    r"(?:[A-Z0-9][A-Za-z0-9]{2,}|(?<= )[^\s#]{3,}))(?P<cut># [A-Za-z][^#]*)$"
)


def too_close(text: str) -> Iterator[Doubtful]:
    """Texts without quotes that hold a remark, since no blank stands before its number sign: `VXA9Q# invented`.

    A single word in lower case is left alone: whoever reads an id tells it; and so is a single letter, as of C#.
    """
    if not any(map(_TOO_CLOSE.match, _lines_with(text, _CLOSE_SIGNS))):
        return
    for number, line in _lines(text):
        found = _TOO_CLOSE.match(line.rstrip("\r"))
        if found is not None:
            becomes = f"{found['kept']} {found['cut']}".rstrip()
            yield Doubtful(Place(number, found.start("cut") + 1, found.end("cut") + 1), found["cut"].rstrip(), becomes)


def _lines_with(text: str, shape: re.Pattern[str]) -> Iterator[str]:
    """The lines in which a number sign of this shape is the first: one behind another stands in a comment."""
    for found in shape.finditer(text) if "#" in text else ():
        at = text.index("#", found.start())
        begins = text.rfind("\n", 0, at) + 1
        if text.find("#", begins, at) < 0:
            end = text.find("\n", at)
            yield text[begins : end if end >= 0 else len(text)]


def _cut(line: str) -> tuple[int, int, str, str] | None:
    """What a number sign cuts off, where it looks like part of a text: from where to where, and the whole in quotes."""
    if " #" not in line:
        return None
    line = line.rstrip("\r")
    found = _ALL_CUT.match(line)
    if found is not None:
        cut = found["cut"].rstrip()
        begins = found.start("cut")
        return (begins, begins + len(cut), cut, quoted(cut)) if _NUMBERED.match(cut) else None
    found = _HASH.match(line)
    if found is None or found["kept"] != found["kept"].rstrip() or _NO_TEXT.fullmatch(found["kept"]):
        return None
    if not _NUMBERED.match(found["cut"]) and " " not in found["kept"]:
        return None
    whole = f"{found['kept']} {found['cut']}".rstrip()
    return found.start("cut"), found.end("cut"), found["cut"].rstrip(), quoted(whole)


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
