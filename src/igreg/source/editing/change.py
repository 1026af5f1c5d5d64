"""What may be changed in a text: a value given, an item put at the end of a list, a key taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
    """Take a key away; nothing happens where it is not there."""

    path: KeyPath


Change = Set | Append | Extend | Delete
