"""Records that stand under their ids, or all under the name of their kind: no list, though it looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.findings import WRONG_SHAPE, Fault, Origin, Told
from igreg.model.anatomy import fields_of
from igreg.model.base import Record


def keyed_by_id(piece: Sequence[dict[str, object]], model: type[Record]) -> list[str]:
    """The keys under which records stand where a list belongs; none where the one record is a record."""
    if len(piece) != 1 or not piece[0] or not fields_of(model).keys().isdisjoint(piece[0]):
        return []
    values = list(piece[0].values())
    if all(isinstance(value, dict) and value for value in values):
        return list(piece[0])
    if len(values) == 1 and isinstance(values[0], list) and any(isinstance(one, dict) for one in values[0]):
        return list(piece[0])
    return []


def written_under(file: str, keys: Sequence[str]) -> Told:
    """What is told of records that stand under keys."""
    key = keys[0]
    if len(keys) == 1:
        message = f"the records stand under `{key}`, where the file is itself the list of them"
        help = f"begin with `- id: ...` at the margin; if `{key}` is an id, write `- id: {key}`"
    else:
        message = f"the records stand under their ids ({', '.join(keys[:3])}{' ...' if len(keys) > 3 else ''})"
        help = f"write a list: `- id: {key}`, and its fields below it"
    return Told(WRONG_SHAPE, Fault(Origin(file), (key,), message, help, on_key=True))
