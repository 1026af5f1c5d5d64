"""Which files may hold something that is looked for in texts: a quick look at many together, before a close one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

_LONG = 10_000
"""A file of so many characters is looked at alone: to put it to others would cost more than it gives."""


def suspect_files(texts: Mapping[str, str], may_hold: Callable[[str], bool], together: int = 200_000) -> Iterator[str]:
    """The files that may hold something; small ones are looked at many together first.

    What seems to stand where two files meet is in neither, and is ruled out by the look at each.
    """
    batch: list[str] = []
    size = 0
    for file, text in texts.items():
        if len(text) > _LONG:
            yield from _among([file], texts, may_hold)
            continue
        batch.append(file)
        size += len(text)
        if size > together:
            yield from _among(batch, texts, may_hold)
            batch, size = [], 0
    yield from _among(batch, texts, may_hold)


def _among(batch: list[str], texts: Mapping[str, str], may_hold: Callable[[str], bool]) -> Iterator[str]:
    if len(batch) == 1 or may_hold("\n".join([texts[file] for file in batch])):
        yield from (file for file in batch if may_hold(texts[file]))
