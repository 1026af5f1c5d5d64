"""Was anything changed in some folders? Told by the names, sizes and times of their files; nothing is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

Stamp = tuple[tuple[str, int, int], ...]


def stamp(places: Iterable[Path]) -> Stamp:
    """What tells one state of files and folders from another; what cannot be looked at is left out."""
    return tuple(sorted(found for place in dict.fromkeys(places) for found in _of(place)))


def _of(place: Path) -> Iterator[tuple[str, int, int]]:
    for path in place.rglob("*") if place.is_dir() else (place,):
        try:
            known = path.stat()
        except OSError:
            continue
        if not path.is_dir():
            yield str(path), known.st_size, known.st_mtime_ns
