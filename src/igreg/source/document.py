"""One file's text -> plain data: the fast reader where the text is plain, the exact one everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml_rs

from igreg.source.values import MOST_DEPTH, Document, SourceFault

__all__ = ["Document", "Doubt", "SourceFault", "decode", "glance", "is_flat", "made_out", "parse"]

PIECE = 100_000
"""How many characters of a list are read at a time: small enough for the processor's cache, and for the memory."""

_MOST_BYTES = 64 * 1024 * 1024
_SUSPECTS = (
    ("&", re.compile(r"(?:^|[\s\[{,:])&\S", re.MULTILINE)),
    ("*", re.compile(r"(?:^|[\s\[{,:])\*\S", re.MULTILINE)),
    ("!", re.compile(r"(?:^|[\s\[{,:])!", re.MULTILINE)),
    ("<", re.compile(r"<<")),
    ("?", re.compile(r"(?:^|[\s\[{,-])\?(?:\s|$)", re.MULTILINE)),
    ("%", re.compile(r"^%", re.MULTILINE)),
    ("---", re.compile(r"^---", re.MULTILINE)),
    ("...", re.compile(r"^\.\.\.", re.MULTILINE)),
    ("_", re.compile(r"_[0-9]")),
    ("0b", re.compile(r"0b[01]")),
    ("::", re.compile(r"::")),
    ("0x", re.compile(r"0x[0-9a-fA-F]*_")),
    ("\t", re.compile(r"\t")),
    ("\r", re.compile(r"\r(?!\n)")),
)
"""A character, looked for first because that is quick, and the shape in which it matters."""
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_CONTROL = tuple(chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127))
_AT_MARGIN = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*- ")
"""A list whose items begin at column 0, after comments and empty lines."""
_USUAL = bytes(range(32, 127)) + b"\t\n\r"
_SCALARS = frozenset({str, int, float, bool, type(None)})
_NESTED = frozenset({dict, list})


def parse(file: str, text: str) -> Document:
    """The records of a file, and what is wrong with its text. Never raises."""
    try:
        found = _fast(file, text) if _is_plain(text) else None
        return found or _exact(file, text)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the fast reader is no Exception
        message = f"the file cannot be read ({type(error).__name__})"
        return Document(file, None, False, (SourceFault("invalid-yaml", 1, 1, message, "look at its text"),))


class Doubt(Exception):
    """Only a closer look can tell what a text holds."""


def glance(text: str, size: int = PIECE) -> Iterator[tuple[bool, list[dict[str, object]]]]:
    """The records of a text, some hundred at a time: whether it is one mapping, and the next of its records.

    Raises Doubt, be it in the middle, where the text must be given to `parse` instead. Depth and keys of records are
    not looked at: whoever takes them gives what it cannot use, and whatever may be deep, to `is_flat`. A list is cut
    where a line begins `- `: whatever runs across such a line leaves its piece unfinished, and so ends in Doubt.
    """
    if not _is_plain(text):
        raise Doubt
    start, length = 0, len(text)
    if length > size and not _AT_MARGIN.match(text):
        size = length
    while start < length:
        end = text.find("\n- ", start + size) + 1 or length
        try:
            found = yaml_rs.loads(text if end - start == length else text[start:end], parse_datetime=False)
        except Exception:
            raise Doubt from None
        if type(found) is dict and start == 0:
            if end < length:
                found = _whole(text)
            yield True, [found]
            return
        if type(found) is not list or not set(map(type, found)) <= {dict}:
            if found is None and start == 0 and end == length:
                return
            raise Doubt
        yield False, found
        start = end


def _whole(text: str) -> Any:
    """A mapping whose lists begin at column 0: it cannot be cut."""
    try:
        found = yaml_rs.loads(text, parse_datetime=False)
    except Exception:
        raise Doubt from None
    if type(found) is not dict:
        raise Doubt
    return found


def _fast(file: str, text: str) -> Document | None:
    """What the fast reader makes of a text, or nothing where it refuses it or cannot be trusted."""
    try:
        value: Any = yaml_rs.loads(text, parse_datetime=False)
    except Exception:
        return None
    found = _shaped(file, value)
    return found if found is not None and is_flat(found.value or []) else None


def _exact(file: str, text: str) -> Document:
    """What the exact reader makes of a text; it is loaded only when it is needed."""
    from igreg.source.exact import read

    return read(file, text)


def _is_plain(text: str) -> bool:
    """A cheap look: whether the fast reader is sure to be exact on this text."""
    if text.isascii():
        if any(sign in text for sign in _CONTROL):
            return False
    elif _has_odd_signs(text):
        return False
    return not any(sign in text and shape.search(text) for sign, shape in _SUSPECTS)


def _has_odd_signs(text: str) -> bool:
    """Whether there are control characters or others that YAML treats in a way of its own."""
    try:
        rest = text.encode().translate(None, _USUAL).decode("utf-8")
    except UnicodeError:
        return True
    return _ODD.search(rest) is not None


def _shaped(file: str, value: Any) -> Document | None:
    """The document, if it is nothing but records; else nothing, for the exact reader to say why."""
    if isinstance(value, dict):
        return Document(file, [value], True)
    if isinstance(value, list):
        return Document(file, value, False) if set(map(type, value)) <= {dict} else None
    return Document(file, [], False) if value is None else None


def is_flat(records: list[dict[str, object]]) -> bool:
    """Whether every key is text and nothing is nested deeper than the format allows; level by level, quickly."""
    maps: list[Any] = records
    lists: list[Any] = []
    for _ in range(MOST_DEPTH):
        keys: set[object] = set()
        kinds: set[type] = set()
        for item in maps:
            keys.update(item)
            kinds.update(map(type, item.values()))
        for item in lists:
            kinds.update(map(type, item))
        if not set(map(type, keys)) <= {str}:
            return False
        if kinds <= _SCALARS:
            return True
        values = [value for item in maps for value in item.values() if type(value) in _NESTED]
        values += [value for item in lists for value in item if type(value) in _NESTED]
        maps = [value for value in values if type(value) is dict]
        lists = [value for value in values if type(value) is list]
    return False


def decode(file: str, data: bytes) -> tuple[str | None, SourceFault | None]:
    """The text of a file: UTF-8, a byte-order mark accepted and dropped; else the fault and where it stands."""
    if len(data) > _MOST_BYTES:
        message = f"the file has {len(data) / 1048576:.0f} MiB, and 64 MiB is the most"
        return None, SourceFault("too-much", 1, 1, message, "split it: a folder may hold any number of files")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, SourceFault("not-utf8", 1, 1, "the file is in UTF-16", "save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data, error.start)
        message = f"the byte 0x{data[error.start]:02x} is no UTF-8"
        return None, SourceFault("not-utf8", line, column, message, "save the file as UTF-8")
    if "\x00" in text:
        if data.count(0) * 4 > len(data):
            return None, SourceFault("not-utf8", 1, 1, "the file is in UTF-16, with no mark", "save it as UTF-8")
        line, column = _position(data, data.index(0))
        return None, SourceFault("invalid-yaml", line, column, "a NUL byte, so this is no text", "take it out")
    return text.removeprefix("\ufeff"), None


def made_out(data: bytes) -> str:
    """What can be made out of a file that is no UTF-8, such as the digits in it."""
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    return text.replace("\x00", "")


def _position(data: bytes, at: int) -> tuple[int, int]:
    before = data[:at]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1
