"""Values written on one line, so that any YAML reader gives back just that value."""

from __future__ import annotations

import functools
import json
import re
from decimal import Decimal
from typing import Any

from igreg.source.reading.scalars import plain_value

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/()+@-]*[A-Za-z0-9.)]|[A-Za-z0-9]")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")


def inline(value: Any) -> str:
    """A value on one line: a scalar, or a list or mapping in brackets."""
    if type(value) is str:
        return _text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(key)}: {inline(item)}" for key, item in value.items()) + "}"
    return _text(str(value))


@functools.lru_cache(maxsize=1 << 16)
def _text(text: str) -> str:
    """A text on one line. Ids and days come again and again, so each is looked at once."""
    if _MOMENT.fullmatch(text):
        return text
    if _SAFE.fullmatch(text) and plain_value(text) == text and ": " not in text and " #" not in text:
        return text
    return quoted(text, "'")


_EVIDENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Za-z][A-Za-z0-9-]+(?: [A-Za-z][A-Za-z0-9-]*)*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


def is_evident(value: Any) -> bool:
    """Whether a value is a day, or words of plain letters, which every reader takes for what they are."""
    return isinstance(value, str) and _is_evident(value)


@functools.lru_cache(maxsize=1 << 16)
def _is_evident(text: str) -> bool:
    return _EVIDENT.fullmatch(text) is not None and text.casefold() not in _WORDS


def quoted(text: str, style: str) -> str:
    """A text in quotes of a style; in double ones where single ones could not hold it on one line."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)
