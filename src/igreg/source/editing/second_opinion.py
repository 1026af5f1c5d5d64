"""What a second reader, ruamel.yaml, must agree with before a file of a user is touched, and what it is asked of."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from igreg.source.editing.change import EditError
from igreg.source.editing.inline import is_evident
from igreg.source.editing.together import together


def second_opinion(before: str, after: str, ours: Any) -> None:
    """Another reader, ruamel.yaml, must see the changed record as ours does before a user's file is touched.

    A record that it could not read before the change either (tabs between key and value, a day that no month has) is
    judged by ours alone.
    Raises EditError where the two do not agree.
    """
    from ruamel.yaml.error import YAMLError

    refused = YAMLError, ValueError  # of a day such as 2026-02-30 it makes none
    try:
        agreed = _alike(ours, _theirs(after))
    except refused:
        try:
            _theirs(before)
        except refused:
            return
        agreed = False
    if not agreed:
        raise EditError("two readers do not agree on the record as it would be; change it by hand")


@functools.lru_cache(maxsize=16)
def _theirs(piece: str) -> Any:
    """What the second reader makes of a piece; a plan is tried when it is shown, and again when it is written."""
    from ruamel.yaml import YAML

    return YAML(typ="rt", pure=True).load(piece)


def telling(records: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The records of which a second reader is asked: of those that differ in nothing but days and plain words, one."""
    out: dict[object, Mapping[str, Any]] = {}
    for number, (keys, some, columns) in enumerate(together(records).runs):
        if columns is not None and all(is_evident(text) for column in columns.values() for text in set(column)):
            out.setdefault(keys, some[0])
            continue
        for place, record in enumerate(some):
            evident = all(map(is_evident, record.values()))
            out.setdefault(keys if evident else (number, place), record)
    return list(out.values())


def _alike(ours: Any, theirs: Any) -> bool:
    """Whether two readings hold the same: keys, lengths and texts; days and numbers as each reader has them."""
    if isinstance(ours, dict):
        return (
            isinstance(theirs, dict)
            and list(ours) == [str(key) for key in theirs]
            and all(_alike(ours[str(key)], value) for key, value in theirs.items())
        )
    if isinstance(ours, list):
        return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(_alike, ours, theirs))
    return not isinstance(theirs, str) or str(ours) == str(theirs)
