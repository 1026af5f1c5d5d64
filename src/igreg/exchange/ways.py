"""The ways to values in a record: what stands at one, and a record put together of them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from igreg.analysis.field_changes import plain_value
from igreg.findings import KeyPath
from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.register.training_lines import TrainingLine


def value_at(record: Record | TrainingLine, path: KeyPath) -> Any:
    """What a record says at a way, as a file has it, with what the format takes for a value that is not written."""
    value: Any = record
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        elif isinstance(value, Part):
            found = fields_of(type(value)).get(step)
            value = getattr(value, found.attribute) if found is not None else None
        elif isinstance(value, TrainingLine):
            value = getattr(value, step, None)
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is None:
            return None
    if isinstance(value, Part):
        value = value.model_dump(by_alias=True, exclude_defaults=True)
    elif isinstance(value, list):
        value = [
            one.model_dump(by_alias=True, exclude_defaults=True) if isinstance(one, Part) else one for one in value
        ]
    value = plain_value(value)
    return None if value in ("", [], {}) else value


def way(model: type[Part], name: str) -> KeyPath:
    """The way to a field of a dotted name: in a list of parts, to that of the first part."""
    out: list[str | int] = []
    current: type[Part] | None = model
    for step in name.split("."):
        out.append(step)
        field = fields_of(current).get(step) if current is not None else None
        current = field.parts[0] if field is not None and field.parts else None
        if field is not None and field.many and current is not None:
            out.append(0)
    return tuple(out)


def in_list(path: KeyPath) -> bool:
    """Whether a way leads into a list."""
    return any(isinstance(step, int) for step in path)


def nested(values: Mapping[KeyPath, Any]) -> dict[str, Any]:
    """Values by their ways as a record has them, one inside the other; what is nothing is left out."""
    out: dict[str, Any] = {}
    for path, value in values.items():
        if value is None:
            continue
        if len(path) == 1:
            out[str(path[0])] = value
            continue
        inner: Any = out
        for step, following in itertools.pairwise(path):
            empty: Any = [] if isinstance(following, int) else {}
            if isinstance(step, int):
                while len(inner) <= step:
                    inner.append(empty)
                inner = inner[step]
            else:
                inner = inner.setdefault(step, empty)
        last = path[-1]
        if isinstance(last, int):
            inner.append(value)
        else:
            inner[last] = value
    return out
