"""A file's records, some hundred at a time: read fast where they are plain, exactly where they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml_rs

from igreg.source.reading.fast_look import is_plain

PIECE = 100_000
"""How many characters of a list are read at a time: small enough for the processor's cache, and for the memory."""
Piece = tuple[bool, list[dict[str, object]]]
"""Whether the text is one mapping, and the next of its records."""

_IDLE = r"(?:[ \t\r]*(?:#[^\n]*)?\n)*"
_OPENING = re.compile(_IDLE + r"---[ \t\r]*(?:#[^\n]*)?\n")
_FIRST = re.compile(_IDLE + r"( *)-(?=[ \t\r\n]|$)")


class Doubt(Exception):
    """Only a closer look can tell what a text holds."""


def opening(text: str) -> int:
    """Where a text begins behind a line `---` that opens its one document; 0 without such a line."""
    found = _OPENING.match(text)
    return found.end() if found else 0


def indent(text: str) -> int | None:
    """How far the items of a text that is one list are indented; nothing for any other text."""
    found = _FIRST.match(text)
    return len(found[1]) if found else None


def glance(text: str, size: int = PIECE) -> Iterator[Piece]:
    """The records of a text, in order. Raises Doubt, be it in the middle: the text must then be given to `parse`.

    Depth and keys of records are not looked at: whoever takes them gives what it cannot use, and whatever may be deep,
    to `is_flat`. A list is cut where a line begins with its `- `: whatever runs across such a line (a quote, a bracket)
    leaves its piece unfinished, and so ends in Doubt.
    """
    text = text[opening(text) :]
    plain, deep = is_plain(text), indent(text)
    if deep is None:
        if not plain:
            raise Doubt
        yield from _whole(text)
        return
    cut, start, length = "\n" + " " * deep + "- ", 0, len(text)
    while start < length:
        end = text.find(cut, start + size) + 1 or length
        piece = text if end - start == length else text[start:end]
        if plain:
            yield False, _list(piece)
        else:
            for records in _narrowed(piece, cut):
                yield False, records
        start = end


def _whole(text: str) -> Iterator[Piece]:
    """A text that cannot be cut: one mapping, a list in brackets, or nothing."""
    found = _load(text)
    if type(found) is dict:
        yield True, [found]
    elif _is_list(found):
        yield False, found
    elif found is not None:
        raise Doubt


def _narrowed(piece: str, cut: str) -> Iterator[list[dict[str, object]]]:
    """A piece in halves until each is plain, or is one record, which is then read exactly."""
    if is_plain(piece):
        yield _list(piece)
        return
    middle = piece.find(cut, len(piece) // 2) + 1 or piece.rfind(cut, 0, len(piece) // 2 + len(cut)) + 1
    if middle:
        yield from _narrowed(piece[:middle], cut)
        yield from _narrowed(piece[middle:], cut)
        return
    from igreg.source.reading.exact import read

    found = read("", piece)
    if found.value is None or found.single or found.faults or found.bad:
        raise Doubt
    yield found.value


def _list(piece: str) -> list[dict[str, object]]:
    found = _load(piece)
    if not _is_list(found):
        raise Doubt
    return found  # type: ignore[no-any-return]


def _is_list(found: Any) -> bool:
    return type(found) is list and set(map(type, found)) <= {dict}


def _load(text: str) -> Any:
    try:
        return yaml_rs.loads(text, parse_datetime=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the fast reader is no Exception
        raise Doubt from None
