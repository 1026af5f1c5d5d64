"""Characters: those that a line of text may hold as they are, and how many cells each takes."""

from __future__ import annotations

import unicodedata

_CODES = (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, 0x061C, 0x2028, 0x2029, 0xFEFF)
_WRITTEN_OUT = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _CODES}
_WRITTEN_OUT |= {code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_WRITTEN_OUT |= {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})


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
