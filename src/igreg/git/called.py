"""Paths of a repository that is the register itself: they are called as if the register's folder stood before them.

Files of a register are named from the root of its repository. Where the register is that root, they are named from the
folder above it, in which they stand for everybody else; so what Git is told and what it prints is put from the one into
the other here, and nobody who asks for the history has to know of it (ruling H43).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_OF_PATHS = ("ls-tree", "diff-tree", "rev-list")
_NOWHERE = ".git/nowhere"
"""A path that no commit can have."""
_REV = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def own_path(path: str, folder: str) -> str:
    """A path as the repository has it; empty for its root."""
    if path.rstrip("/") == folder:
        return ""
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else _NOWHERE


def own_words(command: str, words: Sequence[str], folder: str) -> Sequence[str] | None:
    """The words of a call with the repository's own paths; nothing where they ask what stands above its root."""
    if command not in _OF_PATHS or "--" not in words:
        return words
    at = words.index("--") + 1
    own = [own_path(path, folder) for path in words[at:]]
    if "" not in own:
        return [*words[:at], *own]
    return words[:at] if command != "ls-tree" or "-r" in words else None


def called(command: str, words: Sequence[str], out: bytes, folder: str) -> bytes:
    """What a call printed, with paths as the register's files are called."""
    if command not in _OF_PATHS or command == "rev-list" or "-z" not in words:
        return out
    parts = out.split(b"\0")
    prefix = folder.encode("utf-8", "surrogateescape") + b"/"
    return b"\0".join(_listed(parts, prefix) if command == "ls-tree" else _changed(parts, prefix, words))


def _listed(parts: Sequence[bytes], prefix: bytes) -> Iterator[bytes]:
    for part in parts:
        about, tab, path = part.partition(b"\t") if part[:6].isdigit() else (b"", b"", part)
        yield about + tab + prefix + path if part else part


def _changed(parts: Sequence[bytes], prefix: bytes, words: Sequence[str]) -> Iterator[bytes]:
    is_path = False
    for part in parts:
        if "--name-only" in words:
            is_path = bool(part) and _REV.fullmatch(part) is None
        yield prefix + part if is_path else part
        is_path = part.startswith(b":") and not is_path
