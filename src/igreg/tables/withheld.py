"""What is left out of tables and documents without names (ruling X36)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from igreg.tables.fields import Field, fields

_OF_STAFF = frozenset({"name", "email", "notes"})
_ANYWHERE = frozenset({"assigned_by", "minutes", "extra"})
"""Who assigned a role and what a meeting wrote down name people; of keys of one's own nobody knows what they hold."""
_TOLD_IN_WORDS = frozenset({"incidents", "requests"})
"""Kinds whose texts may say whom they happened to, whatever they should say."""


@functools.cache
def told(kind: str) -> tuple[Field, ...]:
    """The fields of a kind that are told without names."""
    return tuple(_kept(kind, fields(kind)))


def _kept(kind: str, found: Iterable[Field]) -> Iterator[Field]:
    for one in found:
        if one.key in _ANYWHERE or (kind == "staff" and len(one.path) == 1 and one.key in _OF_STAFF):
            continue
        if one.inside:
            inside = tuple(_kept(kind, one.inside))
            if inside:
                yield replace(one, inside=inside)
        elif not (kind in _TOLD_IN_WORDS and one.is_prose):
            yield one
