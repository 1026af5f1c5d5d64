"""How a record is written, so that the next one looks like it: the order of its fields, its quotes, lines or braces."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass
from igreg.source.editing.inline import inline, quoted

_LONGEST = 100
"""A new list of words takes one line up to this many characters, else a line for each."""


@dataclass(frozen=True)
class Look:
    """How a record is written; the one that nobody has looked at is as igreg writes by itself."""

    order: tuple[str, ...] = ()
    """Its fields as they follow one another."""
    quotes: Mapping[str, str] = field(default_factory=dict)
    """The quotes of each of its texts that has some."""
    others: str | None = None
    """The quotes of texts of other fields, where all of its texts have the same."""
    keys: str | None = None
    """The quotes of its keys."""
    in_lines: frozenset[str] = frozenset()
    """The fields whose own fields, or items, have a line each."""

    def ordered(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """A record whose fields follow one another as in the one looked at; its own others stay where they are."""
        if not self.order:
            return dict(record)
        known = iter([key for key in self.order if key in record])
        return {key: record[key] for key in (next(known) if one in self.order else one for one in record)}

    def key(self, key: str) -> str:
        """A key as it is written."""
        return quoted(key, self.keys) if self.keys else inline(key)

    def value(self, key: str, value: Any) -> str:
        """A value on one line."""
        style = self.quotes.get(key) if key in self.order else self.others
        if style is not None and isinstance(value, str):
            return quoted(value, style)
        return json.dumps(value, ensure_ascii=False) if self.keys == '"' else inline(value)

    def pair(self, key: str, value: Any) -> list[str]:
        """The lines of a key and its value; a list of mappings, or a long one, has a line for each item."""
        name = self.key(key)
        line = f"{name}: {self.value(key, value)}"
        if type(value) is str:
            return [line]
        if isinstance(value, Mapping) and key in self.in_lines and value:
            return [f"{name}:", *(f"  {line}" for one, inner in value.items() for line in Look().pair(one, inner))]
        has_parts = isinstance(value, list) and any(isinstance(one, dict) for one in value)
        if isinstance(value, list) and value and (len(line) > _LONGEST or has_parts or key in self.in_lines):
            return [f"{name}:", *(f"  - {inline(one)}" for one in value)]
        return [line]

    def braces(self, record: Mapping[str, Any]) -> str:
        """A record on one line, in braces."""
        pairs = (f"{self.key(key)}: {self.value(key, value)}" for key, value in self.ordered(record).items())
        return "{" + ", ".join(pairs) + "}"


def look_of(node: Any) -> Look:
    """How a mapping is written, by its nodes."""
    if type(node).__name__ != "MappingNode" or not node.value:
        return Look()
    texts = {key.value: value.style for key, value in node.value if _is_text(value)}
    quotes = {key: style for key, style in texts.items() if style in ("'", '"')}
    styles = set(texts.values())
    keys = {key.style for key, _ in node.value}
    return Look(
        tuple(key.value for key, _ in node.value),
        quotes,
        styles.pop() if len(styles) == 1 and len(texts) > 1 and len(quotes) == len(texts) else None,
        keys.pop() if len(keys) == 1 and keys <= {"'", '"'} else None,
        frozenset(key.value for key, value in node.value if not _is_scalar(value) and not value.flow_style),
    )


def _is_scalar(node: Any) -> bool:
    return type(node).__name__ == "ScalarNode"


def _is_text(node: Any) -> bool:
    """Whether a scalar is a text that may stand in quotes."""
    return _is_scalar(node) and node.tag == "tag:yaml.org,2002:str" and node.style not in ("|", ">")
