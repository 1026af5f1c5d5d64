"""Names of files that every system has: small letters, none twice, none that Windows keeps for itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

_OTHER = re.compile(r"[^a-z0-9_-]+")
_KEPT = frozenset(["con", "prn", "aux", "nul", *(f"{port}{one}" for port in ("com", "lpt") for one in range(10))])
_MOST = 80


def file_names(texts: Iterable[str]) -> list[str]:
    """A name for each text, in their order and without an ending; no two are the same."""
    taken: dict[str, int] = {}
    return [_free(name_of(text), taken) for text in texts]


@lru_cache(maxsize=1024)
def name_of(text: str) -> str:
    """The name that a text would have if no other had it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    name = _OTHER.sub("-", plain).strip("-_")[:_MOST].rstrip("-_") or "record"
    return f"{name}-record" if name in _KEPT else name


def document_name(path: str) -> tuple[str, str]:
    """The name and the ending of a document's file, each fit for every system."""
    file = path.rsplit("/", 1)[-1]
    stem, dot, ending = file.rpartition(".")
    if not dot or not stem:
        return name_of(file), ""
    return name_of(stem), name_of(ending)[:16]


def document_names(paths: Iterable[str], said: Callable[[str], str] = str) -> dict[str, str]:
    """Where each document of the repository stands in the site. `said` takes names of people out of its own."""
    taken: dict[str, int] = {}
    out = {}
    for path in sorted(set(paths)):
        stem, ending = document_name(said(path))
        out[path] = f"documents/{_free(stem, taken)}{f'.{ending}' if ending else ''}"
    return out


def _free(name: str, taken: dict[str, int]) -> str:
    """The name, with a number where others have it already."""
    found, number = name, taken.get(name, 1)
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken[name] = number
    taken[found] = 1 if found != name else number
    return found
