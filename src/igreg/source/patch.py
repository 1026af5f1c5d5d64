"""Patching one piece of text by the marks of its nodes: values replaced, keys put in or taken away, items added."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from igreg.source.exact import plain_value
from igreg.source.places import KeyPath

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/()+-]*[A-Za-z0-9.)]|[A-Za-z0-9]")


class EditError(Exception):
    """A change that cannot be made without touching more than was meant; the message says why."""


@dataclass(frozen=True, slots=True)
class Set:
    """Give the value at a key path, whether it is there or not; its parents are made where they are missing."""

    path: KeyPath
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Put an item at the end of the list at a key path; the list is made where it is missing."""

    path: KeyPath
    value: Any


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a key away; nothing happens where it is not there."""

    path: KeyPath


Change = Set | Append | Delete


def _kind(node: Any) -> str:
    return type(node).__name__.removesuffix("Node").lower()


class Editor:
    """Patches one piece of text by the marks of its nodes."""

    def __init__(self, text: str, newline: str) -> None:
        self.text, self.newline = text, newline

    def change(self, node: Any, path: KeyPath, change: Change) -> str:
        """Walk down as far as the path is there, then patch."""
        parent, depth = None, 0
        key = None
        for step in path:
            found = self.child(node, step)
            if found is None:
                break
            parent, (key, node) = node, found
            depth += 1
        rest = path[depth:]
        if isinstance(change, Delete):
            return self.text if rest else self.delete(parent, key, node)
        if isinstance(change, Append) and not rest and _kind(node) == "sequence":
            return self.append(node, change.value)
        value = [change.value] if isinstance(change, Append) else change.value
        for step in reversed(rest[1:]):
            value = {step: value}
        if not rest or self.is_empty(node):
            value = {rest[0]: value} if rest else value
            return self.replace(node, value)
        if _kind(node) != "mapping":
            raise EditError(f"`{path[depth - 1]}` is no mapping")
        return self.insert(node, str(rest[0]), value)

    def child(self, node: Any, step: str | int) -> tuple[Any, Any] | None:
        if _kind(node) == "mapping":
            return next(((k, v) for k, v in node.value if k.value == step), None)
        if _kind(node) == "sequence" and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None

    def is_empty(self, node: Any) -> bool:
        return _kind(node) == "scalar" and node.style is None and plain_value(node.value) is None

    def replace(self, node: Any, value: Any) -> str:
        if _kind(node) == "scalar" and node.style in ("|", ">"):
            raise EditError("the value runs over several lines; change it by hand")
        start, end = node.start_mark.index, node.end_mark.index
        if _kind(node) != "scalar" and not node.flow_style:
            raise EditError("the value has lines of its own; change it by hand")
        style = getattr(node, "style", None) if _kind(node) == "scalar" else None
        written = _quoted(value, style) if style in ("'", '"') and isinstance(value, str) else inline(value)
        before = " " if start == end and self.text[start - 1 : start] in (":", "-") else ""
        return self.text[:start] + before + written + self.text[end:]

    def insert(self, node: Any, key: str, value: Any) -> str:
        if node.flow_style:
            return self.in_brackets(node, f"{inline(key)}: {inline(value)}")
        indent = " " * node.value[0][0].start_mark.column
        lines = [f"{indent}{inline(key)}: {inline(value)}"]
        if isinstance(value, list):
            lines = [f"{indent}{inline(key)}:", *(f"{indent}  - {inline(item)}" for item in value)]
        return self.after(self.last_line_end(node), lines)

    def append(self, node: Any, value: Any) -> str:
        if node.flow_style:
            return self.in_brackets(node, inline(value))
        last = node.value[-1]
        dash = self.text.rfind("-", 0, last.start_mark.index)
        indent = " " * (dash - self.text.rfind("\n", 0, dash) - 1)
        if isinstance(value, dict) and _kind(last) == "mapping" and not last.flow_style:
            pairs = [f"{inline(k)}: {inline(v)}" for k, v in value.items()]
            lines = [f"{indent}- {pairs[0]}", *(f"{indent}  {pair}" for pair in pairs[1:])]
        else:
            lines = [f"{indent}- {inline(value)}"]
        return self.after(self.last_line_end(node), lines)

    def delete(self, parent: Any, key: Any, node: Any) -> str:
        if parent is None or key is None:
            raise EditError("only a key can be taken away")
        start, end = key.start_mark.index, self.content_end(node)
        if parent.flow_style:
            after = re.compile(r"\s*,\s*").match(self.text, end)
            if after:
                return self.text[:start] + self.text[after.end() :]
            return self.text[:start].rstrip().removesuffix(",") + self.text[end:]
        line_start = self.text.rfind("\n", 0, start) + 1
        if self.text[line_start:start].strip():
            raise EditError("the key shares its line with the record's beginning; change it by hand")
        line_end = self.text.find("\n", end)
        return self.text[:line_start] + ("" if line_end < 0 else self.text[line_end + 1 :])

    def in_brackets(self, node: Any, written: str) -> str:
        close = node.end_mark.index - 1
        body = self.text[:close].rstrip()
        trailing = self.text[len(body) : close]
        comma = "" if not node.value else " " if body.endswith(",") else ", "
        last_line = max(body.rfind("\n") + 1, node.start_mark.index)
        if "\n" in trailing or " #" in body[last_line:]:
            raise EditError("the brackets run over several lines; change them by hand")
        return body + comma + written + trailing + self.text[close:]

    def after(self, line_end: int, lines: list[str]) -> str:
        added = self.newline + self.newline.join(lines)
        return self.text[:line_end] + added + self.text[line_end:]

    def last_line_end(self, node: Any) -> int:
        """Where the line ends on which the last of a node's content stands, its comment included."""
        end = self.text.find("\n", self.content_end(node))
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def content_end(self, node: Any) -> int:
        """Where a node's content ends, without the empty lines and comments that follow."""
        if _kind(node) == "scalar":
            if node.style in ("|", ">"):
                return len(self.text[: node.end_mark.index].rstrip())
            return int(node.end_mark.index)
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.content_end(last[1] if isinstance(last, tuple) else last)


def inline(value: Any) -> str:
    """A value on one line: a scalar, or a list or mapping in brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(key)}: {inline(item)}" for key, item in value.items()) + "}"
    text = str(value)
    if _SAFE.fullmatch(text) and plain_value(text) == text and ": " not in text and " #" not in text:
        return text
    return _quoted(text, "'")


def _quoted(text: str, style: str) -> str:
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)
