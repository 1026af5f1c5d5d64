"""Which texts may hold something that is looked for: a quick look at many together, before a close one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")

_LONG = 10_000
"""A text of so many characters is looked at alone: to put it to others would cost more than it gives."""


def suspect_texts(texts: Mapping[K, str], may_hold: Callable[[str], bool], together: int = 200_000) -> Iterator[K]:
    """The keys of the texts, of files or of records, that may hold something; small ones are looked at together first.

    What seems to stand where two texts meet is in neither, and is ruled out by the look at each.
    """
    batch: list[K] = []
    size = 0
    for key, text in texts.items():
        if len(text) > _LONG:
            yield from _among([key], texts, may_hold)
            continue
        batch.append(key)
        size += len(text)
        if size > together:
            yield from _among(batch, texts, may_hold)
            batch, size = [], 0
    yield from _among(batch, texts, may_hold)


def _among(batch: list[K], texts: Mapping[K, str], may_hold: Callable[[str], bool]) -> Iterator[K]:
    if len(batch) == 1 or may_hold("\n".join([texts[key] for key in batch])):
        yield from (key for key in batch if may_hold(texts[key]))
