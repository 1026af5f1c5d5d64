"""A cheap look at a text: whether the fast reader is sure to be exact on it.

The first look goes once over all bytes and asks for single signs; where it is in doubt, places are looked at.
"""

from __future__ import annotations

import re

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_USUAL = bytes(range(32, 127)) + b"\t\n\r"
_STARTERS = (
    ("&", re.compile(r"&(?=\S)")),
    ("*", re.compile(r"\*(?=\S)")),
    ("!", re.compile(r"!")),
    ("?", re.compile(r"\?(?=\s|$)")),
)
"""Signs that mean something at the beginning of a value: an anchor, an alias, a tag, a key that is no word."""
_AT_ONCE = ("%", "---", "...")
_DIGITS = b"0123456789."
_NUMBER = re.compile(
    r"(?<![\w.+/-])[-+]?(?:[0-9.]*_[0-9]|[0-9.]+(?:[eE][-+]?[0-9]*)?_|0[xXoO][0-9A-Fa-f]*_|0[bB][01_])", re.ASCII
)
"""What the fast reader takes for a number, and YAML 1.2 for text: underscores between digits, and the base two."""


def _shape(code: int) -> int:
    """What a byte is for the first look: a letter, one that stands in numbers, an underscore, a control, or a blank."""
    sign = chr(code)
    if code in b"xX_":
        return ord(sign.lower())
    if code in b"bBoOeE":
        return ord("o")
    if (code < 32 and code not in b"\n\r") or code == 127:
        return ord("!")
    return ord("a") if sign.isalpha() or code > 127 else ord(" ")


_SHAPES = bytes(map(_shape, range(256)))


def is_plain(text: str) -> bool:
    """Whether the fast reader is sure to be exact on a text that begins where a line begins."""
    shapes = _shapes(text)
    return _bare(text, shapes) and not (_numbers_in_doubt(text, shapes) and _NUMBER.search(text))


def _bare(text: str, shapes: bytes) -> bool:
    """Whether there are no anchors, aliases, tags, directives, further documents, tabs or control characters."""
    if not text.isascii() and _has_odd_signs(text):
        return False
    if "::" in text or "\n---" in text or "\n..." in text or text.startswith(_AT_ONCE):
        return False
    if ("<" in text and "<<" in text) or ("%" in text and "\n%" in text):
        return False
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return False
    for sign, shape in _STARTERS:
        if sign in text and any(_begins_a_value(text, match.start()) for match in shape.finditer(text)):
            return False
    return b"!" not in shapes


def _shapes(text: str) -> bytes:
    return b" %b " % text.encode("utf-8", "surrogatepass").translate(_SHAPES, _DIGITS)


def _numbers_in_doubt(text: str, shapes: bytes) -> bool:
    """Whether there may be anything like `1_000`, `1e3_0`, `0b1` or `0x1_f`: so those look without their digits.

    Keys and ids with underscores do not. Written out, because `any` costs more on thousands of small files.
    """
    if b" _" in shapes or b" o_" in shapes:
        return True
    if b" o " in shapes and ("0b" in text or "0B" in text):
        return True
    return b" x" in shapes and ("0x" in text or "0X" in text)


def _has_odd_signs(text: str) -> bool:
    """Whether there are characters beyond ASCII that YAML treats in a way of its own."""
    try:
        rest = text.encode().translate(None, _USUAL).decode("utf-8")
    except UnicodeError:
        return True
    return _ODD.search(rest) is not None


def _begins_a_value(text: str, at: int) -> bool:
    """Whether a sign stands where a value may begin: at the beginning of a line, or behind an indicator."""
    before = at - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    if before < 0 or text[before] in "\n\r[{,:":
        return True
    return text[before] in "-?" and before < at - 1
