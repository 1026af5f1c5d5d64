"""Where a key stands in a TOML file: on a line of its own, behind dots, or in braces."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*\[([^\]]+)\]")
_WORD = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_KEY = re.compile(rf"\s*({_WORD}(?:\s*\.\s*{_WORD})*)\s*=")


def place(lines: Sequence[str], table: str, key: str) -> tuple[int, int]:
    """Where a key of a table stands, or the head of its own; lines and columns count from 1.

    The beginning of the file where it is not found.
    """
    wanted = f"{_plain(f'{table}.{key}' if table else key)}."
    current = ""
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            current = f"{_plain(header[1])}."
            if current.startswith(wanted):
                return number, header.start(1)
        elif found := _KEY.match(line):
            path = f"{current}{_plain(found[1])}."
            if path.startswith(wanted):
                return number, found.start(1) + 1
            if wanted.startswith(path) and (at := _within(line, found.end(), key)) is not None:
                return number, at + 1
    return 1, 1


def _plain(path: str) -> str:
    """A key, or several with dots between, without quotes and blanks; an underscore is as good as a hyphen."""
    return re.sub(r"[\"'\s]", "", path).replace("_", "-")


def _within(line: str, start: int, key: str) -> int | None:
    """Where a key stands in the table in braces that begins at a place of a line."""
    found = (
        one.start(1) for one in re.finditer(rf"[{{,]\s*({_WORD})\s*=", line[start:]) if _plain(one[1]) == _plain(key)
    )
    return next((start + at for at in found), None)
