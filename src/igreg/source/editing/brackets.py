"""Patches inside brackets: lists and mappings in flow style, on one line or over several, with comments between."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from igreg.source.editing.change import EditError
from igreg.source.editing.inline import inline

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_LINE_REST = re.compile(r"[ \t]*(?:#[^\n]*?)?(?=\r?\n)")


def insert(text: str, node: Any, end: int, key: str, value: Any) -> str:
    """A new key at the end of a mapping; in quotes like JSON where the key before it is."""
    as_json = bool(node.value) and node.value[-1][0].style == '"'
    pair = (
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" if as_json else f"{inline(key)}: {inline(value)}"
    )
    return put(text, node, end, [pair])


def append(text: str, node: Any, end: int, value: Any) -> str:
    """A new item at the end of a list."""
    return put(text, node, end, [inline(value)])


def put(text: str, node: Any, end: int, items: Sequence[str]) -> str:
    """What is written in these items at the end of a list or mapping; on lines of their own where the last one is."""
    close = end - 1
    written = ", ".join(items)
    if not node.value:
        opening = node.start_mark.index + 1
        if text[opening:close].strip():
            raise EditError("there is a comment in the empty brackets; change them by hand")
        return text[:opening] + written + text[close:]
    last = _last_end(text, node)
    comma = _comma(text, last, close)
    start = _start(node.value[-1])
    line = text.rfind("\n", 0, start) + 1
    closing = text.rfind("\n", 0, close) + 1
    if closing > last and not text[line:start].strip() and not text[closing:close].strip():
        at = comma + 1 if comma is not None else last
        rest = _LINE_REST.match(text, at)
        if rest is not None:
            newline = "\r\n" if text[rest.end()] == "\r" else "\n"
            had = text[:last] + ("," if comma is None else "") + text[last : rest.end()]
            gap = newline + text[line:start]
            written = f",{gap}".join(items)
            return had + gap + written + ("," if comma is not None else "") + text[rest.end() :]
    if comma is not None:
        return text[: comma + 1] + " " + written + text[comma + 1 :]
    return text[:last] + (" , " if text[last - 1] == ":" else ", ") + written + text[last:]


def delete(text: str, node: Any, index: int, ends: list[int]) -> str:
    """The key of an index taken away, with its comma, and with its line where it has one of its own."""
    start, end = _start(node.value[index]), ends[index]
    close = int(node.end_mark.index) - 1
    before = ends[index - 1] if index else None
    comma = _comma(text, end, close)
    stop = comma + 1 if comma is not None else end
    line = text.rfind("\n", 0, start) + 1
    rest = _LINE_REST.match(text, stop)
    if rest is not None and line > node.start_mark.index and not text[line:start].strip():
        kept = text[:line]
        if comma is None and before is not None:
            kept = _without_comma(kept, before)
        return kept + text[text.find("\n", rest.end()) + 1 :]
    if comma is not None:
        blanks = len(text[stop:]) - len(text[stop:].lstrip(" \t"))
        kept = text[:start].rstrip(" \t") if rest is not None and rest.end() == stop + blanks else text[:start]
        return kept + text[stop + blanks :]
    if before is None:
        return text[:start] + text[end:]
    between = text[before:start]
    if "#" in between:
        return _without_comma(text[:start], before) + text[end:]
    return text[:before] + text[end:]


def _start(item: Any) -> int:
    return int((item[0] if isinstance(item, tuple) else item).start_mark.index)


def _last_end(text: str, node: Any) -> int:
    item = node.value[-1]
    return int((item[1] if isinstance(item, tuple) else item).end_mark.index)


def _comma(text: str, start: int, stop: int) -> int | None:
    """Where the comma after an item stands, past blanks and comments; nothing before the closing bracket."""
    blank = _BLANK.match(text, start, stop)
    at = blank.end() if blank is not None else start
    return at if at < stop and text[at] == "," else None


def _without_comma(text: str, start: int) -> str:
    comma = _comma(text, start, len(text))
    return text if comma is None else text[:comma] + text[comma + 1 :]
