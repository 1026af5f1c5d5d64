"""Documents of the repository, read without following a link in any part of their path (ruling E53)."""

from __future__ import annotations

import os
import stat
from pathlib import Path

LARGEST = 50 * 1024 * 1024
"""A document of more bytes is listed, and not copied."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_document(root: Path, path: str, most: int = LARGEST) -> bytes | str:
    """The bytes of a regular file below the root, or in a few words why it is not read."""
    steps = path.split("/")
    if not path or "\\" in path or {"", ".", ".."} & set(steps) or Path(path).is_absolute() or "\0" in path:
        return "its path leads out of the repository"
    if steps[0].lower() == ".git":
        return "it belongs to Git itself"
    here = root
    try:
        for step in steps:
            here = here / step
            mode = here.lstat().st_mode
            if stat.S_ISLNK(mode) or _is_junction(here):
                return "it is a link, or lies behind one"
        if not stat.S_ISREG(mode):
            return "it is not an ordinary file"
        return _bytes(here, most)
    except FileNotFoundError:
        return "it is not there"
    except (OSError, ValueError) as error:
        return f"it cannot be read: {getattr(error, 'strerror', None) or type(error).__name__}"


def _bytes(path: Path, most: int) -> bytes | str:
    handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    with os.fdopen(handle, "rb") as stream:
        told = os.fstat(stream.fileno())
        if not stat.S_ISREG(told.st_mode):
            return "it is not an ordinary file"
        if told.st_size > most:
            return f"it has {told.st_size:,} bytes, and {most:,} are the most"
        data = stream.read(most + 1)
    return data if len(data) <= most else f"it has more than {most:,} bytes"


def _is_junction(path: Path) -> bool:
    """Whether it is a junction of Windows, which Python before 3.12 does not tell from a folder."""
    attributes = getattr(path.lstat(), "st_file_attributes", 0)
    return bool(attributes & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)) and os.name == "nt"
