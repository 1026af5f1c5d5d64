"""What may be changed in a text: a value, an item or records more at the end of a list, a key or a record less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from igreg.dataclass import dataclass
from igreg.findings import KeyPath


class EditError(Exception):
    """A change that cannot be made without touching more than was meant; the message says why."""


@dataclass(frozen=True, slots=True)
class Set:
    """Give the value at a key path, whether it is there or not; its parents are made where they are missing."""

    path: KeyPath
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Put an item at the end of the list at a key path; the list is made where it is missing."""

    path: KeyPath
    value: Any


@dataclass(frozen=True, slots=True)
class Extend:
    """Let the text at a key path go on: on a line of its own where it has lines, else after a blank."""

    path: KeyPath
    value: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a key or an item of a list away; nothing happens where a key is not there."""

    path: KeyPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Put records at the end of a file's list, each written like the one before it; all at once, however many."""

    records: tuple[Mapping[str, Any], ...]
    is_plain: bool = False
    """Whether all that the list holds was read and is rows, so that of a long one only the end is looked at."""


@dataclass(frozen=True, slots=True)
class Written:
    """Put one record at the end of a file's list as it is written here, comments and all: its lines, without a dash."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take records out of a file's list, by their places in it, with the comments that stand right above each."""

    items: tuple[int, ...]


Change = Set | Append | Extend | Delete | Insert | Written | Remove
