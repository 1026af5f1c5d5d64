"""A file's records, some hundred at a time: read fast where they are plain, exactly where they are not."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from igreg.source.reading.fast import Doubt, load
from igreg.source.reading.fast_look import doubts, is_plain
from igreg.source.reading.rows import Load

PIECE = 100_000
"""How many characters of a list are read at a time: small enough for the processor's cache, and for the memory."""
Piece = tuple[bool, Sequence[Any]]
"""Whether the text is one mapping, and the next of its records: mappings, or what was made of them."""


class Taker(Protocol):
    """Takes records out of a part of a list: its text, how far it is from the margin, and the usual way to read it."""

    def __call__(self, text: str, deep: int, load: Load) -> list[Any]: ...


_IDLE = r"(?:[ \t\r]*+(?:#[^\n]*+)?+\n)*+"
"""Lines of blanks and comments. Nothing is given back, so a million of them need no memory."""
_OPENING = re.compile(_IDLE + r"---[ \t\r]*(?:#[^\n]*)?\n")
_ONLY_IDLE = re.compile(_IDLE + r"(?:---[ \t\r]*+(?:#[^\n]*+)?+\n)?+" + _IDLE + r"[ \t\r]*+(?:#[^\n]*+)?+\Z")
_FIRST = re.compile(_IDLE + r"( *)-(?=[ \t\r\n]|$)")


def opening(text: str) -> int:
    """Where a text begins behind a line `---` that opens its one document; 0 without such a line."""
    found = _OPENING.match(text)
    return found.end() if found else 0


def indent(text: str) -> int | None:
    """How far the items of a text that is one list are indented; nothing for any other text."""
    found = _FIRST.match(text)
    return len(found[1]) if found else None


def is_idle(text: str) -> bool:
    """Whether a text is nothing but blanks and comments."""
    return _ONLY_IDLE.match(text) is not None


def glance(text: str, size: int = PIECE, *, take: Taker | None = None) -> Iterator[Piece]:
    """The records of a text, in order. Raises Doubt, be it in the middle: the text must then be given to `parse`.

    Depth and keys of records are not looked at: whoever takes them gives what it cannot use, and whatever may be deep,
    to `is_flat`. A list is cut where a line begins with its `- `: whatever runs across such a line (a quote, a bracket)
    leaves its piece unfinished, and so ends in Doubt. Plain records are what `take` makes of them, else mappings.
    """
    text = text[opening(text) :]
    deep = indent(text)
    if deep is None:
        if not is_plain(text):
            raise Doubt
        yield from _whole(text)
        return
    cut, start, length = "\n" + " " * deep + "- ", 0, len(text)
    taken = _list if take is None else functools.partial(take, deep=deep, load=_list)
    while start < length:
        end = text.find(cut, start + size) + 1 or length
        piece = text if end - start == length else text[start:end]
        odd = doubts(piece)  # of each piece when its turn comes: the first that cannot be read is the last looked at
        if odd:
            for records in _around(text, start, end, [start + at for at in odd], cut, taken):
                yield False, records
        else:
            yield False, taken(piece)
        start = end


def _whole(text: str) -> Iterator[Piece]:
    """A text that cannot be cut: one mapping, a list in brackets, or nothing."""
    found = load(text)
    if type(found) is dict:
        yield True, [found]
    elif _is_list(found):
        yield False, found
    elif found is not None:
        raise Doubt


def _around(
    text: str, start: int, end: int, odd: list[int], cut: str, take: Callable[[str], list[Any]]
) -> Iterator[Sequence[Any]]:
    """A piece with places in doubt: the records they stand in are read exactly, and all others fast."""
    for begins, ends in _spans(text, start, end, odd, cut):
        if begins > start:
            yield take(text[start:begins])
        yield _exactly(text[begins:ends])
        start = ends
    if start < end:
        yield take(text[start:end])


def _spans(text: str, start: int, end: int, odd: list[int], cut: str) -> list[tuple[int, int]]:
    """Where the records that places stand in begin and end; those that touch are one span."""
    spans: list[tuple[int, int]] = []
    for at in odd:
        if at < start:
            continue  # in the record before, which is seen to
        begins = max(text.rfind(cut, start, at + len(cut)) + 1, start)
        ends = text.find(cut, at, end) + 1 or end
        if spans and spans[-1][1] == begins:
            begins = spans.pop()[0]
        spans.append((begins, ends))
        start = ends
    return spans


def _exactly(record: str) -> Sequence[Mapping[str, object]]:
    from igreg.source.reading.exact import read

    if "\n..." in record:  # the document ends here, so what follows is another one
        raise Doubt
    found = read("", record)
    if found.value is None or found.single or found.faults or found.bad:
        raise Doubt
    return found.value


def _list(piece: str) -> list[dict[str, object]]:
    """The records of a part of a list; none where it is but the comments above the first."""
    found = load(piece)
    if found is None:
        return []
    if not _is_list(found):
        raise Doubt
    return found  # type: ignore[no-any-return]


def _is_list(found: Any) -> bool:
    return type(found) is list and set(map(type, found)) <= {dict}
