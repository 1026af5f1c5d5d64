"""What a scalar without quotes is in YAML 1.2: a number, a flag, nothing, or a text."""

from __future__ import annotations

import re

_INT = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_ODD_FLOATS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MOST_DIGITS = 400


def plain_value(text: str) -> object:
    """What a plain scalar is in the core schema of YAML 1.2."""
    if text in _SPECIAL:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    first = text[0]
    if first in "+-.0123456789" and len(text) < _MOST_DIGITS:
        if _INT.fullmatch(text):
            return int(text)
        if _BASED.fullmatch(text):
            return int(text, 0)
        if _FLOAT.fullmatch(text):
            return float(text)
        if _ODD_FLOATS.fullmatch(text):
            return float(text.replace(".", ""))
    return text
