"""How much a file may hold. What is counted on the text is counted before any tree is built (decision 64)."""

from __future__ import annotations

from igreg.findings import TOO_MUCH, Told
from igreg.source.reading.pieces import indent, is_idle, opening

MOST_BYTES = 64 * 1024 * 1024
"""A file larger than this is not read (64 MiB)."""
MOST_RECORD = 512 * 1024
"""So many characters one record may have: a thousand times what is usual, and a group of 30,000 members."""
MOST_IDLE = 4 * 1024 * 1024
"""So many blanks and comments may stand above the first record."""
MOST_RECORDS = 500_000
"""So many training records one file may hold."""
MOST_OF_A_KIND = 50_000
"""So many records of any other kind: rules look at each of them, and at whom it points to."""
MOST_VALUES = 500_000
"""So many values a text in brackets may hold, which has no lines at which it could be read in pieces."""
MOST_DEPTH = 50
"""The record's own mapping is level 1, every mapping or list inside adds one (ruling A30)."""
MOST_FAULTS = 5_000
"""After so many faults in one file nobody reads on, and neither does igreg."""
MOST_EVENTS = 600_000
"""So many marks and values the exact reader takes, which is slower; it is asked only where a text is in doubt."""

_SPLIT = "split it: a folder may hold any number of files"


def too_large(file: str, size: int) -> Told:
    """What is told of a file of too many bytes."""
    message = f"the file has {size / 1048576:.0f} MiB, and {MOST_BYTES // 1048576} MiB is the most"
    return Told.at(TOO_MUCH, file, 1, 1, message, _SPLIT)


def too_many_faults(file: str, line: int = 1, column: int = 1) -> Told:
    """What is told where a file has so many faults that it is not read on."""
    message = f"more than {MOST_FAULTS} faults in this file: what follows is not read"
    return Told.at(TOO_MUCH, file, line, column, message, "put these right first, then check again")


def too_involved(file: str, line: int, column: int) -> Told:
    """What is told of a long text that only the exact reader can read."""
    message = "the file is too long for what it holds: anchors, signs or line ends that need a closer look"
    return Told.at(TOO_MUCH, file, line, column, message, "write plain YAML, or split it into several files")


def excess(file: str, text: str, most: int = MOST_OF_A_KIND) -> Told | None:
    """What is too much in a text of at most so many records, as far as signs and line ends tell; mostly nothing."""
    if len(text) <= MOST_RECORD:
        return None
    head = text[:MOST_IDLE]
    if is_idle(head):
        return _idle_too_long(file) if len(text) > MOST_IDLE else None
    deep = indent(head[opening(head) :])
    return _in_one(file, text) if deep is None else _in_items(file, text, "\n" + " " * deep + "-", most)


def _in_one(file: str, text: str) -> Told | None:
    """A text without items on lines of their own: a list in brackets, or else one record."""
    if not text.lstrip(" \t\r\n").startswith("[") and "\n[" not in text[:MOST_RECORD]:
        return _too_long(file, 1, len(text))
    values = text.count(",") + text.count("[") + text.count("{") + text.count("\n") - text.count(",\n")
    if values <= MOST_VALUES:
        return None
    message = f"a list in brackets of some {values} values, and {MOST_VALUES} is the most"
    return Told.at(TOO_MUCH, file, 1, 1, message, "write a line `- ` for each record, or split the file")


def _in_items(file: str, text: str, dash: str, most: int) -> Told | None:
    """A list with a line for each item: too many of them, or one that is too long."""
    at = 0 if text.startswith(dash[1:]) else max(text.find(dash), 0)
    count = text.count(dash, at + 1) + 1
    if count > most:
        return Told.at(TOO_MUCH, file, 1, 1, f"{count} records in one file, and {most} is the most", _SPLIT)
    while len(text) - at > MOST_RECORD:
        last = text.rfind(dash, at + 1, at + MOST_RECORD + len(dash))
        if last < 0:
            after = text.find(dash, at + MOST_RECORD)
            length = (after if after > 0 else len(text)) - at
            return _too_long(file, text.count("\n", 0, at + 1) + 1, length)
        at = last
    return None


def _idle_too_long(file: str) -> Told:
    message = f"nothing but blanks and comments in the first {MOST_IDLE // 1048576} MiB"
    return Told.at(TOO_MUCH, file, 1, 1, message, "take them out, or keep long texts in documents of their own")


def _too_long(file: str, line: int, length: int) -> Told:
    message = f"a record of {length / 1024:.0f} KiB, and {MOST_RECORD // 1024} KiB is the most"
    return Told.at(TOO_MUCH, file, line, 1, message, "keep long texts in documents of their own, and split long lists")
