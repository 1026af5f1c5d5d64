"""The one place for "did you mean": the nearest of some words to one that is not among them."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The nearest of some words, or nothing when none is near."""
    return _nearest(word, tuple(words)) if len(word) <= 200 else None


@functools.lru_cache(maxsize=512)
def _nearest(word: str, words: tuple[str, ...]) -> str | None:
    found = get_close_matches(word, words, n=1, cutoff=0.6)
    return found[0] if found else None
