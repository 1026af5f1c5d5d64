"""A cheap look at a text: whether the fast reader is sure to be exact on it.

Each look is a search for a sign, which is quick; only where the sign is there is its place looked at more closely.
"""

from __future__ import annotations

import re

_CONTROL = tuple(chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127))
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_USUAL = bytes(range(32, 127)) + b"\t\n\r"
_STARTERS = (
    ("&", re.compile(r"&(?=\S)")),
    ("*", re.compile(r"\*(?=\S)")),
    ("!", re.compile(r"!")),
    ("?", re.compile(r"\?(?=\s|$)")),
)
"""Signs that mean something at the beginning of a value: an anchor, an alias, a tag, a key that is no word."""
_MARKS = ("<<", "::", "\t", "\n%", "\n---", "\n...")
_AT_ONCE = ("%", "---", "...")
_SHAPES = bytes(
    ord("e") if code in b"eE" else ord("a") if chr(code).isalpha() or code > 127 else code if code == ord("_") else 32
    for code in range(256)
)
_DIGITS = b"0123456789."
_BASES = ("0b", "0B", "0x", "0X", "0o", "0O")
_NUMBER = re.compile(
    r"(?<![\w.+/-])[-+]?(?:[0-9.]*_[0-9]|[0-9.]+(?:[eE][-+]?[0-9]*)?_|0[xXoO][0-9A-Fa-f]*_|0[bB][01_])", re.ASCII
)
"""What the fast reader takes for a number, and YAML 1.2 for text: underscores between digits, and the base two."""


def is_plain(text: str) -> bool:
    """Whether the fast reader is sure to be exact on a text that begins where a line begins."""
    if text.isascii():
        if any(sign in text for sign in _CONTROL):
            return False
    elif _has_odd_signs(text):
        return False
    if any(mark in text for mark in _MARKS) or text.startswith(_AT_ONCE):
        return False
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return False
    for sign, shape in _STARTERS:
        if sign in text and any(_begins_a_value(text, match.start()) for match in shape.finditer(text)):
            return False
    return not _has_odd_numbers(text)


def _has_odd_signs(text: str) -> bool:
    """Whether there are control characters or others that YAML treats in a way of its own."""
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


def _has_odd_numbers(text: str) -> bool:
    """Whether there is anything like `1_000` or `0b1`.

    Taken together, letters are alike and digits gone: a number with an underscore then shows as one that nothing but a
    blank, or the `e` of an exponent, stands before. Keys and ids, which have underscores too, do not.
    """
    suspect = any(base in text for base in _BASES)
    if not suspect and "_" in text:
        shapes = b" " + text.encode("utf-8", "surrogatepass").translate(_SHAPES, _DIGITS)
        suspect = b" _" in shapes or b" e_" in shapes
    return suspect and _NUMBER.search(text) is not None
