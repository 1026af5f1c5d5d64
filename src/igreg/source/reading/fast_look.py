"""A cheap look at a text: whether the fast reader is sure to be exact on it, and if not, which places are in doubt.

The first look goes once over all bytes and asks for single signs; only where it finds any, places are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from igreg.pattern import pattern

_ODD = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xed[\xa0-\xbf]|\xef(?:\xbb\xbf|\xbf[\xbe\xbf])"
)
"""Characters that YAML treats in a way of its own, as bytes: controls, line separators, surrogates, marks."""
_USUAL = bytes(range(32, 127)) + b"\n\r"
_WORDS = b"acdefghijklmnopqrstuvwyzACDEFGHIJKLMNOPQRSTUVWYZ123456789_ "
_SIGNS = bytes.maketrans(b"bBX", b"xxx")
"""What is left out at the first look, and what the rest is turned into: a fifth of the bytes has to be searched."""
_BLANKS = frozenset({"", " ", "\t", "\n", "\r", "\f", "\v"})
_STARTERS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("&", lambda after: after not in _BLANKS),
    ("*", lambda after: after not in _BLANKS),
    ("!", lambda after: True),
    ("?", lambda after: after in _BLANKS or after > "\x7f"),
)
"""Signs that mean something at the beginning of a value: an anchor, an alias, a tag, a key that is no word."""
_MARGIN = re.compile(r"^(?:%|---|\.\.\.)", re.MULTILINE)
"""A directive, and where a document begins or ends."""
_TAB = re.compile(r"\t")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_PAIR = re.compile(r"::|<<")
_AT_MARGIN, _PAIRS = (b"\n---", b"\n...", b"\n%"), (b"::", b"<<")
_NUMBER = pattern(
    r"(?<![\w.+/-])[-+]?(?:[0-9.]*_[0-9]|[0-9.]+(?:[eE][-+]?[0-9]*)?_|0[xXoO][0-9A-Fa-f]*_|0[bB][01_])", re.ASCII
)
"""What the fast reader takes for a number, and YAML 1.2 for text: underscores between digits, and the base two."""
_IN_NUMBERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+/-")
_UNDERSCORE = re.compile(r"_(?:(?<=[0-9.]_)|(?<=[0-9.][eEbBoO]_)|(?<=[eE][-+]_)|[0-9])")
_BASED = re.compile(r"0(?:[bB][01_]|[xX][0-9A-Fa-f]*_)")
_NEAR = 500
"""So far back a comment is looked for: a line longer than that is not written by people."""


def is_plain(text: str) -> bool:
    """Whether the fast reader is sure to be exact on a text that begins where a line begins."""
    return next(_doubts(text.encode("utf-8", "surrogatepass")), None) is None


def doubts(text: str) -> list[int]:
    """The places of a text where the fast reader may not be exact, in order; none in a plain text."""
    data = text.encode("utf-8", "surrogatepass")
    found = sorted(_doubts(data))
    if not found or len(data) == len(text):
        return found
    out, chars, before = [], 0, 0
    for at in found:  # places among bytes are no places among characters
        chars += len(data[before:at].decode("utf-8", "surrogatepass"))
        out.append(chars)
        before = at
    return out


def _doubts(data: bytes) -> Iterator[int]:
    """Anchors, aliases, tags, directives, further documents, tabs, control characters and odd numbers.

    Bytes are looked at, each as one character: all signs that matter are ASCII, and wide texts take twice the time.
    """
    signs = data.translate(_SIGNS, _WORDS)
    rare = signs.translate(None, _USUAL)
    text = data.decode("latin-1")
    if rare and _ODD.search(rare.decode("latin-1")):
        yield from _places(_ODD, text)
    if b"\t" in rare:
        yield from (at for at in _places(_TAB, text) if not _in_a_comment(text, at))
    if b"\r" in signs and data.count(b"\r") != data.count(b"\r\n"):
        yield from _places(_LONE_RETURN, text)
    if _both(_AT_MARGIN, signs, data) or data.startswith((b"%", b"---", b"...")):
        yield from _places(_MARGIN, text)
    if _both(_PAIRS, signs, data):
        yield from (at for at in _places(_PAIR, text) if not _in_a_comment(text, at))
    for sign, follows in _STARTERS:
        at = text.find(sign)
        while at >= 0:
            if _begins_a_value(text, at) and follows(text[at + 1 : at + 2]):
                yield at
            at = text.find(sign, at + 1)
    if "_" in text:
        yield from _odd_numbers(text, _UNDERSCORE)
    if b"0x" in signs:
        yield from _odd_numbers(text, _BASED)


def _both(shapes: tuple[bytes, ...], signs: bytes, data: bytes) -> bool:
    """Whether one of some shapes is in a text; what is left of it tells quickly that it is not."""
    for shape in shapes:  # noqa: SIM110 - `any` costs more on thousands of small files
        if shape in signs and shape in data:
            return True
    return False


def _places(shape: re.Pattern[str], text: str) -> Iterator[int]:
    return (match.start() for match in shape.finditer(text))


def _odd_numbers(text: str, shape: re.Pattern[str]) -> Iterator[int]:
    """The values that are numbers to the fast reader alone, found by what looks like the middle of one.

    To search for a whole number at once is ten times slower: the search would begin anew at every digit.
    """
    seen = 0
    for match in shape.finditer(text):
        begins = at = match.start()
        while begins > seen and text[begins - 1] in _IN_NUMBERS:
            begins -= 1
        if (begins > seen or not seen) and _NUMBER.match(text, begins) and _begins_a_value(text, begins):
            yield begins
        seen = at + 1


def _begins_a_value(text: str, at: int) -> bool:
    """Whether a sign stands where a value may begin: at the beginning of a line, or behind an indicator."""
    before = at - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    if before >= 0 and text[before] not in "\n\r[{,:" and not (text[before] in "-?" and before < at - 1):
        return False
    return not _in_a_comment(text, at)


def _in_a_comment(text: str, at: int) -> bool:
    """Whether a place is sure to be behind a `#` that begins a comment.

    The `#` might stand inside quotes that began on a line above. As long as no quote stands between it and the place,
    the place is then inside the quotes too, and means as little there.
    """
    line = text.rfind("\n", max(at - _NEAR, 0), at)
    mark = text.rfind("#", line + 1, at) if line >= 0 or at < _NEAR else -1
    if mark < 0 or (mark > 0 and text[mark - 1] not in " \t\n"):
        return False
    return text.find("'", mark, at) < 0 and text.find('"', mark, at) < 0
