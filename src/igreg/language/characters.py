"""Characters: those that a line of text may hold as they are, how many cells each takes, and how many fit on a line."""

from __future__ import annotations

import re
import unicodedata

_CODES = (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, 0x061C, 0x2028, 0x2029, 0xFEFF)
_WRITTEN_OUT = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _CODES}
_WRITTEN_OUT |= {code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_WRITTEN_OUT |= {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_WORD = re.compile(r"\s*\S+\s*")


def plain(text: str) -> str:
    """One line of text with control and direction characters written out, line breaks and tabs too."""
    return text if text.isprintable() else text.translate(_WRITTEN_OUT)


def cells(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    wide = sum(1 for c in text if unicodedata.east_asian_width(c) in "WF")
    none = sum(1 for c in text if unicodedata.category(c) in _ZERO_WIDTH)
    return len(text) + wide - none


def wrapped(text: str, width: int) -> list[str]:
    """One line of text as lines of at most so many cells: between words, and within one that is too long for a line.

    The lines together are the text; blanks at their ends may reach beyond the width.
    """
    if cells(text.rstrip()) <= width:
        return [text]
    out, line, used = list[str](), "", 0
    for word in _WORD.findall(text):
        length = cells(word.rstrip())
        if length <= width - used:
            line, used = line + word, used + cells(word)
            continue
        if line:
            out.append(line)
        line = word
        if length > width:
            *pieces, line = _chopped(word, width)
            out += pieces
        used = cells(line)
    return [*out, line] if line else out


def _chopped(word: str, width: int) -> list[str]:
    """A word in pieces of at most so many cells, or of one character where that is wider."""
    out, used = [""], 0
    for character in word:
        length = cells(character)
        if out[-1] and used + length > width:
            out.append("")
            used = 0
        out[-1] += character
        used += length
    return out
