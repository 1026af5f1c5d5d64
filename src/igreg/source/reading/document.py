"""One file's text -> plain data: the fast reader where the text is plain, the exact one everywhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from igreg.findings import INVALID_YAML, NOT_UTF8, Told
from igreg.source.reading.fast import Doubt, load
from igreg.source.reading.fast_look import is_plain
from igreg.source.reading.limits import MOST_BYTES, MOST_DEPTH, too_large
from igreg.source.reading.pieces import opening
from igreg.source.reading.values import ParsedFile

__all__ = ["ParsedFile", "decode", "is_flat", "made_out", "parse"]

_SCALARS = frozenset({str, int, float, bool, type(None)})
_NESTED = frozenset({dict, list})


def parse(file: str, text: str, *, closely: bool = False) -> ParsedFile:
    """The records of a file, and what is wrong with its text. Never raises.

    With `closely` the exact reader alone is asked: the fast one has been already.
    """
    try:
        found = _fast(file, text) if not closely and is_plain(text[opening(text) :]) else None
        return found or _exact(file, text)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the fast reader is no Exception
        message = f"the file cannot be read ({type(error).__name__})"
        return ParsedFile(file, None, False, (Told.at(INVALID_YAML, file, 1, 1, message, "look at its text"),))


def _fast(file: str, text: str) -> ParsedFile | None:
    """What the fast reader makes of a text, or nothing where it refuses it or cannot be trusted."""
    try:
        value = load(text)
    except Doubt:
        return None
    found = _shaped(file, value)
    return found if found is not None and is_flat(found.value or []) else None


def _exact(file: str, text: str) -> ParsedFile:
    """What the exact reader makes of a text; it is loaded only when it is needed."""
    from igreg.source.reading.exact import read

    return read(file, text)


def _shaped(file: str, value: Any) -> ParsedFile | None:
    """The document, if it is nothing but records; else nothing, for the exact reader to say why."""
    if isinstance(value, dict):
        return ParsedFile(file, [value], True)
    if isinstance(value, list):
        return ParsedFile(file, value, False) if set(map(type, value)) <= {dict} else None
    return ParsedFile(file, [], False) if value is None else None


def is_flat(records: Sequence[Mapping[str, object]]) -> bool:
    """Whether every key is text and nothing is nested deeper than the format allows; level by level, quickly."""
    maps: Sequence[Any] = records
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


def decode(file: str, data: bytes) -> tuple[str | None, Told | None]:
    """The text of a file: UTF-8, a byte-order mark accepted and dropped; else the fault and where it stands."""
    if len(data) > MOST_BYTES:
        return None, too_large(file, len(data))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, Told.at(NOT_UTF8, file, 1, 1, "the file is in UTF-16", "save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data, error.start)
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        return None, Told.at(NOT_UTF8, file, line, column, message, "save the file as UTF-8")
    if b"\x00" in data:  # among the bytes, as a text may be wide
        if data.count(0) * 4 > len(data):
            return None, Told.at(NOT_UTF8, file, 1, 1, "the file is in UTF-16, with no mark", "save it as UTF-8")
        line, column = _position(data, data.index(0))
        return None, Told.at(INVALID_YAML, file, line, column, "a NUL byte, so this is not a text file", "take it out")
    return text.removeprefix("\ufeff"), None


def made_out(data: bytes) -> str:
    """What can be made out of a file that is no UTF-8, such as the digits in it."""
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    return text.replace("\x00", "")


def _position(data: bytes, at: int) -> tuple[int, int]:
    before = data[:at]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1
