"""The one place for "did you mean": what to say of a word that is not among those that may stand there."""

from __future__ import annotations

import functools
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The nearest of some words, or nothing when none is near; the one that differs in case and blanks only is."""
    return _nearest(word, tuple(words)) if len(word) <= 200 else None


def nearest_text(text: str, texts: Iterable[str]) -> str | None:
    """The nearest of some texts of several words: by its letters, else the one that shares most of the longer words.

    At least half of those asked for have to stand in it; a word may be the beginning of another.
    """
    texts = tuple(texts)
    near = nearest(text, texts)
    asked = {word for word in text.casefold().split() if len(word) >= _LONGER}
    if near is not None or not asked or len(text) > 200:
        return near

    def shared(one: str) -> int:
        words = one.casefold().split()
        return sum(any(word.startswith(part) or part.startswith(word) for word in words) for part in asked)

    best = max(texts, key=shared, default=None)
    return best if best is not None and shared(best) * 2 >= len(asked) else None


_LONGER = 4
"""Words of fewer letters join others, and say nothing of what is meant."""


def one_of(word: str, words: Iterable[str], otherwise: str | None = None) -> str:
    """What to do about a word that is none of some: take the nearest, else `otherwise`, else one of them all."""
    words = tuple(words)
    if otherwise is None:
        otherwise = f"one of: {', '.join(words)}" if words else "there is none yet"
    return did_you_mean(nearest(word, words), otherwise)


def did_you_mean(near: str | None, otherwise: str = "") -> str:
    """The question whether a word that was found is meant; `otherwise` where none was."""
    return f"did you mean '{near}'?" if near else otherwise


def same_word(word: str, words: Iterable[str]) -> str | None:
    """The one of some words that is the same but for case and for what joins its parts."""
    return _by_plain(tuple(words)).get(_plain(word))


@functools.lru_cache(maxsize=128)
def _by_plain(words: tuple[str, ...]) -> dict[str, str]:
    """Words by what they are without regard to case and joints, the first of each; the same few are asked for often."""
    return {_plain(one): one for one in reversed(words)}


_JOINING = frozenset(" -_.\u2010\u2011\u2012\u2013\u2014\u2212\u200b\u200c\u200d\u2060\u00a0")
"""What joins the parts of a word, however a word processor writes it, and what cannot be seen."""


@functools.lru_cache(maxsize=512)
def _nearest(word: str, words: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches  # most commands never look for a word

    same = same_word(word, words)
    if same is not None:
        return same
    found = get_close_matches(word, words, n=1, cutoff=0.6)
    return found[0] if found else None


def _plain(word: str) -> str:
    """A word without regard to case, and to what joins its parts."""
    return "".join(character for character in word.casefold() if character not in _JOINING)
