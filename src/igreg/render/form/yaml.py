"""YAML of plain data whose texts all stand in quotes, as JSON has them: nothing in a text can end it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence


def yaml(value: Mapping[str, object]) -> str:
    """Mappings and lists in lines, everything else as JSON."""
    return "".join(f"{line}\n" for line in _mapping(value))


def _mapping(value: Mapping[str, object]) -> Iterator[str]:
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in _mapping(inner))
        elif isinstance(inner, Sequence) and not isinstance(inner, str):
            yield f"{key}:"
            yield from (f"  {line}" for item in inner for line in _item(item))
        else:
            yield f"{key}: {_scalar(inner)}"


def _item(item: object) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield f"- {_scalar(item)}"
        return
    for number, line in enumerate(_mapping(item)):
        yield f"{'  ' if number else '- '}{line}"


def _scalar(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in text)
